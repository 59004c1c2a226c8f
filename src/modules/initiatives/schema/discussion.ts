import { sql } from 'drizzle-orm'
import { integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, localised } from '#platform/database/columns.ts'
import type { Part, TranslationState } from './initiatives.ts'

const schema = pgSchema('initiatives')

export const stances = ['for', 'against', 'question'] as const
export type Stance = (typeof stances)[number]

/** Texts of one language by the part they change. */
export type PartTexts = Partial<Record<Part | 'title', string>>

export type AmendmentStatus = 'open' | 'accepted' | 'refused' | 'withdrawn'
export type CorrectionStatus = 'proposed' | 'confirmed' | 'refused' | 'withdrawn'
export const correctionKinds = ['typo', 'translation'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

export const comments = schema.table('comments', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  initiativeId: uuid('initiative_id').notNull(),
  parentId: uuid('parent_id'),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  stance: text('stance').$type<Stance>(),
  body: text('body'),
  salt: bytes('salt'),
  bodyHash: bytes('body_hash').notNull(),
  contentLocale: text('content_locale').notNull(),
  version: integer('version').notNull(),
  round: integer('round').notNull(),
  writtenAt: instant('written_at').notNull().default(sql`now()`),
  withdrawnAt: instant('withdrawn_at'),
  redactedAt: instant('redacted_at'),
  redactionReason: text('redaction_reason'),
  redactedUnder: uuid('redacted_under'),
})

export const scopeChallenges = schema.table('scope_challenges', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  initiativeId: uuid('initiative_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  topic: localised('topic'),
  reasons: text('reasons').notNull(),
  contentLocale: text('content_locale').notNull(),
  raisedAt: instant('raised_at').notNull().default(sql`now()`),
  answer: text('answer'),
  answerLocale: text('answer_locale'),
  answeredAt: instant('answered_at'),
  withdrawnAt: instant('withdrawn_at'),
})

export const amendments = schema.table('amendments', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  initiativeId: uuid('initiative_id').notNull(),
  number: integer('number').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  baseVersion: integer('base_version').notNull(),
  round: integer('round').notNull(),
  locale: text('locale').notNull(),
  before: jsonb('before').$type<PartTexts>().notNull(),
  after: jsonb('after').$type<PartTexts>().notNull(),
  reasons: text('reasons').notNull(),
  status: text('status').$type<AmendmentStatus>().notNull().default('open'),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  answer: text('answer'),
  answerLocale: text('answer_locale'),
  answeredAt: instant('answered_at'),
  madeVersion: integer('made_version'),
})

export const corrections = schema.table('corrections', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  initiativeId: uuid('initiative_id').notNull(),
  kind: text('kind').$type<CorrectionKind>().notNull(),
  state: text('state').$type<TranslationState>(),
  locale: text('locale').notNull(),
  baseVersion: integer('base_version').notNull(),
  before: jsonb('before').$type<PartTexts>().notNull(),
  after: jsonb('after').$type<PartTexts>().notNull(),
  reasons: text('reasons').notNull(),
  membershipId: uuid('membership_id').notNull(),
  proposedBy: uuid('proposed_by'),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  status: text('status').$type<CorrectionStatus>().notNull().default('proposed'),
  answeredMembership: uuid('answered_membership'),
  answeredBy: uuid('answered_by'),
  answeredAt: instant('answered_at'),
  madeVersion: integer('made_version'),
})
