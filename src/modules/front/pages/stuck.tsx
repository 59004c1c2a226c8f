import type { DeadLetter } from '#platform/jobs/index.ts'
import type { Refusal } from '#platform/refusal.ts'
import { Button, EmptyState, Form, Layout, PageHeading, Refused, Table, Time, usePage } from '#ui/index.ts'

type Props = { letters: readonly DeadLetter[]; base: string; refusal?: Refusal }

/** Work that failed for good: try it again, or put it away. */
export const StuckPage = ({ letters, base, refusal }: Props) => {
  const { t, i18n } = usePage()
  return (
    <Layout title={t('front.stuck.title')}>
      <PageHeading title={t('front.stuck.title')} lead={t('front.stuck.lead')} />
      <Refused refusal={refusal} />
      <Table
        caption={t('front.stuck.title')}
        captionHidden
        rows={letters}
        empty={<EmptyState title={t('front.stuck.empty')} />}
        columns={[
          { label: t('front.stuck.what'), heading: true, cell: letter => <code>{letter.queue}</code> },
          { label: t('front.stuck.why'), cell: letter => <code>{letter.failure}</code> },
          { label: t('front.stuck.attempts'), numeric: true, cell: letter => i18n.number(letter.attempts) },
          { label: t('front.stuck.when'), cell: letter => <Time at={letter.failedAt} style="short" /> },
          {
            label: t('front.stuck.next'),
            cell: letter => (
              <Form action={`${base}/${letter.id}/retry`}>
                <div class="actions">
                  <Button small>{t('front.stuck.retry')}</Button>
                  <Button small look="quiet" formaction={`${base}/${letter.id}/dismissal`}>
                    {t('front.stuck.dismiss')}
                  </Button>
                </div>
              </Form>
            ),
          },
        ]}
      />
    </Layout>
  )
}
