import { sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('councils')

export const formationStages = [
  'initiative_group',
  'call',
  'applications',
  'assembly',
  'election',
  'composition',
  'abandoned',
] as const
export type FormationStage = (typeof formationStages)[number]

export const applicationStates = ['received', 'admitted', 'refused', 'withdrawn'] as const
export type ApplicationStatus = (typeof applicationStates)[number]

export const formations = schema.table('formations', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  councilId: uuid('council_id').notNull(),
  stage: text('stage').$type<FormationStage>().notNull().default('initiative_group'),
  begunOn: day('begun_on').notNull(),
  ground: text('ground'),
  callText: localised('call_text').notNull().default({}),
  whoMayApply: localised('who_may_apply').notNull().default({}),
  seats: integer('seats'),
  calledOn: day('called_on'),
  applyUntil: day('apply_until'),
  assemblyAt: instant('assembly_at'),
  assemblyPlace: text('assembly_place'),
  electedOn: day('elected_on'),
  electors: integer('electors'),
  minutesFileId: uuid('minutes_file_id'),
  publishedOn: day('published_on'),
  abandonedReason: text('abandoned_reason'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
})

export const initiators = schema.table('initiators', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  formationId: uuid('formation_id').notNull(),
  organisation: text('organisation').notNull(),
  membershipId: uuid('membership_id'),
})

export const applications = schema.table('applications', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  formationId: uuid('formation_id').notNull(),
  organisation: text('organisation').notNull(),
  membershipId: uuid('membership_id'),
  candidate: text('candidate').notNull(),
  candidateNamed: boolean('candidate_named').notNull().default(false),
  statement: text('statement').notNull().default(''),
  status: text('status').$type<ApplicationStatus>().notNull().default('received'),
  refusal: text('refusal'),
  votes: integer('votes'),
  elected: boolean('elected'),
  appliedBy: uuid('applied_by'),
  appliedAt: instant('applied_at').notNull().default(sql`now()`),
})
