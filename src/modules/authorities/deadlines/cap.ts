import type { Calendar } from './calendars/calendar.ts'
import { computeDeadline } from './compute.ts'
import type { Rule } from './rules/rule.ts'

/** The day of an end that may be an hour. */
export const dayOf = (due: Temporal.PlainDate | Temporal.ZonedDateTime): string =>
  (due instanceof Temporal.PlainDate ? due : due.toPlainDate()).toString()

/** The last day that an extension may name: the end itself where the law knows none; null where the body alone names it. */
export function capOf(rule: Rule, from: Temporal.PlainDate, calendar: Calendar): string | null {
  const longest = computeDeadline(rule, from, calendar, { extended: rule.extension !== null })
  return longest.ok ? dayOf(longest.due) : null
}
