import type { PersonalData } from '#platform/http/module.ts'
import { forgetInAdmission } from './actions/forget-applicant.ts'
import { forgetHolder } from './actions/forget-holder.ts'
import { cooperationConsequences, exportCooperationData } from './queries/cooperation-data.ts'
import { admissionConsequences, exportAdmissionData } from './queries/person-export.ts'

/** What this room knows of a person: handed over as one, forgotten noun by noun. */
export const networkPersonalData: PersonalData = {
  export: async (tx, person) => ({
    ...(await exportAdmissionData(tx, person)),
    ...(await exportCooperationData(tx, person)),
  }),
  // Posts first: who forgets a mandate may no longer lay down what was held for the member.
  erase: async (tx, person) => {
    await forgetHolder(tx, person)
    await forgetInAdmission(tx, person)
  },
  consequences: async (tx, person) => [
    ...(await admissionConsequences(tx, person)),
    ...(await cooperationConsequences(tx, person)),
  ],
}
