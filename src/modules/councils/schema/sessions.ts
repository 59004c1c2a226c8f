import { sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('councils')

export const sessionStates = ['planned', 'invited', 'held', 'cancelled'] as const
export type SessionStatus = (typeof sessionStates)[number]

export const presences = ['present', 'online', 'excused', 'absent'] as const
export type Presence = (typeof presences)[number]

export const sessions = schema.table('sessions', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  councilId: uuid('council_id').notNull(),
  number: integer('number').notNull(),
  title: localised('title').notNull().default({}),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at'),
  place: text('place'),
  status: text('status').$type<SessionStatus>().notNull().default('planned'),
  cancelReason: text('cancel_reason'),
  invitedAt: instant('invited_at'),
  membersThen: integer('members_then'),
  seatsThen: integer('seats_then'),
  presentThen: integer('present_then'),
  quorumThen: integer('quorum_then'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
})

export const onlineLinks = schema.table('online_links', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  sessionId: uuid('session_id').notNull(),
  url: text('url').notNull(),
})

export const minutes = schema.table('minutes', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  sessionId: uuid('session_id').notNull(),
  text: text('text'),
  lang: text('lang'),
  fileId: uuid('file_id'),
  proposedAt: instant('proposed_at'),
  approvedAt: instant('approved_at'),
  approvedIn: uuid('approved_in'),
  public: boolean('public').notNull().default(false),
  writtenBy: uuid('written_by'),
  writtenAt: instant('written_at').notNull().default(sql`now()`),
})

export const minutesApprovals = schema.table('minutes_approvals', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  sessionId: uuid('session_id').notNull(),
  personId: uuid('person_id').notNull().default(sql`platform.current_account()`),
  at: instant('at').notNull().default(sql`now()`),
})

export const agendaItems = schema.table('agenda_items', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  sessionId: uuid('session_id').notNull(),
  position: integer('position').notNull(),
  title: localised('title').notNull(),
  about: localised('about').notNull().default({}),
  reporter: text('reporter'),
  decision: text('decision'),
  decisionLang: text('decision_lang'),
})

export const attendance = schema.table('attendance', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  sessionId: uuid('session_id').notNull(),
  seatId: uuid('seat_id').notNull(),
  reply: text('reply').$type<'coming' | 'not_coming'>(),
  status: text('status').$type<Presence>(),
})

export const documents = schema.table('documents', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  councilId: uuid('council_id').notNull(),
  sessionId: uuid('session_id'),
  itemId: uuid('item_id'),
  title: localised('title').notNull(),
  fileId: uuid('file_id').notNull(),
  public: boolean('public').notNull().default(false),
  addedBy: uuid('added_by'),
  addedAt: instant('added_at').notNull().default(sql`now()`),
})

export const conflicts = schema.table('conflicts', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  itemId: uuid('item_id').notNull(),
  seatId: uuid('seat_id').notNull(),
  reason: text('reason').notNull(),
  abstains: boolean('abstains').notNull().default(true),
  declaredBy: uuid('declared_by'),
  declaredAt: instant('declared_at').notNull().default(sql`now()`),
})
