import { boolean, date, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, localised } from '#platform/database/columns.ts'

const schema = pgSchema('monitoring')

const words = {
  list: text('list').notNull(),
  code: text('code').notNull(),
  parent: text('parent'),
  layer: text('layer'),
  odihr: text('odihr'),
  label: localised('label').notNull(),
  definition: localised('definition').notNull(),
}

export const lists = schema.table('lists', {
  list: text('list').primaryKey(),
  source: text('source').notNull(),
  extendable: boolean('extendable').notNull(),
  validFrom: day('valid_from').notNull(),
})

export const shippedTerms = schema.table('shipped_terms', {
  ...words,
  ordinal: integer('ordinal').notNull(),
  validFrom: day('valid_from').notNull(),
  validUntil: day('valid_until'),
})

export const ownTerms = schema.table('own_terms', {
  umbrellaId: uuid('umbrella_id').notNull(),
  ...words,
  validFrom: day('valid_from').notNull(),
  validUntil: day('valid_until'),
  usedAt: instant('used_at'),
  addedAt: instant('added_at').notNull(),
})

/** Shipped words and those of the umbrella, one below the other. */
export const terms = schema
  .view('terms', {
    ...words,
    ordinal: integer('ordinal').notNull(),
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until'),
    own: boolean('own').notNull(),
  })
  .existing()
