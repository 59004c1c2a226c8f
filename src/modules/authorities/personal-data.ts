import type { PersonalData } from '#platform/http/module.ts'
import { forgetPerson } from './actions/forget-person.ts'
import { forgetSettler } from './actions/settle-held-mail.ts'
import { deadlinePersonalData } from './personal-data-deadlines.ts'
import { settledMail } from './queries/incoming.ts'
import { aloneAnswering, ownTraces, umbrellasAnswered } from './queries/own-traces.ts'
import { lettersPersonalData } from './queries/personal-data.ts'

/** Letters, signatures, steps, messages, terms, dates one is told of, mail one filed: what a body or member did stays. */
export const authoritiesPersonalData: PersonalData = {
  export: async (tx, person) => ({
    ...(await lettersPersonalData.export(tx, person)),
    ...(await ownTraces(tx, person)),
    ...(await deadlinePersonalData.export(tx, person)),
    settledMail: await settledMail(tx, person),
  }),
  erase: async (tx, person) => {
    await lettersPersonalData.erase(tx, person)
    await forgetPerson(tx)
    await deadlinePersonalData.erase(tx, person)
    await forgetSettler(tx)
  },
  elsewhere: umbrellasAnswered,
  consequences: async tx =>
    (await aloneAnswering(tx)).length > 0 ? [{ message: 'authorities.desk.officers.aloneAnswering' }] : [],
}
