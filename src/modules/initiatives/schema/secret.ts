import { pgSchema, text, uuid } from 'drizzle-orm/pg-core'

const schema = pgSchema('initiatives')

/** What a secret ballot can say: who stands aside says so openly, and that is no part of a personal matter. */
export const secretChoices = ['yes', 'no', 'abstain'] as const
export type SecretChoice = (typeof secretChoices)[number]

export const secretBallots = schema.table('secret_ballots', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  choice: text('choice').$type<SecretChoice>().notNull(),
})

export const secretVoters = schema.table('secret_voters', {
  umbrellaId: uuid('umbrella_id').notNull(),
  decisionId: uuid('decision_id').notNull(),
  electorId: uuid('elector_id').notNull(),
  personId: uuid('person_id'),
})
