import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells of materials on the cooperation with public bodies. */
export const materialJournal = {
  'authorities.material_added': 'authorities.journal.materialAdded',
  'authorities.material_changed': 'authorities.journal.materialChanged',
  'authorities.material_published': 'authorities.journal.materialPublished',
  'authorities.material_withdrawn': 'authorities.journal.materialWithdrawn',
  'authorities.material_discarded': 'authorities.journal.materialDiscarded',
} as const satisfies Record<string, MessageKey>
