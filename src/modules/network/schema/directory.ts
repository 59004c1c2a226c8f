import { bit, boolean, integer, pgSchema, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { day, localised } from '#platform/database/columns.ts'
import type { Form } from './memberships.ts'

const schema = pgSchema('network')

/** Read only: triggers keep it (migrations/0010_directory.sql). */
export const directory = schema.table('directory', {
  umbrellaId: uuid('umbrella_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  organisationId: uuid('organisation_id'),
  public: boolean('public').notNull(),
  form: text('form').$type<Form>().notNull(),
  status: text('status').$type<'active' | 'suspended'>().notNull(),
  since: day('since').notNull(),
  kind: text('kind'),
  name: localised('name').notNull(),
  nameUk: text('name_uk').notNull(),
  namePl: text('name_pl').notNull(),
  nameEn: text('name_en').notNull(),
  communities: text('communities').array().notNull(),
  languages: text('languages').array().notNull(),
  fields: text('fields').array().notNull(),
  level: text('level'),
  country: text('country').notNull(),
  region: text('region'),
  town: text('town'),
  related: integer('related').notNull(),
  demonstration: boolean('demonstration').notNull(),
  terms: text('terms').array().notNull(),
  signature: bit('signature', { dimensions: 128 }).notNull(),
  weight: smallint('weight').notNull(),
  entry: text('entry').notNull(),
})

export const directoryTerms = schema.table('directory_terms', {
  umbrellaId: uuid('umbrella_id').notNull(),
  term: text('term').notNull(),
  weight: smallint('weight').notNull(),
  membershipId: uuid('membership_id').notNull(),
  public: boolean('public').notNull(),
})

export const directoryCounts = schema.table('directory_counts', {
  umbrellaId: uuid('umbrella_id').notNull(),
  audience: text('audience').$type<'public' | 'inside'>().notNull(),
  facet: text('facet').notNull(),
  value: text('value').notNull(),
  n: integer('n').notNull(),
})
