import { searchKey } from '#platform/text/index.ts'

/** What the register can be narrowed by; each stands in the address under its own name, once. */
export const registerFacets = [
  'state',
  'kind',
  'body',
  'direction',
  'topic',
  'year',
  'member',
  'status',
  'result',
] as const
export type RegisterFacet = (typeof registerFacets)[number]

export type RegisterAsk = {
  filters: Readonly<Partial<Record<RegisterFacet, string>>>
  /** As typed. */
  search: string
  /** Its distinct words as search keys. */
  words: readonly string[]
  /** Older or newer than this number; null: from the newest. */
  from: { direction: 'older' | 'newer'; number: number | null }
}

const code = /^[A-Za-z0-9_-]{1,40}$/
const mostWords = 6
const longestSearch = 200

function place(params: URLSearchParams): RegisterAsk['from'] {
  const newer = params.get('newer')
  const number = /^\d{1,9}$/.exec(newer ?? params.get('older') ?? '')?.[0]
  return { direction: newer && number ? 'newer' : 'older', number: number ? Number(number) : null }
}

/** What is asked for by the query of an address: anybody types there, so what makes no sense is left out. */
export function readRegisterAsk(params: URLSearchParams): RegisterAsk {
  const filters = registerFacets.flatMap(facet => {
    const value = params.get(facet)
    return value && code.test(value) ? [[facet, value] as const] : []
  })
  const search = (params.get('q') ?? '').trim().slice(0, longestSearch)
  const words = [...new Set(searchKey(search).split(' '))].filter(Boolean).slice(0, mostWords)
  return { filters: Object.fromEntries(filters), search, words, from: place(params) }
}

/** The part of the address that says what is asked for, without the place in the list. */
export function registerParams({
  filters,
  search,
}: Pick<RegisterAsk, 'filters' | 'search'>): URLSearchParams {
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  for (const facet of registerFacets) if (filters[facet]) params.set(facet, filters[facet])
  return params
}

export const isNarrowed = ({ filters, words }: RegisterAsk): boolean =>
  words.length > 0 || Object.keys(filters).length > 0
