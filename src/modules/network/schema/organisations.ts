import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgSchema, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, localised } from '#platform/database/columns.ts'
import type { Scheme } from '../identifiers.ts'

const schema = pgSchema('network')

export const contactKinds = ['email', 'phone', 'website', 'address', 'social'] as const
export type ContactKind = (typeof contactKinds)[number]
export const visibilities = ['public', 'members', 'coordinators'] as const
export type Visibility = (typeof visibilities)[number]

export const organisations = schema.table('organisations', {
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  name: localised('name').notNull(),
  about: localised('about').notNull().default({}),
  communities: text('communities').array().notNull().default([]),
  languages: text('languages').array().notNull().default([]),
  fields: text('fields').array().notNull().default([]),
  level: text('level').notNull().default('local'),
  country: text('country').notNull(),
  region: text('region'),
  town: text('town'),
  foundedOn: day('founded_on'),
  searchKey: text('search_key').notNull(),
  demonstration: boolean('demonstration').notNull().default(false),
  mergedInto: uuid('merged_into'),
  profileConfirmedOn: day('profile_confirmed_on'),
  version: integer('version').notNull().default(1),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const identifiers = schema.table('identifiers', {
  organisationId: uuid('organisation_id').notNull(),
  scheme: text('scheme').$type<Scheme>().notNull(),
  value: text('value').notNull(),
})

export const contacts = schema.table('contacts', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid('id').notNull(),
  kind: text('kind').$type<ContactKind>().notNull(),
  value: text('value').notNull(),
  visibility: text('visibility').$type<Visibility>().notNull().default('members'),
  position: smallint('position').notNull().default(0),
})

export const unionEdges = schema.table('union_edges', {
  unionId: uuid('union_id').notNull(),
  childId: uuid('child_id').notNull(),
  since: day('since').notNull().default(sql`current_date`),
  statedBy: uuid('stated_by').notNull(),
  confirmedAt: instant('confirmed_at'),
})

/** What `organisationVersions.snapshot` holds: the row as it was, by column, without the search key. */
export type OrganisationSnapshot = Record<string, unknown>

export const organisationVersions = schema.table('organisation_versions', {
  organisationId: uuid('organisation_id').notNull(),
  version: integer('version').notNull(),
  snapshot: jsonb('snapshot').$type<OrganisationSnapshot>().notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
})

export type ProposalStatus = 'proposed' | 'accepted' | 'refused' | 'withdrawn'

export const proposals = schema.table('proposals', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  changes: jsonb('changes').$type<Record<string, unknown>>().notNull(),
  source: text('source').$type<'coordinator' | 'import'>().notNull(),
  proposedBy: uuid('proposed_by'),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  status: text('status').$type<ProposalStatus>().notNull().default('proposed'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
})
