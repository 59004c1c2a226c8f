import { sql } from 'drizzle-orm'
import { integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('authorities')

export const draftActKinds = [
  ...([
    'constitutional_submission',
    'submission',
    'bill',
    'regulation',
    'local_act',
    'decision',
    'other',
  ] as const),
] as const
export type DraftActKind = (typeof draftActKinds)[number]

export type Article = { number: string; heading: string; text: string }

export const draftActs = schema.table('draft_acts', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  kind: text('kind').$type<DraftActKind>().notNull(),
  membershipId: uuid('membership_id'),
  title: text('title').notNull(),
  lang: text('lang').notNull(),
  articles: jsonb('articles').$type<Article[]>().notNull().default([]),
  reasons: text('reasons').notNull().default(''),
  version: integer('version').notNull().default(1),
  settledAt: instant('settled_at'),
  issuedTitle: text('issued_title'),
  issuedOn: day('issued_on'),
  issuedUrl: text('issued_url'),
  issuedArticles: jsonb('issued_articles').$type<Article[]>(),
  words: integer('words'),
  wordsKept: integer('words_kept'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})
