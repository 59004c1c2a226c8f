import { pgSchema, smallint, uuid } from 'drizzle-orm/pg-core'

const schema = pgSchema('monitoring')

/** How much a monitor wants to read in a week. Theirs alone. */
export const ownLimits = schema.table('own_limits', {
  umbrellaId: uuid('umbrella_id').notNull(),
  personId: uuid('person_id').notNull(),
  perWeek: smallint('per_week').notNull(),
})

/** An open coding that its coder offers to a colleague. */
export const codingOffers = schema.table('coding_offers', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  codingId: uuid('coding_id').notNull(),
  incidentId: uuid('incident_id').notNull(),
  fromId: uuid('from_id').notNull(),
  toId: uuid('to_id').notNull(),
})
