import {
  Actions,
  Alert,
  Button,
  EmptyState,
  Form,
  type FormValues,
  Layout,
  LocalisedField,
  PageHeading,
  PostButton,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Table,
  usePage,
} from '#ui/index.ts'
import type { PreviewRow } from '../disclosure/preview.ts'
import type { ReleaseRequest } from '../queries/releases.ts'
import { standingWords } from '../statistics/words.ts'

export type ReleaseRequestProps = {
  until: Temporal.PlainDate
  /** The day on which the next release may be asked for; null when today. */
  due: Temporal.PlainDate | null
  preview: readonly PreviewRow[]
  counted: number
  request: (ReleaseRequest & { confirmable: boolean; unchanged: boolean }) | null
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Preview = ({ preview, counted, until }: ReleaseRequestProps) => {
  const { i18n, t } = usePage()
  return (
    <Section
      title={t('monitoring.statistics.preview')}
      lead={t('monitoring.statistics.previewLead', { count: counted, day: i18n.date(until) })}
    >
      <Table
        caption={t('monitoring.statistics.preview')}
        captionHidden
        rows={preview}
        empty={<EmptyState title={t('monitoring.statistics.tooFew')} />}
        columns={[
          { label: t('monitoring.statistics.years'), heading: true, cell: ({ year }) => year },
          { label: t('monitoring.statistics.standing'), cell: ({ standing }) => t(standingWords[standing]) },
          {
            label: t('monitoring.statistics.totals'),
            numeric: true,
            cell: ({ total }) => i18n.number(total),
          },
          {
            label: t('monitoring.statistics.cellsShown'),
            numeric: true,
            cell: ({ shown }) => i18n.number(shown),
          },
          {
            label: t('monitoring.statistics.cellsHidden'),
            numeric: true,
            cell: ({ hidden }) => i18n.number(hidden),
          },
        ]}
      />
    </Section>
  )
}

const Ask = ({ values, problems }: ReleaseRequestProps) => {
  const { link, t } = usePage()
  return (
    <Form action={link('/statistics/release')} values={values} problems={problems}>
      <LocalisedField
        name="note"
        label={t('monitoring.statistics.note')}
        hint={t('monitoring.statistics.noteHint')}
        maxlength={1000}
        multiline
        rows={2}
      />
      <Actions>
        <Button look="primary">{t('monitoring.statistics.ask')}</Button>
      </Actions>
    </Form>
  )
}

const Answer = ({ request }: { request: NonNullable<ReleaseRequestProps['request']> }) => {
  const { i18n, link, t } = usePage()
  const at = (what: string) => link(`/statistics/release/${request.id}/${what}`)
  const note = i18n.text(request.note).value
  return (
    <>
      <Alert kind={request.unchanged ? 'info' : 'warning'}>
        {t(request.unchanged ? 'monitoring.statistics.asked' : 'monitoring.statistics.numbersChanged')}
      </Alert>
      {note && <p>{t('monitoring.statistics.noteIs', { note })}</p>}
      <Actions>
        {request.confirmable && request.unchanged && (
          <PostButton action={at('publication')} look="primary">
            {t('monitoring.statistics.publish')}
          </PostButton>
        )}
        <PostButton action={at('closing')}>
          {t(request.confirmable ? 'monitoring.statistics.refuse' : 'monitoring.statistics.takeBack')}
        </PostButton>
      </Actions>
    </>
  )
}

/** Where two monitors let numbers out: one asks and sees what would be published, another looks and publishes. */
export const ReleaseRequestPage = (props: ReleaseRequestProps) => {
  const { i18n, t } = usePage()
  const { request, due, preview, refusal, problems = [] } = props
  const title = t('monitoring.statistics.prepare')
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('monitoring.statistics.title'), path: '/statistics' },
        { label: t('monitoring.statistics.current'), path: '/statistics/current' },
      ]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} lead={t('monitoring.statistics.prepareLead')} />
      <Refused refusal={refusal} />
      <Preview {...props} />
      {request && <Answer request={request} />}
      {!request && due && <p>{t('monitoring.statistics.dueOn', { day: i18n.date(due) })}</p>}
      {!request && !due && preview.length > 0 && <Ask {...props} />}
    </Layout>
  )
}
