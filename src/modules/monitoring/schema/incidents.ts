import { sql } from 'drizzle-orm'
import { boolean, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('monitoring')

export const verifications = ['V0', 'V1', 'V2', 'V3', 'V4', 'VX', 'VF', 'VU', 'VD'] as const
/** How far an incident is verified; what each asks for is in the database. */
export type Verification = (typeof verifications)[number]
export const datePrecisions = ['exact', 'range', 'month', 'half_year'] as const
export type DatePrecision = (typeof datePrecisions)[number]
export type Layer = 'C' | 'S' | 'D'

const umbrellaId = uuid('umbrella_id').notNull()
const id = uuid('id').notNull()
const codes = (name: string) => text(name).array().notNull().default([])

export const incidents = schema.table('incidents', {
  umbrellaId,
  id,
  code: text('code').notNull(),
  region: text('region'),
  month: day('month'),
  monthUntil: day('month_until'),
  precision: text('precision').$type<DatePrecision>().notNull().default('exact'),
  layer: text('layer').$type<Layer>(),
  bias: text('bias'),
  biases: codes('biases'),
  types: codes('types'),
  targets: codes('targets'),
  targetGroups: codes('target_groups'),
  perpetrators: codes('perpetrators'),
  perpetratorNumber: text('perpetrator_number'),
  involvement: codes('involvement'),
  location: text('location'),
  biasIndicators: codes('bias_indicators'),
  certainty: text('certainty'),
  laws: codes('laws'),
  severity: text('severity'),
  priority: text('priority'),
  verification: text('verification').$type<Verification>().notNull().default('V0'),
  duplicateOf: uuid('duplicate_of'),
  odihrEligible: boolean('odihr_eligible').notNull().default(false),
  responses: codes('responses'),
  contributorId: uuid('contributor_id'),
  clusterId: uuid('cluster_id'),
  recordId: uuid('record_id'),
  partId: uuid('part_id'),
  importId: uuid('import_id'),
  recordedOn: day('recorded_on').notNull().default(sql`current_date`),
  releasedIn: uuid('released_in'),
})

export const sources = schema.table('sources', {
  umbrellaId,
  id,
  incidentId: uuid('incident_id').notNull(),
  kind: text('kind').notNull(),
  link: text('link'),
  originId: uuid('origin_id').notNull(),
  reliability: text('reliability'),
  reliabilityBy: uuid('reliability_by'),
  credibility: text('credibility'),
  credibilityBy: uuid('credibility_by'),
  authenticated: boolean('authenticated').notNull().default(false),
  hash: bytes('hash'),
  recordId: uuid('record_id'),
  addedOn: day('added_on').notNull().default(sql`current_date`),
  withdrawnOn: day('withdrawn_on'),
})

export const authorityResponses = schema.table('authority_responses', {
  umbrellaId,
  id,
  incidentId: uuid('incident_id').notNull(),
  response: text('response').notNull(),
  month: day('month').notNull(),
  action: text('action'),
  law: text('law'),
  recordId: uuid('record_id'),
  addedBy: uuid('added_by'),
  struckAt: instant('struck_at'),
})
