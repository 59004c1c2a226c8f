import { type Count, daysOfDelay, isSensitive, smallestShown } from './rules.ts'

/** The quarter of a month as published tables name it: 2026-Q1. */
export const quarterOf = (month: Temporal.PlainYearMonth): string =>
  `${month.year}-Q${Math.ceil(month.month / 3)}`

const added = (counts: readonly Count[]): Count => ({
  n: counts.reduce((sum, { n }) => sum + n, 0),
  // One family may be the largest in each month, so the parts are added: rather one number too few than one too many.
  largest: counts.reduce((sum, { largest = 0 }) => sum + largest, 0),
})

/**
 * Numbers by month, or by quarter where one of its months would be too small. Nothing is published of such months beside
 * their quarter, so nothing can be subtracted.
 */
export function coarsened(months: ReadonlyMap<string, Count>): Map<string, Count> {
  const quarters = Map.groupBy(months, ([month]) => quarterOf(Temporal.PlainYearMonth.from(month)))
  return new Map(
    [...quarters].flatMap(([quarter, held]): [string, Count][] =>
      held.some(([, count]) => isSensitive(count, smallestShown.oneWay))
        ? [[quarter, added(held.map(([, count]) => count))]]
        : held,
    ),
  )
}

/** The last day whose records may be counted today. */
export const countableUntil = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ days: daysOfDelay })
