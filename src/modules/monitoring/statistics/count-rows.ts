import type { I18n } from '#platform/i18n/index.ts'
import type { Dimension } from '../queries/published-cells.ts'
import type { Words } from '../queries/words.ts'
import type { Published, Shown } from './published.ts'
import { rateOf } from './rates.ts'
import { codeWord } from './words.ts'

/** One code of a table with its numbers: what is confirmed, and apart from it what one source says. */
export type CountRow = { label: string; verified: Shown; assessed: Shown; rate: number | null }

/** The number of what is shown; nothing where none is. For sorting and drawing only. */
export const countOf = (shown: Shown): number => (shown.state === 'number' ? shown.value : 0)

// The most frequent first; what is hidden after what is shown.
const rank = ({ verified, assessed }: CountRow) =>
  countOf(verified) * 1000 + countOf(assessed) + (verified.state === 'hidden' ? 0.5 : 0)

type Asked = { published: Published; words: Words; dimension: Dimension; year: string | null }

/** A fixed table, the most frequent first; rates where the population is known. */
export const countRows = (
  i18n: I18n,
  { published, words, dimension, year }: Asked,
  people: ReadonlyMap<string, number> = new Map(),
): CountRow[] =>
  published
    .codes(dimension)
    .map(code => {
      const verified = published.of({ standing: 'verified', dimension, code, year })
      return {
        label: codeWord(words, dimension, code, i18n),
        verified,
        assessed: published.of({ standing: 'assessed', dimension, code, year }),
        rate: rateOf(verified, people.get(code)),
      }
    })
    .sort((a, b) => rank(b) - rank(a) || i18n.compare(a.label, b.label))
