import { pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/columns.ts'

const schema = pgSchema('authorities')

export const channels = ['platform', 'mail', 'post'] as const
/** How a letter leaves: to officers here, by mail to the body's address, or by the sender's own hand. */
export type Channel = (typeof channels)[number]

export const deliveries = schema.table('deliveries', {
  umbrellaId: uuid('umbrella_id').notNull(),
  communicationId: uuid('communication_id').notNull(),
  channel: text('channel').$type<Channel>().notNull(),
  address: text('address'),
  handedOverAt: instant('handed_over_at'),
})
