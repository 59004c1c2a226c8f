import * as z from 'zod'
import { requiredDay, requiredLocalised, requiredText } from '#modules/network/index.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { calendarJurisdictions } from '../deadlines/calendars/calendar.ts'

const choose: MessageKey = 'platform.form.missing'

/** What two coordinators correct in a calendar: one day, with where that is written. */
export const calendarCorrection = z.object({
  jurisdiction: z.enum(calendarJurisdictions, choose),
  day: requiredDay,
  working: z.enum(['yes', 'no'], choose).transform(value => value === 'yes'),
  name: requiredLocalised(200),
  source: requiredText(500),
  reason: requiredText(1000),
})
