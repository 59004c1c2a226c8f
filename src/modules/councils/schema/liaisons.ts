import { sql } from 'drizzle-orm'
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('councils')

export const contactChannels = ['visit', 'phone', 'mail', 'event', 'other'] as const
export type ContactChannel = (typeof contactChannels)[number]

export const receptions = schema.table('receptions', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  postId: uuid('post_id').notNull(),
  hours: localised('hours').notNull().default({}),
  address: text('address'),
  phone: text('phone'),
  email: text('email'),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const contacts = schema.table('contacts', {
  umbrellaId: uuid('umbrella_id').notNull().default(sql`platform.current_umbrella()`),
  id: uuid('id').notNull(),
  postId: uuid('post_id').notNull(),
  onDay: day('on_day').notNull(),
  channel: text('channel').$type<ContactChannel>().notNull(),
  membershipId: uuid('membership_id'),
  withWhom: text('with_whom').notNull(),
  about: text('about').notNull(),
  agreed: text('agreed').notNull().default(''),
  writtenBy: uuid('written_by'),
  writtenAt: instant('written_at').notNull().default(sql`now()`),
})
