import * as z from 'zod'
import type { ActDefinition } from '#platform/http/module.ts'
import { correctCalendar } from '../actions/correct-calendar.ts'
import { calendarJurisdictions } from '../deadlines/calendars/calendar.ts'
import { jurisdictionWords } from '../deadlines/proof-words.ts'

const payload = z.object({
  jurisdiction: z.enum(calendarJurisdictions),
  day: z.iso.date(),
  working: z.boolean(),
})

const correctAct: ActDefinition = {
  kind: 'authorities.correct_calendar',
  label: 'authorities.deadline.act.label',
  describe: async (_tx, act, i18n) => {
    const { jurisdiction, day, working } = payload.parse(act.payload)
    const values = {
      ...{ name: i18n.t(jurisdictionWords[jurisdiction]), day: i18n.date(day) },
      working: working ? 'yes' : 'no',
    }
    return { values, path: '/deadline-rules#calendars' }
  },
  apply: (tx, act) => correctCalendar(tx, act.id),
}

/** Two-person acts about calendars. */
export const calendarActs: ActDefinition[] = [correctAct]
