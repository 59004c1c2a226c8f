import type { PersonalData } from '#platform/http/module.ts'
import { forgetCouncilHolder } from './actions/forget-holder.ts'
import { exportCouncilData } from './queries/council-data.ts'

/** What this room knows of a person. */
export const councilPersonalData: PersonalData = { export: exportCouncilData, erase: forgetCouncilHolder }
