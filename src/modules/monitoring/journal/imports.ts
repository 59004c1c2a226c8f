import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells that chronicles came and went. */
export const importJournal = {
  'monitoring.chronicle_imported': 'monitoring.import.journal.imported',
  'monitoring.import_undone': 'monitoring.import.journal.undone',
} as const satisfies Record<string, MessageKey>
