import { sql } from 'drizzle-orm'
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'

const schema = pgSchema('initiatives')

export type AppealStatus = 'gathering' | 'standing' | 'upheld' | 'rejected' | 'withdrawn'

export const appeals = schema.table('appeals', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  number: integer('number').notNull(),
  decisionId: uuid('decision_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  grounds: text('grounds').notNull(),
  contentLocale: text('content_locale').notNull(),
  status: text('status').$type<AppealStatus>().notNull().default('gathering'),
  needed: integer('needed').notNull(),
  until: instant('until').notNull(),
  raisedAt: instant('raised_at').notNull().default(sql`now()`),
  standingAt: instant('standing_at'),
  answerId: uuid('answer_id'),
  closedAt: instant('closed_at'),
})

export const appealSigners = schema.table('appeal_signers', {
  umbrellaId: uuid('umbrella_id').notNull(),
  appealId: uuid('appeal_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  signedAt: instant('signed_at').notNull().default(sql`now()`),
})
