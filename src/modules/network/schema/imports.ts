import { sql } from 'drizzle-orm'
import { jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'
import type { ImportSummary } from '../import/summary.ts'

const schema = pgSchema('network')

export const imports = schema.table('imports', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  fileId: uuid('file_id'),
  fileName: text('file_name').notNull(),
  encoding: text('encoding').notNull(),
  delimiter: text('delimiter').notNull(),
  mapping: jsonb('mapping').$type<Record<string, string>>().notNull().default({}),
  status: text('status').$type<'uploaded' | 'done' | 'dropped'>().notNull().default('uploaded'),
  summary: jsonb('summary').$type<ImportSummary>(),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  finishedAt: instant('finished_at'),
})
