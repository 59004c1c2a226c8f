import type { PersonalData } from '#platform/http/module.ts'
import { forgetAuthor } from './actions/forget-author.ts'
import { forgetInProcedures } from './actions/forget-in-procedures.ts'
import { forgetInRealisations } from './actions/join-group.ts'
import { exportProcedures } from './queries/procedures-data.ts'
import { exportRealisations } from './queries/realisation-data.ts'
import { exportTexts } from './queries/texts-data.ts'
import { exportVotes } from './queries/votes-data.ts'

/** What this room knows of a person: what they wrote for their members, which stays with the members. */
export const initiativesPersonalData: PersonalData = {
  export: async (tx, person) => ({
    ...(await exportTexts(tx, person)),
    ...(await exportVotes(tx)),
    ...(await exportProcedures(tx, person)),
    ...(await exportRealisations(tx, person)),
  }),
  erase: async (tx, person) => {
    await forgetAuthor(tx, person)
    await forgetInProcedures(tx, person)
    await forgetInRealisations(tx, person)
  },
}
