import { sql } from 'drizzle-orm'
import { boolean, jsonb, pgSchema, smallint, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'

const schema = pgSchema('monitoring')

/** What one coder chose, by the name of the incident's field. Several codes where the field takes several. */
export type ChosenCodes = { [field: string]: string | string[] | null }

export const codings = schema.table('codings', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  incidentId: uuid('incident_id').notNull(),
  coderId: uuid('coder_id').notNull(),
  blind: boolean('blind').notNull().default(false),
  codes: jsonb('codes').$type<ChosenCodes>().notNull().default({}),
  startedAt: instant('started_at').notNull().default(sql`now()`),
  doneAt: instant('done_at'),
})

/** How many code an incident and how many have finished; not there while nobody has begun. */
export const coderCounts = schema.table('coder_counts', {
  umbrellaId: uuid('umbrella_id').notNull(),
  incidentId: uuid('incident_id').notNull(),
  begun: smallint('begun').notNull(),
  done: smallint('done').notNull(),
})
