import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells elections that were taken over, and reminders. */
export const electionJournal = {
  'initiatives.election_imported': 'initiatives.export.journal.electionImported',
  'initiatives.members_reminded': 'initiatives.board.journal.membersReminded',
} as const satisfies Record<string, MessageKey>
