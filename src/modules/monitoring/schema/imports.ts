import { sql } from 'drizzle-orm'
import { jsonb, pgSchema, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '#platform/database/columns.ts'
import type { DatePrecision } from './incidents.ts'

const schema = pgSchema('monitoring')

/** What an import did, in counts: no word of the file may stand here. */
export type ImportCounts = {
  rows: number
  recorded: number
  duplicates: number
  refused: number
  unplaced: number
  uncoded: number
  precision: Record<DatePrecision | 'none', number>
}

export const imports = schema.table('imports', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  recordId: uuid('record_id'),
  fingerprint: bytes('fingerprint').notNull(),
  summary: jsonb('summary').$type<ImportCounts>().notNull(),
  recordedBy: uuid('recorded_by'),
  recordedAt: instant('recorded_at').notNull().default(sql`now()`),
  undoneAt: instant('undone_at'),
})
