import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant, localised } from '#platform/database/columns.ts'
import type { CalendarJurisdiction } from '../deadlines/calendars/calendar.ts'
import type { Confidence } from '../deadlines/cite.ts'
import type { Step } from '../deadlines/proof.ts'

const schema = pgSchema('authorities')

export const clockStates = ['running', 'met', 'breached', 'superseded', 'stopped'] as const
export type ClockState = (typeof clockStates)[number]

const jurisdiction = text('jurisdiction').$type<CalendarJurisdiction>().notNull()
const umbrellaId = uuid('umbrella_id').notNull()

export const calendarVersions = schema.table('calendar_versions', {
  jurisdiction,
  version: integer('version').notNull(),
  publishedOn: day('published_on').notNull(),
  source: text('source').notNull(),
  reason: text('reason').notNull(),
  keptBy: uuid('kept_by'),
})

export const calendarDays = schema.table('calendar_days', {
  jurisdiction,
  version: integer('version').notNull(),
  day: day('day').notNull(),
  working: boolean('working').notNull(),
  name: localised('name').notNull(),
  source: text('source').notNull(),
  confidence: text('confidence').$type<Confidence>().notNull(),
  validFrom: day('valid_from').notNull(),
  validTo: day('valid_to'),
})

export const deadlines = schema.table('deadlines', {
  umbrellaId,
  communicationId: uuid('communication_id').notNull(),
  id: uuid('id').notNull(),
  bodyId: uuid('body_id').notNull(),
  rule: text('rule').notNull(),
  ruleVersion: integer('rule_version').notNull(),
  jurisdiction,
  calendarVersion: integer('calendar_version').notNull(),
  fromOn: day('from_on').notNull(),
  firstDueOn: day('first_due_on').notNull(),
  dueOn: day('due_on').notNull(),
  capOn: day('cap_on'),
  extended: boolean('extended').notNull().default(false),
  proof: jsonb('proof').$type<Step[]>().notNull(),
  state: text('state').$type<ClockState>().notNull().default('running'),
  startedBy: uuid('started_by').notNull(),
  endedBy: uuid('ended_by'),
  endedOn: day('ended_on'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const deadlineChanges = schema.table('deadline_changes', {
  umbrellaId,
  deadlineId: uuid('deadline_id').notNull(),
  position: integer('position').notNull(),
  oldDueOn: day('old_due_on').notNull(),
  newDueOn: day('new_due_on').notNull(),
  oldCalendar: integer('old_calendar').notNull(),
  newCalendar: integer('new_calendar').notNull(),
  extended: boolean('extended').notNull(),
  at: instant('at').notNull().default(sql`now()`),
})

export const deadlineFeeds = schema.table('deadline_feeds', {
  umbrellaId,
  personId: uuid('person_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  madeAt: instant('made_at').notNull().default(sql`now()`),
})
