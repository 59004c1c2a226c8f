import { townIn } from '#platform/places/index.ts'
import { Badge, keptHtml, Text, usePage } from '#ui/index.ts'
import type { DirectoryEntry } from '../queries/directory.ts'
import { facetLabel } from '../vocabulary/facet-labels.ts'
import { formWords, membershipWords } from '../words.ts'

const mostCommunities = 4

/** Town, region and country in the reader's words; a capital city is not said twice. */
export function placeOf(
  { town, region, country }: Pick<DirectoryEntry, 'town' | 'region' | 'country'>,
  i18n: ReturnType<typeof usePage>['i18n'],
): string {
  const parts = [
    town && townIn(i18n.locale, country, town),
    region && facetLabel('region', region, i18n),
    facetLabel('country', country, i18n),
  ]
  return [...new Set(parts.filter(Boolean))].join(', ')
}

const Entry = keptHtml(({ of: entry }: { of: DirectoryEntry }) => {
  const { i18n, link, t } = usePage()
  const { communities, kind, form, status, related } = entry
  const named = communities.slice(0, mostCommunities).map(code => facetLabel('community', code, i18n))
  const further = communities.length - named.length
  return (
    <li class="directory-entry">
      <p class="directory-name">
        <a href={link(`/directory/${entry.id}`)}>
          <Text value={entry.name} note={false} />
        </a>
        {form !== 'collective' && <Badge>{t(formWords[form])}</Badge>}
        {status === 'suspended' && <Badge tone="warn">{t(membershipWords.suspended)}</Badge>}
      </p>
      <p class="directory-facts">
        {kind !== null && `${facetLabel('kind', kind, i18n)} · `}
        {placeOf(entry, i18n)}
        {related > 0 && ` · ${t('network.directory.related', { count: related })}`}
      </p>
      {named.length > 0 && (
        <p class="directory-communities">
          {named.join(', ')}
          {further > 0 && ` ${t('network.directory.more', { count: further })}`}
        </p>
      )}
    </li>
  )
})

/** Members one below the other: name, what and where, for whom. */
export const DirectoryEntries = ({ entries }: { entries: readonly DirectoryEntry[] }) => (
  <ul class="directory-list">
    {entries.map(entry => (
      <Entry of={entry} />
    ))}
  </ul>
)
