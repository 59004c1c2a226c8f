import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells changes of the vocabularies. */
export const termJournal = {
  'monitoring.term_added': 'monitoring.journal.termAdded',
  'monitoring.term_ended': 'monitoring.journal.termEnded',
} as const satisfies Record<string, MessageKey>
