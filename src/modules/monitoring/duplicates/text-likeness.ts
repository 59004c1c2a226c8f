import { searchKey } from '#platform/text/index.ts'

const length = 3

function trigrams(text: string): Set<string> {
  const key = ` ${searchKey(text)} `
  const found = new Set<string>()
  for (let at = 0; at + length <= key.length; at++) found.add(key.slice(at, at + length))
  return found
}

/**
 * How alike two texts are, 0 to 1: the share of the shorter one's trigrams that the other has too (overlap coefficient),
 * so that a short notice is found in a long report. Across scripts, as everywhere in the search. 0 where a text is empty.
 */
export function textLikeness(a: string, b: string): number {
  const [first, second] = [trigrams(a), trigrams(b)]
  const smaller = Math.min(first.size, second.size)
  // Two or three words of a note are in every text.
  if (smaller < 20) return 0
  return first.intersection(second).size / smaller
}
