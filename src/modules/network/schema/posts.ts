import { sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('network')

export const postKinds = ['regional_representative', 'liaison'] as const
export type PostKind = (typeof postKinds)[number]

export const posts = schema.table('posts', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  kind: text('kind').$type<PostKind>().notNull(),
  title: localised('title').notNull(),
  about: localised('about').notNull().default({}),
  country: text('country').notNull(),
  regions: text('regions').array().notNull().default([]),
  town: text('town'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  closedOn: day('closed_on'),
})

export const postTerms = schema.table('post_terms', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  postId: uuid('post_id').notNull(),
  personId: uuid('person_id').notNull(),
  membershipId: uuid('membership_id'),
  onBehalf: text('on_behalf'),
  displayName: text('display_name'),
  validFrom: day('valid_from').notNull(),
  validUntil: day('valid_until'),
  appointedUnder: uuid('appointed_under'),
  appointmentId: uuid('appointment_id'),
  endReason: text('end_reason'),
  calledOff: boolean('called_off').notNull().default(false),
})

export const postNotes = schema.table('post_notes', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  postId: uuid('post_id').notNull(),
  writtenBy: uuid('written_by'),
  writtenAt: instant('written_at').notNull().default(sql`now()`),
  note: text('note').notNull(),
})

export type AppointmentStatus = 'asked' | 'appointed' | 'not_supported' | 'lapsed' | 'withdrawn'

export const appointments = schema.table('appointments', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  postId: uuid('post_id').notNull(),
  personId: uuid('person_id').notNull(),
  membershipId: uuid('membership_id'),
  onBehalf: text('on_behalf'),
  validFrom: day('valid_from').notNull(),
  validUntil: day('valid_until'),
  reason: text('reason'),
  proposedBy: uuid('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  decisionNumber: integer('decision_number'),
  status: text('status').$type<AppointmentStatus>().notNull().default('asked'),
  closedAt: instant('closed_at'),
})
