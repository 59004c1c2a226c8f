import { sql } from 'drizzle-orm'
import { integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('authorities')

export const communicationKinds = [
  ...(['violation', 'appeal', 'information_request', 'recommendation', 'expert_opinion'] as const),
  ...(['draft_act', 'petition', 'complaint'] as const),
] as const
export type CommunicationKind = (typeof communicationKinds)[number]

/** Text 001, principle 3. */
export const directions = ['prevention', 'harmonisation', 'restoration', 'education'] as const
export type Direction = (typeof directions)[number]

export const statuses = [
  ...(['draft', 'signing', 'sent', 'registered', 'clarifying', 'considering', 'forwarded'] as const),
  ...(['returned', 'answered', 'closed', 'withdrawn'] as const),
] as const
export type CommunicationStatus = (typeof statuses)[number]

export const resolutions = [
  ...(['granted', 'partly_granted', 'refused', 'explained', 'forwarded', 'returned', 'no_answer'] as const),
  'withdrawn',
] as const
export type Resolution = (typeof resolutions)[number]

export const prominences = ['public', 'members', 'parties', 'hidden'] as const
export type Prominence = (typeof prominences)[number]

/** Law that is cited: `version` says which wording, as a day or a number. */
export type Ground = { title: string; article: string; version: string; url: string; quote: string }

const umbrellaId = uuid('umbrella_id').notNull()
const communicationId = uuid('communication_id').notNull()

export const communications = schema.table('communications', {
  umbrellaId,
  id: uuid('id').notNull(),
  number: integer('number'),
  kind: text('kind').$type<CommunicationKind>().notNull(),
  directions: text('directions').array().$type<Direction[]>().notNull().default([]),
  topics: text('topics').array().notNull().default([]),
  bodyId: uuid('body_id').notNull(),
  membershipId: uuid('membership_id'),
  through: text('through').$type<'own' | 'coalition'>().notNull(),
  lang: text('lang').notNull(),
  title: text('title').notNull().default(''),
  facts: text('facts').notNull().default(''),
  grounds: jsonb('grounds').$type<Ground[]>().notNull().default([]),
  proposals: jsonb('proposals').$type<string[]>().notNull().default([]),
  publicGrounds: jsonb('public_grounds').$type<Ground[]>(),
  publicProposals: jsonb('public_proposals').$type<string[]>(),
  draftActId: uuid('draft_act_id'),
  followsId: uuid('follows_id'),
  origin: text('origin').$type<'pack' | 'initiative' | 'council' | 'event'>(),
  originId: uuid('origin_id'),
  status: text('status').$type<CommunicationStatus>().notNull().default('draft'),
  resolution: text('resolution').$type<Resolution>(),
  prominence: text('prominence').$type<Prominence>().notNull().default('public'),
  prominenceReason: text('prominence_reason'),
  embargoUntil: day('embargo_until'),
  signUntil: day('sign_until'),
  signatory: text('signatory'),
  sentOn: day('sent_on'),
  sentAt: instant('sent_at'),
  sentBy: uuid('sent_by'),
  letterId: uuid('letter_id'),
  letterSha256: bytes('letter_sha256'),
  registeredNumber: text('registered_number'),
  registeredOn: day('registered_on'),
  answeredOn: day('answered_on'),
  createdBy: uuid('created_by'),
  askedAt: instant('asked_at'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const cosigners = schema.table('cosigners', {
  umbrellaId,
  communicationId,
  membershipId: uuid('membership_id').notNull(),
  signedBy: uuid('signed_by'),
  signedAt: instant('signed_at').notNull().default(sql`now()`),
})

export const access = schema.table('access', {
  umbrellaId,
  communicationId,
  bodyId: uuid('body_id').notNull(),
  since: instant('since').notNull().default(sql`now()`),
  dueOn: day('due_on'),
})
