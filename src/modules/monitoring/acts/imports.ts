import type { ActDefinition } from '#platform/http/module.ts'
import { undoImport } from '../actions/undo-import.ts'
import { findImport } from '../queries/imports.ts'

const undoAct: ActDefinition = {
  kind: 'monitoring.undo_import',
  label: 'monitoring.import.act',
  describe: async (tx, { subject }, i18n) => {
    const found = await findImport(tx, subject)
    return {
      values: { day: found ? i18n.date(found.recordedAt.toString().slice(0, 10)) : '' },
      path: `/incidents/import/${subject}`,
    }
  },
  apply: (tx, { subject }) => undoImport(tx, subject),
}

/** Two-person acts about chronicles that were taken over. */
export const importActs: ActDefinition[] = [undoAct]
