import type { ActDefinition } from '#platform/http/module.ts'
import { confirmMerge } from '../actions/carry-out-merge.ts'
import { findMerge } from '../queries/duplicates.ts'

const mergeAct: ActDefinition = {
  kind: 'network.merge_organisations',
  label: 'network.act.labelMerge',
  describe: async (tx, { subject }, i18n) => {
    const merge = await findMerge(tx, subject)
    const survivor = i18n.text(merge?.survivor.name).value
    const merged = i18n.text(merge?.merged.name).value
    return { values: { survivor, merged }, path: `/merges/${subject}` }
  },
  apply: (tx, act) => confirmMerge(tx, act.subject),
}

/** Two-person acts about records. */
export const mergeActs: ActDefinition[] = [mergeAct]
