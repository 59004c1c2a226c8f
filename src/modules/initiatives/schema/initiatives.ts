import { sql } from 'drizzle-orm'
import { integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant, localised } from '#platform/database/columns.ts'
import type { Localised } from '#platform/i18n/index.ts'

const schema = pgSchema('initiatives')

export const initiativeStatuses = [
  'draft',
  'discussion',
  'decision',
  'supported',
  'not_supported',
  'withdrawn',
] as const
export type InitiativeStatus = (typeof initiativeStatuses)[number]

/** The parts of the text below the title, in the order in which they are read. */
export const parts = ['need', 'goals', 'beneficiaries', 'asked', 'plan'] as const
export type Part = (typeof parts)[number]
export type Body = Partial<Record<Part, Localised>>

/** How the text of one language came about, and which version it says. */
export const translationStates = ['original', 'machine', 'checked'] as const
export type TranslationState = (typeof translationStates)[number]
export type Translations = Record<string, { status: TranslationState; version: number }>

/** A topic the coalition leaves to others, as the initiator answered it. `why` only where it touches. */
export type ScopeAnswer = { topic: Localised; touches: boolean; why?: string; locale?: string }

export type VersionKind = 'published' | 'revision' | 'amendment' | 'correction' | 'translation'

export const initiatives = schema.table('initiatives', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  number: integer('number'),
  status: text('status').$type<InitiativeStatus>().notNull().default('draft'),
  membershipId: uuid('membership_id').notNull(),
  mandateId: uuid('mandate_id'),
  authorId: uuid('author_id'),
  title: localised('title').notNull().default({}),
  body: jsonb('body').$type<Body>().notNull().default({}),
  authoritative: text('authoritative').notNull(),
  translations: jsonb('translations').$type<Translations>().notNull().default({}),
  languages: text('languages').array().notNull().default([]),
  topics: text('topics').array().notNull().default([]),
  scopeAnswers: jsonb('scope_answers').$type<ScopeAnswer[]>().notNull().default([]),
  version: integer('version').notNull().default(0),
  round: integer('round').notNull().default(1),
  decisionId: uuid('decision_id'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  publishedAt: instant('published_at'),
  discussionSince: instant('discussion_since'),
  withdrawnAt: instant('withdrawn_at'),
  withdrawalReason: text('withdrawal_reason'),
  withdrawalLocale: text('withdrawal_locale'),
  adoptableUntil: instant('adoptable_until'),
  adoptedFrom: uuid('adopted_from'),
  previousId: uuid('previous_id'),
  news: localised('news'),
})

export const coauthors = schema.table('coauthors', {
  umbrellaId: uuid('umbrella_id').notNull(),
  initiativeId: uuid('initiative_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  invitedBy: uuid('invited_by'),
  invitedAt: instant('invited_at').notNull().default(sql`now()`),
  agreedAt: instant('agreed_at'),
  declinedAt: instant('declined_at'),
})

export const initiativeVersions = schema.table('initiative_versions', {
  umbrellaId: uuid('umbrella_id').notNull(),
  initiativeId: uuid('initiative_id').notNull(),
  version: integer('version').notNull(),
  round: integer('round').notNull(),
  kind: text('kind').$type<VersionKind>().notNull(),
  title: localised('title').notNull(),
  body: jsonb('body').$type<Body>().notNull(),
  authoritative: text('authoritative').notNull(),
  translations: jsonb('translations').$type<Translations>().notNull(),
  membershipId: uuid('membership_id').notNull(),
  sourceId: uuid('source_id'),
  note: text('note'),
  noteLocale: text('note_locale'),
  madeAt: instant('made_at').notNull().default(sql`now()`),
})

export const attachments = schema.table('attachments', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  initiativeId: uuid('initiative_id').notNull(),
  fileId: uuid('file_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  addedAt: instant('added_at').notNull().default(sql`now()`),
  removedAt: instant('removed_at'),
})
