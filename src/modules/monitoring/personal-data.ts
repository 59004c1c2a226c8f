import type { PersonalData } from '#platform/http/module.ts'
import { giveBackCodings } from './actions/give-back-codings.ts'
import { forgetWelfare } from './actions/welfare.ts'
import { ownCodings } from './queries/own-codings.ts'

/**
 * What this room knows of a person who codes: their codings, and what they graded and recorded. Finished ones stay, under
 * an id without a name, for they bear what was published; open ones are given back.
 */
export const monitoringPersonalData: PersonalData = {
  export: async (tx, person) => ({ ...(await ownCodings(tx, person)) }),
  erase: async (tx, person) => {
    await giveBackCodings(tx, person)
    await forgetWelfare(tx, person)
  },
}
