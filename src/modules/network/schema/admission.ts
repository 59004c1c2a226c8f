import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant, localised } from '#platform/database/columns.ts'
import type { FormValues } from '#platform/http/form.ts'
import type { Facts } from '../forms/application.ts'
import type { Form } from './memberships.ts'

const schema = pgSchema('network')

export const applicationStatuses = [
  'draft',
  'published',
  'contested',
  'admitted',
  'refused',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

export const applications = schema.table('applications', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  form: text('form').$type<Form>().notNull(),
  applicantId: uuid('applicant_id').notNull(),
  locale: text('locale').notNull(),
  status: text('status').$type<ApplicationStatus>().notNull().default('draft'),
  draft: jsonb('draft').$type<FormValues>().notNull().default({}),
  organisationId: uuid('organisation_id'),
  name: localised('name'),
  facts: jsonb('facts').$type<Facts>(),
  searchKey: text('search_key'),
  fileId: uuid('file_id'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  submittedAt: instant('submitted_at'),
  objectionsUntil: instant('objections_until'),
  objectionDays: integer('objection_days'),
  ruleVersion: integer('rule_version'),
  closedAt: instant('closed_at'),
  closeReason: text('close_reason'),
  membershipId: uuid('membership_id'),
  decisionNumber: integer('decision_number'),
})

export const applicationIdentifiers = schema.table('application_identifiers', {
  umbrellaId: uuid('umbrella_id').notNull(),
  applicationId: uuid('application_id').notNull(),
  form: text('form').$type<Form>().notNull(),
  scheme: text('scheme').notNull(),
  value: text('value').notNull(),
  open: boolean('open').notNull().default(true),
})

export const objections = schema.table('objections', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  applicationId: uuid('application_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id').notNull(),
  reasons: text('reasons').notNull(),
  raisedAt: instant('raised_at').notNull().default(sql`now()`),
  withdrawnAt: instant('withdrawn_at'),
})

export const applicationReadings = schema.table('application_readings', {
  umbrellaId: uuid('umbrella_id').notNull(),
  applicationId: uuid('application_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  personId: uuid('person_id').notNull(),
  readAt: instant('read_at').notNull().default(sql`now()`),
})
