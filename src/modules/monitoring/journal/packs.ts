import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells of packs: sealed, by the hashes of what left. */
export const packJournal = {
  'monitoring.pack_begun': 'monitoring.pack.journal.begun',
  'monitoring.pack_asked': 'monitoring.pack.journal.asked',
  'monitoring.pack_returned': 'monitoring.pack.journal.returned',
  'monitoring.pack_confirmed': 'monitoring.pack.journal.confirmed',
  'monitoring.pack_handed_over': 'monitoring.pack.journal.handedOver',
  'monitoring.pack_ended': 'monitoring.pack.journal.ended',
} as const satisfies Record<string, MessageKey>
