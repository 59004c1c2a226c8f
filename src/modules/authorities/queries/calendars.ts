import { rows, type Tx } from '#platform/database/scope.ts'
import {
  type Calendar,
  type CalendarDay,
  type CalendarJurisdiction,
  calendarOf,
} from '../deadlines/calendars/calendar.ts'
import { shippedCalendar } from '../deadlines/calendars/shipped.ts'

async function readDays(tx: Tx, jurisdiction: CalendarJurisdiction, version: number): Promise<CalendarDay[]> {
  return rows<CalendarDay>(
    tx,
    'authorities.calendar-days',
    `select distinct on (day) day::text, working, name, source, confidence, valid_from::text as "validFrom",
       valid_to::text as "validTo"
     from authorities.calendar_days where jurisdiction = $1 and version <= $2 order by day, version desc`,
    [jurisdiction, version],
  )
}

/** One version of a calendar. */
export async function calendarAt(
  tx: Tx,
  jurisdiction: CalendarJurisdiction,
  version: number,
): Promise<Calendar> {
  // The first version is what ships; a test holds the two together.
  if (version === 1) return shippedCalendar(jurisdiction)
  return calendarOf(jurisdiction, version, await readDays(tx, jurisdiction, version))
}

/** The calendar of a jurisdiction as it stands now, with the corrections of this installation. */
export async function calendarNow(tx: Tx, jurisdiction: CalendarJurisdiction): Promise<Calendar> {
  const [newest] = await rows<{ version: number }>(
    tx,
    'authorities.calendar-version',
    'select max(version) as version from authorities.calendar_versions where jurisdiction = $1',
    [jurisdiction],
  )
  return calendarAt(tx, jurisdiction, newest!.version)
}

export type CalendarVersion = {
  jurisdiction: CalendarJurisdiction
  version: number
  publishedOn: string
  source: string
  reason: string
}

/** Every version of every calendar, newest first. */
export const calendarVersionsKnown = (tx: Tx): Promise<CalendarVersion[]> =>
  rows(
    tx,
    'authorities.calendar-versions',
    `select jurisdiction, version, published_on::text as "publishedOn", source, reason
     from authorities.calendar_versions order by jurisdiction, version desc`,
  )
