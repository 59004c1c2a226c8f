import type { PersonalData } from '#platform/http/module.ts'
import { forgetPerson } from './actions/forget-person.ts'
import { aloneAnswering, ownTraces, umbrellasAnswered } from './queries/own-traces.ts'

/** Steps, messages, signatures and terms: what a body or member did stays, the person is forgotten. */
export const authoritiesPersonalData: PersonalData = {
  export: ownTraces,
  erase: tx => forgetPerson(tx),
  elsewhere: umbrellasAnswered,
  consequences: async tx =>
    (await aloneAnswering(tx)).length > 0 ? [{ message: 'authorities.desk.officers.aloneAnswering' }] : [],
}
