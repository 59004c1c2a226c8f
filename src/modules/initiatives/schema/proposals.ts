import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('initiatives')

/** `values`: other values of rules. `rules`, `goal`: a text of the coalition. */
export const proposalKinds = ['values', 'rules', 'goal'] as const
export type ProposalKind = (typeof proposalKinds)[number]
/** Texts that the members agree on. */
export type AgreedKind = Exclude<ProposalKind, 'values'>
export type ProposalStatus = 'discussion' | 'decision' | 'adopted' | 'not_adopted' | 'withdrawn'
export const stances = ['for', 'against', 'question'] as const
export type Stance = (typeof stances)[number]

/** One rule as it was in force on the day of the proposal, and as it would be. Version 0 is the program's default. */
export type RuleChange = { key: string; version: number; from: number; to: number }

export const proposals = schema.table('proposals', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  number: integer('number').notNull(),
  kind: text('kind').$type<ProposalKind>().notNull(),
  status: text('status').$type<ProposalStatus>().notNull().default('discussion'),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  title: localised('title').notNull(),
  reasons: localised('reasons').notNull(),
  authoritative: text('authoritative').notNull(),
  changes: jsonb('changes').$type<RuleChange[]>(),
  textId: uuid('text_id'),
  baseVersion: integer('base_version'),
  body: localised('body'),
  ends: boolean('ends').notNull().default(false),
  version: integer('version').notNull().default(1),
  discussionDays: integer('discussion_days').notNull(),
  ruleVersion: integer('rule_version').notNull(),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  discussionSince: instant('discussion_since').notNull().default(sql`now()`),
  discussionUntil: instant('discussion_until').notNull().default(sql`now()`),
  decisionId: uuid('decision_id'),
  closedAt: instant('closed_at'),
  previousId: uuid('previous_id'),
  news: localised('news'),
})

export const proposalVersions = schema.table('proposal_versions', {
  umbrellaId: uuid('umbrella_id').notNull(),
  proposalId: uuid('proposal_id').notNull(),
  version: integer('version').notNull(),
  title: localised('title').notNull(),
  reasons: localised('reasons').notNull(),
  changes: jsonb('changes').$type<RuleChange[]>(),
  body: localised('body'),
  madeAt: instant('made_at').notNull().default(sql`now()`),
})

export const proposalRemarks = schema.table('proposal_remarks', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  proposalId: uuid('proposal_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  stance: text('stance').$type<Stance>().notNull(),
  body: text('body'),
  contentLocale: text('content_locale').notNull(),
  version: integer('version').notNull(),
  writtenAt: instant('written_at').notNull().default(sql`now()`),
  withdrawnAt: instant('withdrawn_at'),
  redactedUnder: uuid('redacted_under'),
})

export const agreedTexts = schema.table('agreed_texts', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  number: integer('number').notNull(),
  kind: text('kind').$type<AgreedKind>().notNull(),
})

export const agreedVersions = schema.table('agreed_versions', {
  umbrellaId: uuid('umbrella_id').notNull(),
  textId: uuid('text_id').notNull(),
  version: integer('version').notNull(),
  title: localised('title').notNull(),
  body: localised('body').notNull(),
  authoritative: text('authoritative').notNull(),
  ends: boolean('ends').notNull().default(false),
  decisionId: uuid('decision_id').notNull(),
  adoptedAt: instant('adopted_at').notNull().default(sql`now()`),
})
