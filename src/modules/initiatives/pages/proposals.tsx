import { EmptyState, Layout, PageHeading, Pagination, Tabs, usePage, withQuery } from '#ui/index.ts'
import type { ProposalLine } from '../queries/proposals.ts'
import { ProposalTable } from './rules.tsx'

type ListProps = { open: boolean; proposals: readonly ProposalLine[]; next: string | null }

/** All proposals: those that run, and those that are closed. */
export const ProposalsPage = ({ open, proposals, next }: ListProps) => {
  const { link, t, url } = usePage()
  return (
    <Layout
      title={t('initiatives.change.list')}
      crumbs={[{ label: t('initiatives.rule.title'), path: '/rules' }]}
    >
      <PageHeading title={t('initiatives.change.list')} />
      <Tabs
        label={t('initiatives.change.list')}
        tabs={[
          { label: t('initiatives.change.open'), href: link('/changes'), current: open },
          { label: t('initiatives.change.closedOnes'), href: link('/changes?state=closed'), current: !open },
        ]}
      />
      {proposals.length === 0 ? (
        <EmptyState title={t('initiatives.change.none')} />
      ) : (
        <ProposalTable proposals={proposals} />
      )}
      <Pagination previous={null} next={next === null ? null : withQuery(url, { before: next })} />
    </Layout>
  )
}
