import { sql } from 'drizzle-orm'
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'

/** Reminders of decisions that have gone out: each once. */
export const reminders = pgSchema('initiatives').table('reminders', {
  umbrellaId: uuid('umbrella_id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  event: text('event').notNull(),
  sentAt: instant('sent_at').notNull().default(sql`now()`),
})
