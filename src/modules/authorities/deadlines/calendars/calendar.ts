import type { Confidence } from '../cite.ts'
import type { Text } from '../text.ts'

export const calendarJurisdictions = ['UA', 'PL', 'EU'] as const
export type CalendarJurisdiction = (typeof calendarJurisdictions)[number]

/** Where the hours and days of a jurisdiction's bodies are counted. */
export const zones: Record<CalendarJurisdiction, string> = {
  UA: 'Europe/Kyiv',
  PL: 'Europe/Warsaw',
  EU: 'Europe/Brussels',
}

/** A day on which the calendar departs from the week, or could be thought to: why, and who says so. */
export type CalendarDay = {
  day: string
  working: boolean
  name: Text
  source: string
  confidence: Confidence
  /** Since when, and until when, what makes the day so was in force. */
  validFrom: string
  validTo: string | null
}

/**
 * Days off of a jurisdiction as one version knows them. Beside the days that have a name, every day by its number from
 * `origin`: stepping through them by numbers is a hundred times faster than by dates.
 */
export type Calendar = {
  jurisdiction: CalendarJurisdiction
  version: number
  days: ReadonlyMap<string, CalendarDay>
  origin: Temporal.PlainDate
  works: readonly boolean[]
  named: readonly (CalendarDay | undefined)[]
}

export const firstYear = 2011
export const lastYear = 2035

const saturday = 6

export function calendarOf(
  jurisdiction: CalendarJurisdiction,
  version: number,
  list: readonly CalendarDay[],
): Calendar {
  const origin = new Temporal.PlainDate(firstYear, 1, 1)
  const length = numberOf(origin, new Temporal.PlainDate(lastYear + 1, 1, 1))
  const works = Array.from({ length }, (_, n) => ((origin.dayOfWeek - 1 + n) % 7) + 1 < saturday)
  const named: (CalendarDay | undefined)[] = Array.from({ length })
  for (const one of list) {
    const number = numberOf(origin, Temporal.PlainDate.from(one.day))
    works[number] = one.working
    named[number] = one
  }
  return { jurisdiction, version, days: new Map(list.map(day => [day.day, day])), origin, works, named }
}

const numberOf = (origin: Temporal.PlainDate, day: Temporal.PlainDate): number => origin.until(day).days

/** The number of a day in the calendar, and the day of a number. */
export const dayNumber = ({ origin }: Calendar, day: Temporal.PlainDate): number => numberOf(origin, day)
export const numberedDay = ({ origin }: Calendar, number: number): Temporal.PlainDate =>
  origin.add({ days: number })

export const isWeekend = (day: Temporal.PlainDate): boolean => day.dayOfWeek >= saturday

/** Whether bodies of the jurisdiction work on that day. */
export const isWorking = (calendar: Calendar, day: Temporal.PlainDate): boolean =>
  calendar.works[dayNumber(calendar, day)] ?? false
