import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgSchema, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, localised } from '#platform/database/columns.ts'
import type { Json } from '#platform/journal/record.ts'

const schema = pgSchema('initiatives')

export const decisionKinds = [
  'initiative',
  'rule',
  'goal',
  'admission',
  'appointment',
  'reversal',
  'import',
] as const
export type DecisionKind = (typeof decisionKinds)[number]
export type DecisionMethod = 'majority' | 'approval' | 'cumulative' | 'ordinal'
export const decisionStatuses = ['open', 'countdown', 'sealed', 'void', 'cancelled', 'withdrawn'] as const
export type DecisionStatus = (typeof decisionStatuses)[number]
export type DecisionOutcome = 'supported' | 'not_supported'
export const choices = ['yes', 'no', 'abstain', 'stand_aside'] as const
export type Choice = (typeof choices)[number]
/** How a vote came that somebody else entered. */
export const enteredChannels = ['paper', 'email', 'meeting'] as const
export type EnteredChannel = (typeof enteredChannels)[number]
export type Channel = 'self' | EnteredChannel | 'import'
export type ElectorForm = 'collective' | 'individual' | 'voter'

/** Rules as they were in force at the opening. */
export type RulesOfDecision = Record<string, { version: number; value: number }>
/** How many electors stand where. */
export type Tally = Record<Choice, number>

export const decisions = schema.table('decisions', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  number: integer('number').notNull(),
  kind: text('kind').$type<DecisionKind>().notNull(),
  subjectId: uuid('subject_id').notNull(),
  title: localised('title').notNull(),
  text: jsonb('text').$type<Record<string, Json>>().notNull(),
  authoritative: text('authoritative'),
  textHash: bytes('text_hash').notNull(),
  round: integer('round').notNull(),
  secret: boolean('secret').notNull(),
  method: text('method').$type<DecisionMethod>().notNull(),
  previousId: uuid('previous_id'),
  news: localised('news'),
  status: text('status').$type<DecisionStatus>().notNull().default('open'),
  outcome: text('outcome').$type<DecisionOutcome>(),
  openedAt: instant('opened_at').notNull().default(sql`now()`),
  discussionUntil: instant('discussion_until').notNull(),
  closesAt: instant('closes_at').notNull(),
  extendedAt: instant('extended_at'),
  crossedAt: instant('crossed_at'),
  countdownUntil: instant('countdown_until'),
  sealedAt: instant('sealed_at'),
  closedAt: instant('closed_at'),
  closeReason: text('close_reason'),
  electorate: integer('electorate').notNull(),
  rules: jsonb('rules').$type<RulesOfDecision>().notNull(),
  electorateHash: bytes('electorate_hash').notNull(),
  opening: jsonb('opening').$type<Record<string, Json>>().notNull(),
  fingerprint: bytes('fingerprint').notNull(),
  tally: jsonb('tally').$type<Record<string, Json>>(),
  logHash: bytes('log_hash'),
  openedByMembership: uuid('opened_by_membership'),
})

export const electors = schema.table('electors', {
  umbrellaId: uuid('umbrella_id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  electorId: uuid('elector_id').notNull(),
  membershipId: uuid('membership_id'),
  form: text('form').$type<ElectorForm>().notNull(),
  name: localised('name'),
  shard: smallint('shard').notNull(),
})

export const ballots = schema.table('ballots', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  electorId: uuid('elector_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  personId: uuid('person_id'),
  mandateId: uuid('mandate_id'),
  choice: text('choice').$type<Choice>(),
  marks: jsonb('marks').$type<Json>(),
  statement: localised('statement'),
  channel: text('channel').$type<Channel>().notNull(),
  evidenceFileId: uuid('evidence_file_id'),
  enteredBy: uuid('entered_by'),
  castAt: instant('cast_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  confirmedBy: uuid('confirmed_by'),
  declinedAt: instant('declined_at'),
})

export const positions = schema.table('positions', {
  umbrellaId: uuid('umbrella_id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  electorId: uuid('elector_id').notNull(),
  ballotId: uuid('ballot_id'),
  choice: text('choice').$type<Choice>(),
  challenged: boolean('challenged').notNull().default(false),
  lastOrdinal: integer('last_ordinal').notNull().default(0),
})

export const tallies = schema.table('tallies', {
  umbrellaId: uuid('umbrella_id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  shard: smallint('shard').notNull(),
  choice: text('choice').$type<Choice>().notNull(),
  n: integer('n').notNull().default(0),
})

export const supports = schema.table('supports', {
  umbrellaId: uuid('umbrella_id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  statement: localised('statement'),
  givenAt: instant('given_at').notNull().default(sql`now()`),
  withdrawnAt: instant('withdrawn_at'),
})

export const challenges = schema.table('challenges', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  electorId: uuid('elector_id').notNull(),
  ballotId: uuid('ballot_id').notNull(),
  mandateId: uuid('mandate_id'),
  caseId: uuid('case_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  reasons: text('reasons').notNull(),
  contentLocale: text('content_locale').notNull(),
  raisedAt: instant('raised_at').notNull().default(sql`now()`),
  settledAt: instant('settled_at'),
  upheld: boolean('upheld'),
  actId: uuid('act_id'),
})

export const cosponsors = schema.table('cosponsors', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id'),
  givenAt: instant('given_at').notNull().default(sql`now()`),
  withdrawnAt: instant('withdrawn_at'),
  usedBy: uuid('used_by'),
})
