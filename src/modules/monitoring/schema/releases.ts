import { sql } from 'drizzle-orm'
import { date, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('monitoring')

export const tallies = schema.table('tallies', {
  umbrellaId: uuid('umbrella_id').notNull(),
  dimension: text('dimension').notNull(),
  period: date('period').notNull(),
  code: text('code').notNull(),
  region: text('region').notNull().default(''),
  received: integer('received').notNull().default(0),
  assessed: integer('assessed').notNull().default(0),
  verified: integer('verified').notNull().default(0),
})

export const releases = schema.table('releases', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  number: integer('number').notNull(),
  recordedUntil: day('recorded_until').notNull(),
  publishedAt: instant('published_at').notNull().default(sql`now()`),
  publishedBy: uuid('published_by'),
})

export const releaseCells = schema.table('release_cells', {
  umbrellaId: uuid('umbrella_id').notNull(),
  releaseId: uuid('release_id').notNull(),
  standing: text('standing').$type<'assessed' | 'verified'>().notNull(),
  dimension: text('dimension').notNull(),
  period: text('period').notNull(),
  code: text('code').notNull(),
  region: text('region').notNull().default(''),
  status: text('status').$type<'shown' | 'rounded' | 'suppressed'>().notNull(),
  value: integer('value'),
})
