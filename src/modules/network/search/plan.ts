import type { Kinship } from '../forms/directory.ts'
import { type Group, rarestOf, shareOf, wordGroups } from './groups.ts'
import type { Understood } from './kindred.ts'

// What a row costs in microseconds on an ordinary machine: passed by in an index, or fetched by its key.
const passedBy = 0.25
const fetched = 4

/**
 * Where a list with filters starts: from the members of the rarest filter, to be sorted afterwards; or (null) along the
 * names in their order, which is right when matches are many, because then a page is soon full.
 */
export function startOfList(filters: readonly Group[], total: number, size: number): Group | null {
  const rarest = rarestOf(filters)
  if (!rarest) return null
  const share = shareOf(filters, total)
  const walk = share === 0 ? total : Math.min(total, size / share)
  return rarest.reach * fetched < walk * passedBy + size * fetched ? rarest : null
}

/**
 * One pass of a search, over the members that match with this kinship and no closer one. `start` is the group whose
 * members are looked through; `inOrder` says nearest first until the page is full, otherwise all of them and then sorted.
 */
export type Pass = {
  kinship: Kinship
  start: Group
  inOrder: boolean
  groups: readonly Group[]
  closer: readonly Group[]
}

function startOfPass(words: readonly Group[], filters: readonly Group[], total: number, size: number) {
  const groups = [...filters, ...words]
  const walks = words.map(group => {
    const share = shareOf(
      groups.filter(other => other !== group),
      total,
    )
    return { group, rows: share === 0 ? group.reach : Math.min(group.reach, size / share) }
  })
  const shortest = walks.reduce((least, walk) => (walk.rows < least.rows ? walk : least))
  const rarest = rarestOf(filters)
  return rarest && rarest.reach < shortest.rows
    ? { start: rarest, inOrder: false }
    : { start: shortest.group, inOrder: true }
}

// With one word alone the members sought have one of the words that this kinship adds.
function onlyNew(group: Group, closer: readonly Group[]): Group {
  const [known, second] = closer
  if (!known || second) return group
  return { ...group, terms: group.terms.filter(term => !known.terms.includes(term)) }
}

const isMore = (groups: readonly Group[], fewer: readonly Group[]): boolean =>
  groups.some((group, index) => group.terms.length > fewer[index]!.terms.length)

/** The passes of a search, closest kinship first. Empty when a word of the query is like no word. */
export function planSearch(
  filters: readonly Group[],
  understood: readonly Understood[],
  total: number,
  size: number,
): Pass[] {
  const passes: Pass[] = []
  let closer: Group[] = []
  for (const kinship of [0, 1, 2] as const) {
    const words = wordGroups(understood, kinship)
    if (words.some(({ terms }) => terms.length === 0)) continue
    if (closer.length > 0 && !isMore(words, closer)) continue
    const { start, inOrder } = startOfPass(words, filters, total, size)
    const from = words.includes(start) ? onlyNew(start, closer) : start
    passes.push({ kinship, start: from, inOrder, groups: [...filters, ...words], closer })
    closer = words
  }
  return passes
}
