import { pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'
import type { Locale } from '#platform/i18n/index.ts'

const schema = pgSchema('people')

export type Digest = 'each' | 'daily' | 'weekly' | 'none'
export type ActStatus = 'proposed' | 'confirmed' | 'refused' | 'withdrawn'
export type Purpose = 'mandate' | 'member' | 'coordinator' | 'officer'

export const people = schema.table('people', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  locale: text('locale').$type<Locale>().notNull().default('uk'),
  digest: text('digest').$type<Digest>().notNull().default('daily'),
  createdAt: instant('created_at').notNull(),
  erasedAt: instant('erased_at'),
})
