import { sql } from 'drizzle-orm'
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'

const schema = pgSchema('monitoring')

/** What an authority may have counted. */
export const measures = ['recorded', 'charged', 'convicted'] as const
export type Measure = (typeof measures)[number]

const entered = {
  source: text('source').notNull(),
  enteredBy: uuid('entered_by').notNull(),
  enteredAt: instant('entered_at').notNull().default(sql`now()`),
}

export const populations = schema.table('populations', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  region: text('region').notNull(),
  year: integer('year').notNull(),
  people: integer('people').notNull(),
  ...entered,
})

export const officialFigures = schema.table('official_figures', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  authority: text('authority').notNull(),
  year: integer('year').notNull(),
  measure: text('measure').$type<Measure>().notNull(),
  value: integer('value'),
  ...entered,
})
