import type { Population } from '../queries/comparisons.ts'
import type { Shown } from './published.ts'

/** Reports in a year for each hundred thousand people; null where either is not known exactly. */
export function rateOf(shown: Shown, people: number | undefined): number | null {
  if (shown.state !== 'number' || shown.more || !people) return null
  return Math.round((shown.value / people) * 1_000_000) / 10
}

/** How many people live in each region, by what was entered. */
export const peopleIn = (populations: readonly Population[]): ReadonlyMap<string, number> =>
  new Map(populations.map(({ region, people }) => [region, people]))
