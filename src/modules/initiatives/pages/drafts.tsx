import type { Localised } from '#platform/i18n/index.ts'
import { Badge, ButtonLink, EmptyState, Layout, PageHeading, Table, Text, Time, usePage } from '#ui/index.ts'
import type { DraftLine } from '../queries/initiative-list.ts'
import { Speaker } from './speaker.tsx'

const isUntitled = (title: Localised) => Object.keys(title).length === 0

/** What one's own members are writing, and what they are asked to write along. */
export const DraftsPage = ({ drafts }: { drafts: readonly DraftLine[] }) => {
  const { link, t } = usePage()
  const begin = (
    <ButtonLink href={link('/initiatives/new')} look="primary" icon="plus">
      {t('initiatives.draft.begin')}
    </ButtonLink>
  )
  return (
    <Layout
      title={t('initiatives.drafts.title')}
      crumbs={[{ label: t('initiatives.list.title'), path: '/initiatives' }]}
    >
      <PageHeading
        title={t('initiatives.drafts.title')}
        lead={t('initiatives.drafts.lead')}
        actions={begin}
      />
      <Table
        caption={t('initiatives.drafts.title')}
        captionHidden
        rows={drafts}
        columns={[
          {
            label: t('initiatives.part.title'),
            heading: true,
            cell: draft => (
              <>
                <a href={link(`/initiatives/drafts/${draft.id}`)}>
                  {isUntitled(draft.title) ? t('initiatives.drafts.untitled') : <Text value={draft.title} />}
                </a>{' '}
                {draft.invited && <Badge tone="warn">{t('initiatives.drafts.asksYou')}</Badge>}
              </>
            ),
          },
          { label: t('initiatives.drafts.member'), cell: draft => <Speaker name={draft.member} /> },
          {
            label: t('initiatives.drafts.changed'),
            cell: draft => <Time at={draft.updatedAt} style="short" />,
          },
        ]}
        empty={<EmptyState title={t('initiatives.drafts.nothing')} />}
      />
    </Layout>
  )
}
