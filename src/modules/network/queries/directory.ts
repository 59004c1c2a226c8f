import { rows, type Tx } from '#platform/database/scope.ts'
import type { Locale, Localised } from '#platform/i18n/index.ts'
import { kept } from '#platform/kept.ts'
import { type Cursor, type DirectoryAsk, type Facet, isNarrowed } from '../forms/directory.ts'
import type { Form } from '../schema/memberships.ts'
import { filterGroups, type Group } from '../search/groups.ts'
import { type Kindred, type Understood, understand } from '../search/kindred.ts'
import { planSearch } from '../search/plan.ts'
import { filteredEntries } from './directory-filter.ts'
import { type Listed, listed, readListed } from './directory-listed.ts'
import { soughtEntries } from './directory-search.ts'

/** A member as lists show it. `id` is the membership's. */
export type DirectoryEntry = Readonly<{
  id: string
  organisation: string | null
  form: Form
  status: 'active' | 'suspended'
  kind: string | null
  name: Localised
  communities: readonly string[]
  level: string | null
  country: string
  region: string | null
  town: string | null
  /** Organisations below it in confirmed unions. */
  related: number
}>

/** An entry and where it stands: its kinship and within that its name or, in a search, its weight. */
export type Found = Pick<Cursor, 'kinship' | 'at'> & { entry: DirectoryEntry }

/** Members per facet value, as the asker may see them. */
export class FacetCounts {
  readonly total: number
  readonly #values = new Map<string, Map<string, number>>()

  constructor(counted: readonly [facet: string, value: string, n: number][]) {
    for (const [facet, value, n] of counted) {
      const known = this.#values.get(facet)
      if (known) known.set(value, n)
      else this.#values.set(facet, new Map([[value, n]]))
    }
    this.total = this.#values.get('all')?.get('') ?? 0
  }

  of = (facet: Facet, value: string): number => this.#values.get(facet)?.get(value) ?? 0

  /** Values that somebody has. */
  values = (facet: Facet): ReadonlyMap<string, number> => this.#values.get(facet) ?? new Map()
}

export type DirectoryPage = {
  entries: DirectoryEntry[]
  counts: FacetCounts
  next: Cursor | null
  previous: Cursor | null
  /** How each word of the search was understood. */
  understood: readonly Understood[]
}

/** Who asks: people inside also see individual representatives who are not in the public directory. */
export type Asker = { umbrella: string; locale: Locale; inside: boolean }

const readCounts = kept(
  (text: string) =>
    new FacetCounts(
      text.split('\n').map(line => {
        const [n, facet, ...value] = line.split(':')
        return [facet!, value.join(':'), Number(n)]
      }),
    ),
  100,
)

const countsOf = `(select coalesce(string_agg(n || ':' || facet || ':' || value, E'\n'), '0:all:') from network.directory_counts
  where umbrella_id = $1 and audience = $2 and facet <> 'activity' and n > 0)`

const audienceOf = ({ inside }: Asker) => (inside ? 'inside' : 'public')

function plainStatement(
  locale: Locale,
  direction: 'after' | 'before',
  placed: boolean,
): { name: string; text: string } {
  const [order, sign] = direction === 'after' ? ['asc', '>'] : ['desc', '<']
  const place = placed ? `and (d.name_${locale}, d.membership_id) ${sign} ($4, $5)` : ''
  return {
    name: `directory.${locale}.${direction}.${placed ? 'on' : 'start'}`,
    text: `select ${countsOf} as counts, ${listed} from (
      select d.entry, 0 as kinship, d.name_${locale} as at from network.directory d
      where d.umbrella_id = $1 ${place} order by d.name_${locale} ${order}, d.membership_id ${order} limit $3) e`,
  }
}

/** The whole list, nothing asked for: one prepared statement. */
async function plainPage(tx: Tx, asker: Asker, { from }: DirectoryAsk, size: number) {
  const { name, text } = plainStatement(asker.locale, from.direction, from.cursor !== null)
  const place = from.cursor ? [from.cursor.at, from.cursor.id] : []
  const values = [asker.umbrella, audienceOf(asker), size, ...place]
  const [page] = await rows<Listed & { counts: string }>(tx, name, text, values)
  return { found: readListed(page!), counts: readCounts(page!.counts), understood: [] }
}

// The lists that follow are read in the order of an index until a page is full. The planner cannot know that the page is
// full so soon and would sort everything: for the rest of this transaction it sorts only where there is no such index.
const countsAndWords = `select ${countsOf} as counts,
  (select coalesce(json_agg(k), '[]') from network.kindred_words($1, $3) k) as words,
  set_config('enable_sort', 'off', true)`

type Sought = { filters: readonly Group[]; understood: readonly Understood[]; total: number; size: number }

const find = (
  tx: Tx,
  asker: Asker,
  { words, from }: DirectoryAsk,
  { filters, understood, total, size }: Sought,
) =>
  words.length > 0
    ? soughtEntries(tx, asker, planSearch(filters, understood, total, size), from, size)
    : filteredEntries(tx, asker, filters, total, from, size)

/** How an address is understood: the counts of the umbrella, and the words that may be meant. */
export async function understandAsk(tx: Tx, asker: Asker, { words }: Pick<DirectoryAsk, 'words'>) {
  const values = [asker.umbrella, audienceOf(asker), words]
  const [answer] = await rows<{ counts: string; words: Kindred[] }>(
    tx,
    'directory.words',
    countsAndWords,
    values,
  )
  return { counts: readCounts(answer!.counts), understood: understand(words, answer!.words) }
}

async function narrowedPage(tx: Tx, asker: Asker, ask: DirectoryAsk, size: number) {
  const { counts, understood } = await understandAsk(tx, asker, ask)
  const filters = filterGroups(ask.filters, counts)
  const found = filters ? await find(tx, asker, ask, { filters, understood, total: counts.total, size }) : []
  return { found, counts, understood }
}

function turnPage(found: Found[], { direction, cursor }: DirectoryAsk['from'], size: number) {
  const more = found.length > size
  const shown = found.slice(0, size)
  if (direction === 'before') shown.reverse()
  const place = (one: Found | undefined): Cursor | null =>
    one ? { kinship: one.kinship, at: one.at, id: one.entry.id } : null
  const [hasPrevious, hasNext] = direction === 'after' ? [cursor !== null, more] : [more, cursor !== null]
  return {
    entries: shown.map(({ entry }) => entry),
    previous: hasPrevious ? place(shown[0]) : null,
    next: hasNext ? place(shown.at(-1)) : null,
  }
}

/**
 * One page of the directory as asked for, `size` entries: by name in the asker's language, or in a search the nearest
 * first. One statement when nothing is asked for, otherwise two; none reads more the more members there are.
 */
export async function directoryPage(
  tx: Tx,
  asker: Asker,
  ask: DirectoryAsk,
  size = 50,
): Promise<DirectoryPage> {
  const read = isNarrowed(ask) ? narrowedPage : plainPage
  const { found, counts, understood } = await read(tx, asker, ask, size + 1)
  return { ...turnPage(found, ask.from, size), counts, understood }
}
