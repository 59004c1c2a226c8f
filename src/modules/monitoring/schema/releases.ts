import { sql } from 'drizzle-orm'
import { date, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('monitoring')

/** One direct source was assessed, or two sources or more confirm it. */
export const standings = ['verified', 'assessed'] as const
export type Standing = (typeof standings)[number]

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
  requestId: uuid('request_id').notNull(),
  note: localised('note').notNull().default({}),
  digest: bytes('digest').notNull(),
})

export const releaseRequests = schema.table('release_requests', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  recordedUntil: day('recorded_until').notNull(),
  digest: bytes('digest').notNull(),
  note: localised('note').notNull().default({}),
  status: text('status').$type<'asked' | 'confirmed' | 'closed'>().notNull().default('asked'),
  askedBy: uuid('asked_by').notNull(),
  askedAt: instant('asked_at').notNull().default(sql`now()`),
  answeredBy: uuid('answered_by'),
  answeredAt: instant('answered_at'),
})

export const releaseCells = schema.table('release_cells', {
  umbrellaId: uuid('umbrella_id').notNull(),
  releaseId: uuid('release_id').notNull(),
  standing: text('standing').$type<Standing>().notNull(),
  dimension: text('dimension').notNull(),
  period: text('period').notNull(),
  code: text('code').notNull(),
  region: text('region').notNull().default(''),
  status: text('status').$type<'shown' | 'rounded' | 'suppressed'>().notNull(),
  value: integer('value'),
})
