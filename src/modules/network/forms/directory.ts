import * as z from 'zod'
import { searchKey } from '#platform/text/index.ts'

/** What the directory can be narrowed by; each stands in the address under its own name, several times if need be. */
export const facets = [
  'community',
  'country',
  'region',
  'language',
  'field',
  'kind',
  'level',
  'form',
] as const
export type Facet = (typeof facets)[number]
export type DirectoryFilters = Readonly<Record<Facet, readonly string[]>>

/**
 * How a found member relates to the words sought: it has the words themselves (0), other forms of them (1), or words
 * that look alike (2).
 */
export type Kinship = 0 | 1 | 2

/**
 * The place in the list after (or before) which a page begins, taken from an entry: `at` is the name it is sorted by or,
 * in a search, its weight; `id` its membership.
 */
export type Cursor = { kinship: Kinship; at: string | number; id: string }

export type DirectoryAsk = {
  filters: DirectoryFilters
  /** As typed. */
  search: string
  /** Its distinct words as search keys. */
  words: readonly string[]
  from: { direction: 'after' | 'before'; cursor: Cursor | null }
}

const code = /^[A-Za-z0-9-]{1,40}$/
const mostValues = 12
const mostWords = 8
const longestSearch = 200

const at = z.union([z.string().max(2000), z.int().min(0).max(32767)])
const cursor = z.tuple([z.literal([0, 1, 2]), at, z.uuid()])

export function writeCursor({ kinship, at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([kinship, at, id])).toString('base64url')
}

function readCursor(text: string): Cursor | null {
  try {
    const [kinship, at, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { kinship, at, id }
  } catch {
    return null
  }
}

// `before` without a place is the last page. A broken cursor leads to the first page rather than to an error.
function readPlace(params: URLSearchParams, searching: boolean): DirectoryAsk['from'] {
  const before = params.get('before')
  if (before === 'end') return { direction: 'before', cursor: null }
  const place = readCursor(before ?? params.get('after') ?? '')
  const fits = typeof place?.at === (searching ? 'number' : 'string')
  return { direction: before && fits ? 'before' : 'after', cursor: fits ? place : null }
}

/** What is asked for by the query of an address: anybody types there, so what makes no sense is left out. */
export function readDirectoryAsk(params: URLSearchParams): DirectoryAsk {
  const values = (facet: Facet) =>
    [...new Set(params.getAll(facet))].filter(value => code.test(value)).slice(0, mostValues)
  const search = (params.get('q') ?? '').trim().slice(0, longestSearch)
  const words = [...new Set(searchKey(search).split(' '))].filter(Boolean).slice(0, mostWords)
  return {
    filters: Object.fromEntries(facets.map(facet => [facet, values(facet)])) as Record<Facet, string[]>,
    search,
    words,
    from: readPlace(params, words.length > 0),
  }
}

/** The part of the address that says what is asked for, without the place in the list. */
export function askParams({ filters, search }: Pick<DirectoryAsk, 'filters' | 'search'>): URLSearchParams {
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  for (const facet of facets) for (const value of filters[facet]) params.append(facet, value)
  return params
}

export const isNarrowed = ({ filters, words }: DirectoryAsk): boolean =>
  words.length > 0 || facets.some(facet => filters[facet].length > 0)

/** The maps of the directory: regions of Ukraine, of Poland, and countries. */
export const mapNames = ['UA', 'PL', 'EU'] as const
export type MapName = (typeof mapNames)[number]
