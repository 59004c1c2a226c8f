import { sql } from 'drizzle-orm'
import { bigint, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('initiatives')

export const realisationStatuses = ['running', 'stalled', 'completed', 'reversed'] as const
export type RealisationStatus = (typeof realisationStatuses)[number]
export const resourceKinds = ['people', 'money', 'premises', 'hours'] as const
export type ResourceKind = (typeof resourceKinds)[number]
export type TaskStatus = 'open' | 'done' | 'dropped'
export type MilestoneStatus = 'ahead' | 'reached' | 'dropped'
export type PledgeStatus = 'pledged' | 'fulfilled' | 'withdrawn'
export type TakeoverStatus = 'open' | 'passed' | 'answered' | 'withdrawn'
export const extents = ['fully', 'partly', 'not'] as const
/** How far a realisation came. */
export type Extent = (typeof extents)[number]

const umbrellaId = uuid('umbrella_id').notNull()
const id = uuid('id').notNull()
const realisationId = uuid('realisation_id').notNull()
const contentLocale = text('content_locale').notNull()
const moment = (name: string) => instant(name).notNull().default(sql`now()`)

export const realisations = schema.table('realisations', {
  umbrellaId,
  id,
  decisionId: uuid('decision_id').notNull(),
  initiativeId: uuid('initiative_id').notNull(),
  number: integer('number').notNull(),
  membershipId: uuid('membership_id').notNull(),
  status: text('status').$type<RealisationStatus>().notNull().default('running'),
  openedAt: moment('opened_at'),
  reportDueAt: instant('report_due_at').notNull(),
  ruleVersion: integer('rule_version').notNull(),
  stalledAt: instant('stalled_at'),
  endedAt: instant('ended_at'),
})

export const realisationMembers = schema.table('realisation_members', {
  umbrellaId,
  realisationId,
  membershipId: uuid('membership_id').notNull(),
  joinedAt: moment('joined_at'),
  leftAt: instant('left_at'),
})

export const realisationPeople = schema.table('realisation_people', {
  umbrellaId,
  realisationId,
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id').notNull(),
  namedAt: moment('named_at'),
})

export const tasks = schema.table('tasks', {
  umbrellaId,
  id,
  realisationId,
  title: text('title').notNull(),
  contentLocale,
  membershipId: uuid('membership_id'),
  personId: uuid('person_id'),
  dueOn: day('due_on'),
  status: text('status').$type<TaskStatus>().notNull().default('open'),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at'),
  settledAt: instant('settled_at'),
})

export const milestones = schema.table('milestones', {
  umbrellaId,
  id,
  realisationId,
  title: text('title').notNull(),
  contentLocale,
  dueOn: day('due_on').notNull(),
  status: text('status').$type<MilestoneStatus>().notNull().default('ahead'),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at'),
  settledAt: instant('settled_at'),
})

export const realisationNeeds = schema.table('realisation_needs', {
  umbrellaId,
  id,
  realisationId,
  kind: text('kind').$type<ResourceKind>().notNull(),
  title: text('title').notNull(),
  contentLocale,
  amount: bigint('amount', { mode: 'number' }).notNull(),
  currency: text('currency'),
  droppedAt: instant('dropped_at'),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at'),
})

export const pledges = schema.table('pledges', {
  umbrellaId,
  id,
  realisationId,
  needId: uuid('need_id'),
  membershipId: uuid('membership_id').notNull(),
  kind: text('kind').$type<ResourceKind>().notNull(),
  what: text('what').notNull(),
  contentLocale,
  amount: bigint('amount', { mode: 'number' }).notNull(),
  currency: text('currency'),
  status: text('status').$type<PledgeStatus>().notNull().default('pledged'),
  given: bigint('given', { mode: 'number' }),
  reason: text('reason'),
  pledgedAt: moment('pledged_at'),
  settledAt: instant('settled_at'),
})

export const expenses = schema.table('expenses', {
  umbrellaId,
  id,
  realisationId,
  pledgeId: uuid('pledge_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  what: text('what').notNull(),
  contentLocale,
  amount: bigint('amount', { mode: 'number' }).notNull(),
  currency: text('currency').notNull(),
  spentOn: day('spent_on').notNull(),
  receiptId: uuid('receipt_id').notNull(),
  overReason: text('over_reason'),
  recordedAt: moment('recorded_at'),
  struckAt: instant('struck_at'),
  strikeReason: text('strike_reason'),
})

export const reports = schema.table('reports', {
  umbrellaId,
  id,
  realisationId,
  number: integer('number').notNull(),
  membershipId: uuid('membership_id').notNull(),
  body: text('body').notNull(),
  contentLocale,
  corrects: uuid('corrects'),
  publishedAt: moment('published_at'),
})

export const reportFiles = schema.table('report_files', {
  umbrellaId,
  reportId: uuid('report_id').notNull(),
  fileId: uuid('file_id').notNull(),
})

export const results = schema.table('results', {
  umbrellaId,
  realisationId,
  membershipId: uuid('membership_id').notNull(),
  reached: text('reached').$type<Extent>().notNull(),
  body: text('body').notNull(),
  evaluation: text('evaluation').notNull(),
  peopleReached: integer('people_reached'),
  contentLocale,
  publishedAt: moment('published_at'),
})

export const resultFiles = schema.table('result_files', {
  umbrellaId,
  realisationId,
  fileId: uuid('file_id').notNull(),
})

export const takeovers = schema.table('takeovers', {
  umbrellaId,
  id,
  realisationId,
  membershipId: uuid('membership_id').notNull(),
  formerId: uuid('former_id').notNull(),
  plan: text('plan').notNull(),
  contentLocale,
  status: text('status').$type<TakeoverStatus>().notNull().default('open'),
  declaredAt: moment('declared_at'),
  answerUntil: instant('answer_until').notNull(),
  ruleVersion: integer('rule_version').notNull(),
  settledAt: instant('settled_at'),
})
