import { sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant, localised } from '#platform/database/columns.ts'
import { ofPopolo } from './of-popolo.ts'

const schema = pgSchema('councils')

export const councilKinds = [
  'advisory_council',
  'expert_council',
  'public_council',
  'supervisory_board',
  'commission',
  'parliamentary_committee',
  'parliament',
  'other',
  'group',
] as const
export type CouncilKind = (typeof councilKinds)[number]

export const quorumRules = [
  'half_of_seats',
  'half_of_members',
  'two_thirds_of_members',
  'number',
  'none',
] as const
export type QuorumRule = (typeof quorumRules)[number]

export const majorityRules = [
  'of_votes',
  'of_present',
  'of_members',
  'of_seats',
  'two_thirds_of_present',
  'two_thirds_of_seats',
] as const
export type MajorityRule = (typeof majorityRules)[number]

export const duties = ['chair', 'deputy_chair', 'secretary', 'member', 'observer'] as const
export type Duty = (typeof duties)[number]

export const councils = schema.table('councils', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  slug: text('slug').notNull(),
  kind: text('kind').$type<CouncilKind>().notNull(),
  repeated: boolean('repeated').notNull().default(false),
  name: localised('name').notNull(),
  about: localised('about').notNull().default({}),
  classification: text('classification'),
  bodyId: uuid('body_id'),
  field: localised('field').notNull().default({}),
  parentId: uuid('parent_id'),
  areaId: uuid('area_id'),
  founded: text('founded'),
  dissolved: text('dissolved'),
  seats: integer('seats'),
  quorumRule: text('quorum_rule').$type<QuorumRule>().notNull().default('half_of_seats'),
  quorumNumber: integer('quorum_number'),
  majorityRule: text('majority_rule').$type<MajorityRule>().notNull().default('of_votes'),
  public: boolean('public').notNull().default(true),
  demonstration: boolean('demonstration').notNull().default(false),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const posts = schema.table('posts', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  councilId: uuid('council_id'),
  label: text('label'),
  role: text('role'),
  areaId: uuid('area_id'),
  startDate: text('start_date'),
  endDate: text('end_date'),
  nominates: text('nominates'),
  voting: boolean('voting').notNull().default(true),
})

export const memberships = schema.table('memberships', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  ...ofPopolo,
  councilId: uuid('council_id'),
  personId: uuid('person_id'),
  postId: uuid('post_id'),
  termId: uuid('term_id'),
  areaId: uuid('area_id'),
  label: text('label'),
  role: text('role'),
  duty: text('duty').$type<Duty>().notNull().default('member'),
  onBehalfOfId: uuid('on_behalf_of_id'),
  membershipId: uuid('membership_id'),
  onBehalf: text('on_behalf'),
  delegate: boolean('delegate').notNull().default(false),
  nominatedBy: text('nominated_by'),
  mandateFileId: uuid('mandate_file_id'),
  mandateNote: text('mandate_note'),
  startDate: text('start_date'),
  endDate: text('end_date'),
  endReason: text('end_reason'),
  succeedsId: uuid('succeeds_id'),
})

export const handovers = schema.table('handovers', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  seatId: uuid('seat_id').notNull(),
  note: text('note').notNull(),
  writtenBy: uuid('written_by'),
  writtenAt: instant('written_at').notNull().default(sql`now()`),
})

export const reports = schema.table('reports', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  sessionId: uuid('session_id').notNull(),
  seatId: uuid('seat_id').notNull(),
  lang: text('lang').notNull(),
  happened: text('happened').notNull(),
  said: text('said').notNull().default(''),
  nextSteps: text('next_steps').notNull().default(''),
  writtenBy: uuid('written_by'),
  writtenAt: instant('written_at').notNull().default(sql`now()`),
})

export const reminders = schema.table('reminders', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  seatId: uuid('seat_id').notNull(),
  about: text('about').notNull(),
  sentAt: instant('sent_at').notNull().default(sql`now()`),
})
