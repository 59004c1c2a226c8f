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

/** Days off of a jurisdiction as one version knows them. `first` and `last` bound what it knows. */
export type Calendar = {
  jurisdiction: CalendarJurisdiction
  version: number
  first: string
  last: string
  days: ReadonlyMap<string, CalendarDay>
}

export const firstYear = 2011
export const lastYear = 2035

export const calendarOf = (
  jurisdiction: CalendarJurisdiction,
  version: number,
  days: readonly CalendarDay[],
): Calendar => ({
  jurisdiction,
  version,
  first: `${firstYear}-01-01`,
  last: `${lastYear}-12-31`,
  days: new Map(days.map(day => [day.day, day])),
})

export const isWeekend = (day: Temporal.PlainDate): boolean => day.dayOfWeek > 5

/** What the calendar says about that day beyond the week. */
export const entryOf = ({ days }: Calendar, day: Temporal.PlainDate): CalendarDay | undefined =>
  days.get(day.toString())

export const isWorking = (calendar: Calendar, day: Temporal.PlainDate): boolean =>
  entryOf(calendar, day)?.working ?? !isWeekend(day)

/** A day beyond the calendar could be a holiday that nobody has told us of. */
export const knows = ({ first, last }: Calendar, day: Temporal.PlainDate): boolean => {
  const asked = day.toString()
  return asked >= first && asked <= last
}
