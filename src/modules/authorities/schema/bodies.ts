import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('authorities')

export const bodyKinds = [
  ...(['parliament', 'commissioner', 'government', 'ministry', 'agency', 'regional_administration'] as const),
  ...(['local_council', 'local_executive', 'court', 'prosecutor', 'police', 'public_institution'] as const),
  ...(['eu_institution', 'eu_agency', 'intergovernmental', 'other'] as const),
] as const
export type BodyKind = (typeof bodyKinds)[number]

export const jurisdictions = ['UA', 'PL', 'EU', 'INT'] as const
/** Whose law binds a body when it answers. */
export type Jurisdiction = (typeof jurisdictions)[number]

export const bodies = schema.table('bodies', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<BodyKind>().notNull(),
  name: localised('name').notNull(),
  jurisdiction: text('jurisdiction').$type<Jurisdiction>().notNull(),
  level: text('level').notNull(),
  country: text('country'),
  region: text('region'),
  town: text('town'),
  parentId: uuid('parent_id'),
  competences: text('competences').array().notNull().default([]),
  languages: text('languages').array().notNull().default([]),
  email: text('email'),
  postalAddress: text('postal_address'),
  website: text('website'),
  phone: text('phone'),
  scheme: text('scheme'),
  identifier: text('identifier'),
  organisationId: uuid('organisation_id'),
  foundedOn: day('founded_on'),
  endedOn: day('ended_on'),
  searchKey: text('search_key').notNull(),
  demonstration: boolean('demonstration').notNull().default(false),
  version: integer('version').notNull().default(1),
  keptBy: uuid('kept_by'),
  updatedBy: uuid('updated_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const bodyVersions = schema.table('body_versions', {
  bodyId: uuid('body_id').notNull(),
  version: integer('version').notNull(),
  snapshot: jsonb('snapshot').$type<Record<string, unknown>>().notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
})

export const bodySuccessions = schema.table('body_successions', {
  bodyId: uuid('body_id').notNull(),
  successorId: uuid('successor_id').notNull(),
  since: day('since').notNull(),
  ground: text('ground').notNull(),
})

export const officers = schema.table('officers', {
  bodyId: uuid('body_id').notNull(),
  personId: uuid('person_id').notNull(),
  since: day('since').notNull().default(sql`current_date`),
  until: day('until'),
  namedBy: uuid('named_by'),
})

export const bodyRemarks = schema.table('body_remarks', {
  id: uuid('id').primaryKey(),
  bodyId: uuid('body_id').notNull(),
  sentFrom: uuid('sent_from').notNull(),
  text: text('text').notNull(),
  sentBy: uuid('sent_by'),
  sentAt: instant('sent_at').notNull().default(sql`now()`),
  settledAt: instant('settled_at'),
})
