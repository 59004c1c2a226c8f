import { Badge, ButtonLink, EmptyState, Layout, PageHeading, Table, Time, usePage } from '#ui/index.ts'
import type { ActLine } from '../queries/draft-acts.ts'
import type { Impact as Told } from '../queries/impact.ts'
import { actKindWords } from '../words.ts'
import { Impact } from './impact.tsx'

/** The draft acts of one's own members, and what came of all that were sent. */
export const ActsPage = ({ acts, impact }: { acts: readonly ActLine[]; impact: Told }) => {
  const { link, t } = usePage()
  const title = t('authorities.act.listTitle')
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.letter.draftsTitle'), path: '/communications/drafts' }]}
    >
      <PageHeading
        title={title}
        lead={t('authorities.act.listLead')}
        actions={
          <ButtonLink href={link('/communications/acts/new')} look="primary" icon="plus">
            {t('authorities.act.begin')}
          </ButtonLink>
        }
      />
      <Table
        caption={title}
        captionHidden
        rows={acts}
        columns={[
          {
            label: t('authorities.act.title'),
            heading: true,
            cell: ({ id, title, issued }) => (
              <>
                <a href={link(`/communications/acts/${id}`)}>{title}</a>{' '}
                {issued && <Badge tone="good">{t('authorities.act.issued')}</Badge>}
              </>
            ),
          },
          { label: t('authorities.act.kindLabel'), cell: ({ kind }) => t(actKindWords[kind]) },
          {
            label: t('authorities.letter.changed'),
            cell: ({ updatedAt }) => <Time at={updatedAt} style="short" />,
          },
        ]}
        empty={<EmptyState title={t('authorities.act.nothing')} icon="scroll-text" />}
      />
      <Impact impact={impact} />
    </Layout>
  )
}
