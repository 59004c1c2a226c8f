import { type Calendar, type CalendarDay, type CalendarJurisdiction, calendarOf } from './calendar.ts'
import { euDays } from './eu.ts'
import { plDays } from './pl.ts'
import { uaDays } from './ua.ts'

const daysOf = { UA: uaDays, PL: plDays, EU: euDays }

/** The days of the first version, in order: what the migration holds, made from the laws. */
export const shippedDays = (jurisdiction: CalendarJurisdiction): CalendarDay[] =>
  daysOf[jurisdiction]().sort((a, b) => (a.day < b.day ? -1 : 1))

const made = new Map<CalendarJurisdiction, Calendar>()

/** The calendar as it ships with the program; it needs no database. */
export function shippedCalendar(jurisdiction: CalendarJurisdiction): Calendar {
  const known = made.get(jurisdiction) ?? calendarOf(jurisdiction, 1, shippedDays(jurisdiction))
  made.set(jurisdiction, known)
  return known
}
