import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'

export type PopoloClass =
  | 'persons'
  | 'organizations'
  | 'posts'
  | 'memberships'
  | 'events'
  | 'areas'
  | 'motions'
  | 'vote_events'
  | 'votes'

/** One object of Popolo as it stood in a file. */
export type PopoloObject = Record<string, unknown>

/** What every table of a Popolo class has: where its object came from, and what no column could hold as it was written. */
export const ofPopolo = {
  sourceId: uuid('source_id'),
  popoloId: text('popolo_id'),
  popoloKey: text('popolo_key'),
  nestedIn: text('nested_in').$type<PopoloClass>(),
  position: integer('position').notNull().default(0),
  popolo: jsonb('popolo').$type<PopoloObject>().notNull().default({}),
}
