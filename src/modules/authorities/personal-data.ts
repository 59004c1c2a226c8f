import type { PersonalData } from '#platform/http/module.ts'
import { forgetSettler } from './actions/settle-held-mail.ts'
import { settledMail } from './queries/incoming.ts'

/** What this room knows of a person who has an account. */
export const authoritiesPersonalData: PersonalData = {
  export: async (tx, person) => ({ settledMail: await settledMail(tx, person) }),
  erase: forgetSettler,
}
