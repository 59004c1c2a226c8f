import type { I18n } from '#platform/i18n/index.ts'

/**
 * A period ends at midnight, when its last whole day is over. People are told that last day: "until the end of 15 March",
 * not "until 16 March, 00:00". `until` is the moment as ISO text.
 */
export const lastDay = (i18n: Pick<I18n, 'dayOf'>, until: string): Temporal.PlainDate =>
  i18n.dayOf(Temporal.Instant.from(until).subtract({ seconds: 1 }))

/** Whole days left until the end of the last one; 0 on that day itself, negative when it is over. */
export function daysLeft(i18n: Pick<I18n, 'dayOf'>, until: string, now = Temporal.Now.instant()): number {
  return i18n.dayOf(now).until(lastDay(i18n, until), { largestUnit: 'day' }).days
}
