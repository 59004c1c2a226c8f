import { sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from '#platform/database/columns.ts'
import type { CommunicationStatus, Prominence, Resolution } from './communications.ts'

const schema = pgSchema('authorities')

export const stepKinds = [
  ...(['opened_for_signing', 'sent', 'registered', 'clarification_asked', 'clarified', 'returned'] as const),
  ...(['forwarded', 'extended', 'form_chosen', 'measure', 'answered', 'result', 'breached'] as const),
  ...(['reminded', 'corrected', 'closed', 'withdrawn'] as const),
] as const
export type StepKind = (typeof stepKinds)[number]

/** Forms and ways of response that a Commissioner or another body decides on (text 001, principle 4). */
export const responseForms = [
  ...(['own_initiative', 'submission', 'constitutional_submission', 'explanation_request', 'visit'] as const),
  ...(['court', 'forwarding', 'legal_education', 'consultation', 'reasoned_refusal', 'other'] as const),
] as const
export type ResponseForm = (typeof responseForms)[number]

const umbrellaId = uuid('umbrella_id').notNull()
const communicationId = uuid('communication_id').notNull()
const id = uuid('id').notNull()

export const steps = schema.table('steps', {
  umbrellaId,
  communicationId,
  id,
  position: integer('position').notNull(),
  kind: text('kind').$type<StepKind>().notNull(),
  side: text('side').$type<'sender' | 'authority' | 'program'>().notNull(),
  bodyId: uuid('body_id'),
  toBodyId: uuid('to_body_id'),
  byPerson: uuid('by_person'),
  onDay: day('on_day').notNull(),
  at: instant('at').notNull().default(sql`now()`),
  responseForm: text('response_form').$type<ResponseForm>(),
  resolution: text('resolution').$type<Resolution>(),
  reference: text('reference'),
  dueOn: day('due_on'),
  text: text('text').notNull().default(''),
  fileId: uuid('file_id'),
  fromLetter: boolean('from_letter').notNull().default(false),
  status: text('status').$type<CommunicationStatus>().notNull(),
})

export const messages = schema.table('messages', {
  umbrellaId,
  communicationId,
  id,
  direction: text('direction').$type<'out' | 'in'>().notNull(),
  channel: text('channel').$type<'platform' | 'mail' | 'post' | 'person'>().notNull(),
  fromName: text('from_name').notNull().default(''),
  subject: text('subject').notNull().default(''),
  text: text('text').notNull().default(''),
  writtenBy: uuid('written_by'),
  receivedAt: instant('received_at').notNull().default(sql`now()`),
  rawId: uuid('raw_id'),
  rawSha256: bytes('raw_sha256'),
  prominence: text('prominence').$type<Prominence>().notNull().default('parties'),
  prominenceReason: text('prominence_reason'),
  publicText: text('public_text'),
})

export const attachments = schema.table('attachments', {
  umbrellaId,
  communicationId,
  id,
  messageId: uuid('message_id'),
  ofStep: boolean('of_step').notNull().default(false),
  fileId: uuid('file_id').notNull(),
  sha256: bytes('sha256').notNull(),
  prominence: text('prominence').$type<Prominence>().notNull().default('parties'),
  prominenceReason: text('prominence_reason'),
  publicFileId: uuid('public_file_id'),
  publicName: text('public_name'),
  position: integer('position').notNull().default(0),
})
