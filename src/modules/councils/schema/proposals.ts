import { sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('councils')
const umbrellaId = uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`)

export const routes = ['commissioner', 'coalition'] as const
/** Through the Commissioner's councils to parliament, or the coalition's own draft act to the body that decides. */
export type Route = (typeof routes)[number]

export const stages = [
  ...([
    'prepared',
    'placed',
    'discussed',
    'recommended',
    'bill',
    'approved',
    'submitted',
    'answered',
  ] as const),
  ...(['law', 'declined', 'lapsed'] as const),
] as const
export type Stage = (typeof stages)[number]

export const proposalStepKinds = [
  ...(['prepared', 'placed', 'discussed', 'amended', 'recommended', 'returned', 'declined', 'bill'] as const),
  ...(['approved', 'submitted', 'answered', 'law', 'lapsed'] as const),
] as const
export type ProposalStepKind = (typeof proposalStepKinds)[number]

export const standardKinds = [
  ...(['treaty', 'eu_law', 'resolution', 'recommendation', 'judgment', 'national_law'] as const),
] as const
export type StandardKind = (typeof standardKinds)[number]

export const proposals = schema.table('proposals', {
  umbrellaId,
  id: uuid('id').notNull(),
  number: integer('number').notNull(),
  route: text('route').$type<Route>().notNull(),
  title: text('title').notNull(),
  summary: text('summary').notNull(),
  lang: text('lang').notNull(),
  councilId: uuid('council_id'),
  draftActId: uuid('draft_act_id'),
  bodyId: uuid('body_id'),
  topics: text('topics').array().notNull().default([]),
  public: boolean('public').notNull().default(true),
  stage: text('stage').$type<Stage>().notNull().default('prepared'),
  stageSince: day('stage_since').notNull(),
  preparedOn: day('prepared_on').notNull(),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const proposalSteps = schema.table('proposal_steps', {
  umbrellaId,
  proposalId: uuid('proposal_id').notNull(),
  id: uuid('id').notNull(),
  position: integer('position').notNull(),
  kind: text('kind').$type<ProposalStepKind>().notNull(),
  onDay: day('on_day').notNull(),
  itemId: uuid('item_id'),
  communicationId: uuid('communication_id'),
  reference: text('reference'),
  url: text('url'),
  text: text('text').notNull().default(''),
  fileId: uuid('file_id'),
  byPerson: uuid('by_person'),
  at: instant('at').notNull().default(sql`now()`),
  stage: text('stage').$type<Stage>().notNull(),
})

export const standards = schema.table('standards', {
  umbrellaId,
  proposalId: uuid('proposal_id').notNull(),
  position: integer('position').notNull(),
  kind: text('kind').$type<StandardKind>().notNull(),
  title: text('title').notNull(),
  article: text('article').notNull().default(''),
  url: text('url'),
})
