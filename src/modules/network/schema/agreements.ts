import { sql } from 'drizzle-orm'
import { boolean, pgSchema, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('network')

export type AgreementStatus = 'proposed' | 'confirmed' | 'refused' | 'withdrawn' | 'ended'
export type AgreementSide = 'umbrella' | 'partner'

export const agreements = schema.table('agreements', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  renews: uuid('renews'),
  title: localised('title').notNull(),
  fileId: uuid('file_id').notNull(),
  documentSha256: bytes('document_sha256').notNull(),
  documentPublic: boolean('document_public').notNull().default(false),
  signedOn: day('signed_on').notNull(),
  signedForUmbrella: text('signed_for_umbrella').notNull(),
  signedForPartner: text('signed_for_partner').notNull(),
  termFrom: day('term_from').notNull(),
  termUntil: day('term_until'),
  status: text('status').$type<AgreementStatus>().notNull().default('proposed'),
  proposedAs: text('proposed_as').$type<AgreementSide>().notNull(),
  proposedBy: uuid('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  answeredBy: uuid('answered_by'),
  answeredAs: text('answered_as').$type<AgreementSide | 'founding'>(),
  answeredAt: instant('answered_at'),
  answerWord: text('answer_word'),
  endedOn: day('ended_on'),
  endedBy: uuid('ended_by'),
  endReason: text('end_reason'),
})

export const agreementReminders = schema.table('agreement_reminders', {
  umbrellaId: uuid('umbrella_id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  daysBefore: smallint('days_before').notNull(),
  sentAt: instant('sent_at').notNull().default(sql`now()`),
})
