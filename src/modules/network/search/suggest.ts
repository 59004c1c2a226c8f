import type { I18n } from '#platform/i18n/index.ts'
import { kept } from '#platform/kept.ts'
import { searchKey } from '#platform/text/index.ts'
import type { Facet } from '../forms/directory.ts'
import type { FacetCounts } from '../queries/directory.ts'
import { facetLabel } from '../vocabulary/facet-labels.ts'

/** A filter that somebody who searches for words may have meant: «роми» is a community, «Львівська» a region. */
export type Suggestion = { facet: Facet; value: string; label: string; n: number }

const searched = ['community', 'region', 'country', 'field'] as const satisfies readonly Facet[]
const mostSuggestions = 5

const wordsOf = kept((label: string): string[] => searchKey(label).split(' '), 5000)

const stemOf = (word: string): string =>
  word.length < 4 ? word : word.slice(0, Math.max(3, word.length - 2))

/** Filters whose words begin like every word sought, those with most members first. Words of one or two letters suggest nothing. */
export function suggestFilters(words: readonly string[], counts: FacetCounts, i18n: I18n): Suggestion[] {
  const stems = words.map(stemOf)
  if (stems.length === 0 || stems.some(stem => stem.length < 3)) return []
  const fits = (label: string) => stems.every(stem => wordsOf(label).some(word => word.startsWith(stem)))
  return searched
    .flatMap(facet =>
      [...counts.values(facet)].map(([value, n]) => ({
        facet,
        value,
        label: facetLabel(facet, value, i18n),
        n,
      })),
    )
    .filter(({ label }) => fits(label))
    .sort((a, b) => b.n - a.n)
    .slice(0, mostSuggestions)
}
