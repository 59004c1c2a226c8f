import { sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('network')

export const forms = ['collective', 'individual', 'agreement'] as const
export type Form = (typeof forms)[number]
export const isForm = (value: unknown): value is Form => forms.some(form => form === value)
export type MembershipStatus = 'active' | 'suspended' | 'ended'
export type Basis = 'not_widely_represented' | 'no_formal_organisation'
export type MandateRole = 'primary' | 'deputy'
export type MandateStatus = 'proposed' | 'confirmed' | 'refused' | 'ended'
export type ConfirmedAs = 'member' | 'coordinator' | 'founding'

export const memberships = schema.table('memberships', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  form: text('form').$type<Form>().notNull(),
  organisationId: uuid('organisation_id'),
  personId: uuid('person_id'),
  since: day('since').notNull(),
  until: day('until'),
  status: text('status').$type<MembershipStatus>().notNull().default('active'),
  admittedUnder: text('admitted_under').notNull(),
  endReason: text('end_reason'),
  leavingOn: day('leaving_on'),
  leavingReason: text('leaving_reason'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
})

export const individuals = schema.table('individuals', {
  umbrellaId: uuid('umbrella_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  name: localised('name').notNull(),
  about: localised('about').notNull().default({}),
  communities: text('communities').array().notNull().default([]),
  languages: text('languages').array().notNull().default([]),
  fields: text('fields').array().notNull().default([]),
  basis: text('basis').$type<Basis>().notNull(),
  recognisedBy: text('recognised_by').notNull(),
  country: text('country').notNull(),
  region: text('region'),
  town: text('town'),
  listed: boolean('listed').notNull().default(false),
  searchKey: text('search_key').notNull(),
  profileConfirmedOn: day('profile_confirmed_on'),
})

export const mandates = schema.table('mandates', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id').notNull(),
  role: text('role').$type<MandateRole>().notNull(),
  document: text('document').notNull(),
  fileId: uuid('file_id'),
  validFrom: day('valid_from').notNull(),
  validUntil: day('valid_until'),
  status: text('status').$type<MandateStatus>().notNull().default('proposed'),
  replaces: uuid('replaces'),
  proposedBy: uuid('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  confirmedBy: uuid('confirmed_by'),
  confirmedAs: text('confirmed_as').$type<ConfirmedAs>(),
  confirmedAt: instant('confirmed_at'),
  endedBy: uuid('ended_by'),
  endReason: text('end_reason'),
  closedAt: instant('closed_at'),
})

export const suspensions = schema.table('suspensions', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  since: day('since').notNull(),
  until: day('until'),
  reason: text('reason').notNull(),
  actId: uuid('act_id').notNull(),
  liftedUnder: uuid('lifted_under'),
})

export const reminders = schema.table('reminders', {
  umbrellaId: uuid('umbrella_id').notNull(),
  kind: text('kind').$type<'mandate' | 'profile'>().notNull(),
  subjectId: uuid('subject_id').notNull(),
  dueOn: day('due_on').notNull(),
  daysBefore: integer('days_before').notNull(),
  sentAt: instant('sent_at').notNull().default(sql`now()`),
})
