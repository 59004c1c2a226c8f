import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells lists taken over and records merged. */
export const recordsJournal = {
  'network.members_imported': 'network.journal.membersImported',
  'network.duplicates_told_apart': 'network.journal.duplicatesToldApart',
  'network.merge_accepted': 'network.journal.mergeAccepted',
  'network.merge_declined': 'network.journal.mergeDeclined',
  'network.merge_refused': 'network.journal.mergeRefused',
  'network.organisations_merged': 'network.journal.organisationsMerged',
} as const satisfies Record<string, MessageKey>
