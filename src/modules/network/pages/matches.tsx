import type { Viewer } from '#platform/http/viewer.ts'
import { Layout, PageHeading, Pagination, usePage, withQuery } from '#ui/index.ts'
import type { MatchLine } from '../queries/aid.ts'
import { AidTabs } from './aid.tsx'
import { MatchTable } from './match-table.tsx'

type Props = { viewer: Viewer; lines: readonly MatchLine[]; next: string | null }

/** All matches of the viewer's members. */
export const MatchesPage = ({ viewer, lines, next }: Props) => {
  const { t, url } = usePage()
  return (
    <Layout title={t('network.match.title')} crumbs={[{ label: t('network.aid.title'), path: '/aid' }]}>
      <PageHeading title={t('network.match.title')} lead={t('network.match.lead')} />
      <AidTabs viewer={viewer} current="matches" />
      <MatchTable matches={lines} members={viewer.capacities.map(({ membership }) => membership)} />
      <Pagination previous={null} next={next && withQuery(url, { after: next })} />
    </Layout>
  )
}
