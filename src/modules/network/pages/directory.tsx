import { ButtonLink, EmptyState, Layout, PageHeading, Pagination, usePage } from '#ui/index.ts'
import { askParams, type Cursor, type DirectoryAsk, isNarrowed, writeCursor } from '../forms/directory.ts'
import type { DirectoryPage as Found } from '../queries/directory.ts'
import type { Suggestion } from '../search/suggest.ts'
import { DirectoryEntries } from './directory-entries.tsx'
import { DirectoryFilters } from './directory-filters.tsx'

type Props = { ask: DirectoryAsk; found: Found; suggestions: readonly Suggestion[]; canExport?: boolean }

const addressOf = (path: string, ask: DirectoryAsk, name?: 'after' | 'before', cursor?: Cursor | null) => {
  const params = askParams(ask)
  if (name && cursor) params.set(name, writeCursor(cursor))
  return params.size > 0 ? `${path}?${params}` : path
}

const Suggestions = ({ suggestions }: Pick<Props, 'suggestions'>) => {
  const { i18n, link, t } = usePage()
  if (suggestions.length === 0) return null
  return (
    <p>
      {t('network.directory.suggested')}{' '}
      {suggestions.map(({ facet, value, label, n }, index) => (
        <>
          {index > 0 && ', '}
          <a href={link(`/directory?${facet}=${value}`)}>{`${label} (${i18n.number(n)})`}</a>
        </>
      ))}
    </p>
  )
}

const Understanding = ({ found }: Pick<Props, 'found'>) => {
  const { t } = usePage()
  const isOnlyAlike = found.understood.some(({ nearest }) => nearest === 2)
  if (!isOnlyAlike || found.entries.length === 0) return null
  return <p role="status">{t('network.directory.alike')}</p>
}

const Nobody = ({ ask }: Pick<Props, 'ask'>) => {
  const { link, t } = usePage()
  if (!isNarrowed(ask)) {
    return (
      <EmptyState
        title={t('network.directory.empty')}
        icon="users"
        actions={<ButtonLink href={link('/join')}>{t('network.directory.join')}</ButtonLink>}
      />
    )
  }
  return (
    <EmptyState
      title={t('network.directory.nobody')}
      icon="search"
      actions={<ButtonLink href={link('/directory')}>{t('network.directory.all')}</ButtonLink>}
    >
      <p>{t('network.directory.nobodyHint')}</p>
    </EmptyState>
  )
}

/** The members of the coalition as everybody finds them. */
export const DirectoryPage = ({ ask, found, suggestions }: Props) => {
  const { link, t } = usePage()
  const path = link('/directory')
  const { entries, counts, previous, next } = found
  return (
    <Layout
      title={t('network.directory.title')}
      description={t('network.directory.lead', { count: counts.total })}
      indexed={!ask.from.cursor && !ask.search}
    >
      <PageHeading
        title={t('network.directory.title')}
        lead={t('network.directory.lead', { count: counts.total })}
        actions={
          <ButtonLink href={link('/directory/map')} icon="map">
            {t('network.directory.map')}
          </ButtonLink>
        }
      />
      <DirectoryFilters ask={ask} counts={counts} />
      <Suggestions suggestions={suggestions} />
      <Understanding found={found} />
      {entries.length === 0 ? <Nobody ask={ask} /> : <DirectoryEntries entries={entries} />}
      <Pagination
        previous={previous && addressOf(path, ask, 'before', previous)}
        next={next && addressOf(path, ask, 'after', next)}
      />
      <p class="directory-exports">
        {t('network.directory.take')} <a href={addressOf(`${path}.csv`, ask)}>CSV</a>,{' '}
        <a href={addressOf(`${path}.json`, ask)}>JSON</a>
      </p>
    </Layout>
  )
}
