import { sql } from 'drizzle-orm'
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('councils')

export const ruleTexts = schema.table('rule_texts', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  councilId: uuid('council_id').notNull(),
  title: localised('title').notNull().default({}),
  adoptedOn: day('adopted_on'),
  url: text('url'),
  fileId: uuid('file_id'),
  addedAt: instant('added_at').notNull().default(sql`now()`),
})
