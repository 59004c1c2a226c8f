import { sql } from 'drizzle-orm'
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '#platform/database/columns.ts'

const schema = pgSchema('monitoring')

/** What became of a chronicle that was to be recorded. */
export type DraftOutcome = 'recorded' | 'stopped' | 'refused' | 'failed'

export const importDrafts = schema.table('import_drafts', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  accountId: uuid('account_id').notNull(),
  endsAt: instant('ends_at').notNull().default(sql`now() + interval '24 hours'`),
  state: bytes('state'),
  file: bytes('file'),
  wrappedKey: bytes('wrapped_key'),
  askedAt: instant('asked_at'),
  total: integer('total'),
  done: integer('done').notNull().default(0),
  outcome: text('outcome').$type<DraftOutcome>(),
  reason: text('reason'),
  importId: uuid('import_id'),
})
