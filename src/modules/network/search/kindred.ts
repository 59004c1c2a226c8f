import type { Kinship } from '../forms/directory.ts'
import { editDistance } from './edit-distance.ts'

/** A word of the umbrella's names that may be meant by a word of the query; `n` members are found by it. */
export type Kindred = { query: string; word: string; kinship: Kinship; likeness: number; n: number }

/** The words meant by one word of the query. `nearest` is the closest kinship among them, null when nothing is like it. */
export type Understood = { query: string; nearest: Kinship | null; words: readonly Kindred[] }

// One slip in a short word, two in a longer one, three in a very long one: more would be another word.
const slips = (word: string): number => (word.length < 3 ? 0 : word.length < 6 ? 1 : word.length < 10 ? 2 : 3)

/** Of words that only look alike those with the fewest slips: who has one at hand does not mean the others. */
function withFewestSlips(query: string, alike: readonly Kindred[]): Kindred[] {
  const distances = alike.map(({ word }) => editDistance(query, word))
  const fewest = Math.min(...distances)
  return fewest > slips(query) ? [] : alike.filter((_, index) => distances[index] === fewest)
}

/** Sorts what the database found for each word of the query, and drops misspellings that are too far off. */
export function understand(queries: readonly string[], found: readonly Kindred[]): Understood[] {
  return queries.map(query => {
    const own = found.filter(kindred => kindred.query === query)
    const related = own.filter(({ kinship }) => kinship < 2)
    const words = related.length > 0 ? related : withFewestSlips(query, own)
    const nearest = words.length === 0 ? null : (Math.min(...words.map(({ kinship }) => kinship)) as Kinship)
    return { query, nearest, words }
  })
}
