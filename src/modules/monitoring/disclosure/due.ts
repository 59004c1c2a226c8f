import { countableUntil } from './periods.ts'
import { daysOfDelay } from './rules.ts'

/** Until which day the next release would count: whole months only, so that nobody can choose a day that tells more. */
export function nextUntil(today: Temporal.PlainDate): Temporal.PlainDate {
  const countable = countableUntil(today)
  if (countable.day === countable.daysInMonth) return countable
  return countable.with({ day: 1 }).subtract({ days: 1 })
}

/** The first day on which a release may follow the one that counted until `last`; null when it may today. */
export function dueOn(
  last: Temporal.PlainDate | null,
  months: number,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (!last) return null
  // Ends of months: a month after the last of June is the last of July.
  const end = last.add({ days: 1 }).add({ months }).subtract({ days: 1 })
  return Temporal.PlainDate.compare(nextUntil(today), end) >= 0 ? null : end.add({ days: daysOfDelay })
}
