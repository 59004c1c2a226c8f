import { sql } from 'drizzle-orm'
import { jsonb, pgSchema, real, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'

const schema = pgSchema('network')

/** `name`: the same name; `similar`: names alike in one place; `contact`: the same address or website. */
export type DuplicateReason = 'name' | 'similar' | 'contact'

/** Why two organisations cannot become one. */
export const mergeObstacles = [
  'already_merged',
  'already_decided',
  'identifiers',
  'memberships',
  'elsewhere',
  'mandates',
  'unions',
] as const
export type MergeObstacle = (typeof mergeObstacles)[number]
export type MergeStatus = 'proposed' | 'awaiting' | 'done' | 'refused' | 'withdrawn'

export const duplicatePairs = schema.table('duplicate_pairs', {
  umbrellaId: uuid('umbrella_id').notNull(),
  firstId: uuid('first_id').notNull(),
  secondId: uuid('second_id').notNull(),
  reasons: text('reasons').array().$type<DuplicateReason[]>().notNull(),
  likeness: real('likeness').notNull(),
  foundAt: instant('found_at').notNull().default(sql`now()`),
  distinctBy: uuid('distinct_by'),
  distinctAt: instant('distinct_at'),
})

export const merges = schema.table('merges', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  survivorId: uuid('survivor_id').notNull(),
  mergedId: uuid('merged_id').notNull(),
  status: text('status').$type<MergeStatus>().notNull().default('proposed'),
  proposedBy: uuid('proposed_by'),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  finishedAt: instant('finished_at'),
  obstacle: text('obstacle').$type<MergeObstacle>(),
  moved: jsonb('moved'),
})

export const mergeAnswers = schema.table('merge_answers', {
  umbrellaId: uuid('umbrella_id').notNull(),
  mergeId: uuid('merge_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  answer: text('answer').$type<'accepted' | 'refused'>().notNull(),
  word: text('word'),
  answeredBy: uuid('answered_by'),
  answeredAt: instant('answered_at').notNull().default(sql`now()`),
})
