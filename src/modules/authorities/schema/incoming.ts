import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '#platform/database/columns.ts'
import type { Remark } from '#platform/incoming-mail/index.ts'

const schema = pgSchema('authorities')

/** `arrived`: not read yet; `held`: waits for a coordinator; `repeated`: the same letter came by another way before. */
export type IncomingStatus = 'arrived' | 'held' | 'delivered' | 'repeated' | 'discarded'

const umbrellaId = uuid('umbrella_id').notNull()

export const replyAddresses = schema.table('reply_addresses', {
  umbrellaId,
  communicationId: uuid('communication_id').notNull(),
  token: text('token').notNull(),
  madeAt: instant('made_at').notNull().default(sql`now()`),
})

export const incoming = schema.table('incoming', {
  umbrellaId,
  id: uuid('id').notNull(),
  token: text('token').notNull(),
  communicationId: uuid('communication_id'),
  status: text('status').$type<IncomingStatus>().notNull().default('arrived'),
  receivedAt: instant('received_at').notNull().default(sql`now()`),
  rawId: uuid('raw_id').notNull(),
  rawSha256: bytes('raw_sha256').notNull(),
  size: integer('size').notNull(),
  bounce: boolean('bounce').notNull(),
  readAt: instant('read_at'),
  letterKey: bytes('letter_key'),
  fromName: text('from_name').notNull().default(''),
  fromAddress: text('from_address').notNull().default(''),
  subject: text('subject').notNull().default(''),
  text: text('text').notNull().default(''),
  automatic: boolean('automatic').notNull().default(false),
  senderKnown: boolean('sender_known').notNull().default(false),
  remarks: jsonb('remarks').$type<Remark[]>().notNull().default([]),
  messageId: uuid('message_id'),
  settledBy: uuid('settled_by'),
  settledAt: instant('settled_at'),
})

export const incomingFiles = schema.table('incoming_files', {
  umbrellaId,
  incomingId: uuid('incoming_id').notNull(),
  position: integer('position').notNull(),
  fileId: uuid('file_id').notNull(),
  sha256: bytes('sha256').notNull(),
})
