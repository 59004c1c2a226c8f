import { zones } from './calendars/calendar.ts'
import type { From } from './compute.ts'
import type { Rule } from './rules/rule.ts'

// Nothing after the offset: Temporal would read `10:30[Asia/Tokyo]` as half past ten wherever we are.
const moment = /^\d{4}-\d\d-\d\d[T ]\d\d(:\d\d(:\d\d([.,]\d{1,9})?)?)?(Z|[+-]\d\d(:?\d\d)?)?$/i

/**
 * A day (`2026-03-05`) or a moment (`2026-03-05T10:30`, with or without its distance from UTC; without, on the clocks of the
 * jurisdiction). Null when there is no such day or moment.
 */
export function readFrom(text: string, { jurisdiction }: Pick<Rule, 'jurisdiction'>): From | null {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return Temporal.PlainDate.from(text)
    const told = moment.exec(text)
    if (!told) return null
    if (told[4]) return Temporal.Instant.from(text)
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zones[jurisdiction]).toInstant()
  } catch (problem) {
    if (problem instanceof RangeError) return null
    throw problem
  }
}
