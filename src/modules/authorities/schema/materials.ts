import { sql } from 'drizzle-orm'
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('authorities')

export const materialKinds = ['agreement', 'event', 'report', 'analysis', 'other'] as const
export type MaterialKind = (typeof materialKinds)[number]

export type MaterialStatus = 'draft' | 'published' | 'withdrawn'

export const materials = schema.table('materials', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  bodyId: uuid('body_id').notNull(),
  kind: text('kind').$type<MaterialKind>().notNull(),
  title: text('title').notNull(),
  lang: text('lang').notNull(),
  onDay: day('on_day'),
  description: text('description').notNull().default(''),
  url: text('url'),
  fileId: uuid('file_id'),
  status: text('status').$type<MaterialStatus>().notNull().default('draft'),
  withdrawnBecause: text('withdrawn_because'),
  version: integer('version').notNull().default(1),
  publishedAt: instant('published_at'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})
