import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, numeric, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'
import type { MajorityRule } from './councils.ts'
import { ofPopolo } from './of-popolo.ts'

const schema = pgSchema('councils')

export const voteOptions = ['yes', 'no', 'abstain', 'absent', 'not voting', 'paired'] as const
export type VoteOption = (typeof voteOptions)[number]

export const sources = schema.table('sources', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  fileName: text('file_name').notNull(),
  top: jsonb('top').$type<Record<string, unknown>>().notNull().default({}),
  importedBy: uuid('imported_by'),
  importedAt: instant('imported_at').notNull().default(sql`now()`),
})

export const areas = schema.table('areas', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  name: text('name'),
  identifier: text('identifier'),
  classification: text('classification'),
  parentId: uuid('parent_id'),
})

export const people = schema.table('people', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  name: text('name'),
  named: boolean('named').notNull().default(false),
  accountId: uuid('account_id'),
})

export const terms = schema.table('terms', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  councilId: uuid('council_id'),
  parentId: uuid('parent_id'),
  name: text('name'),
  classification: text('classification'),
  startDate: text('start_date'),
  endDate: text('end_date'),
})

export const motions = schema.table('motions', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  councilId: uuid('council_id'),
  termId: uuid('term_id'),
  creatorId: uuid('creator_id'),
  itemId: uuid('item_id'),
  identifier: text('identifier'),
  classification: text('classification'),
  text: text('text'),
  date: text('date'),
  requirement: text('requirement'),
  result: text('result'),
})

export const voteEvents = schema.table('vote_events', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  councilId: uuid('council_id'),
  motionId: uuid('motion_id'),
  termId: uuid('term_id'),
  sessionId: uuid('session_id'),
  identifier: text('identifier'),
  startDate: text('start_date'),
  endDate: text('end_date'),
  result: text('result'),
  counts: jsonb('counts').$type<unknown[]>(),
  majorityRule: text('majority_rule').$type<MajorityRule>(),
  yes: integer('yes'),
  no: integer('no'),
  abstain: integer('abstain'),
  presentThen: integer('present_then'),
  membersThen: integer('members_then'),
  seatsThen: integer('seats_then'),
  recordedBy: uuid('recorded_by'),
  recordedAt: instant('recorded_at').notNull().default(sql`now()`),
})

export const votes = schema.table('votes', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  voteEventId: uuid('vote_event_id'),
  voterId: uuid('voter_id'),
  seatId: uuid('seat_id'),
  groupId: uuid('group_id'),
  pairId: uuid('pair_id'),
  role: text('role'),
  option: text('option').$type<VoteOption>(),
  weight: numeric('weight'),
})
