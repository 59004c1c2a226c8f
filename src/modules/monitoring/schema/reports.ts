import { sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day } from '#platform/database/columns.ts'
import type { ConsentUse } from '../report/consent-uses.ts'
import type { DatePrecision } from './incidents.ts'

const schema = pgSchema('monitoring')

const umbrellaId = uuid('umbrella_id').notNull()

/** What of a report may lie in the open. */
export const reports = schema.table('reports', {
  umbrellaId,
  id: uuid('id').notNull(),
  recordId: uuid('record_id').notNull(),
  receivedOn: day('received_on').notNull().default(sql`current_date`),
  region: text('region'),
  month: day('month'),
  monthUntil: day('month_until'),
  precision: text('precision').$type<DatePrecision>(),
  consents: text('consents').array().$type<ConsentUse[]>().notNull().default([]),
  waitingSince: day('waiting_since').default(sql`current_date`),
  announced: boolean('announced').notNull().default(false),
  incidentId: uuid('incident_id'),
  closedOn: day('closed_on'),
})

/** What somebody agreed to and took back; the last line for a use counts. */
export const reportConsents = schema.table('report_consents', {
  umbrellaId,
  reportId: uuid('report_id').notNull(),
  position: integer('position').notNull(),
  use: text('use').$type<ConsentUse>().notNull(),
  given: boolean('given').notNull(),
  toldOn: day('told_on').notNull().default(sql`current_date`),
})
