import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells changes of organisations and their unions. */
export const organisationJournal = {
  'network.organisation_changed': 'network.journal.organisationChanged',
  'network.change_proposed': 'network.journal.changeProposed',
  'network.change_accepted': 'network.journal.changeAccepted',
  'network.change_refused': 'network.journal.changeRefused',
  'network.change_withdrawn': 'network.journal.changeWithdrawn',
  'network.union_stated': 'network.journal.unionStated',
  'network.union_confirmed': 'network.journal.unionConfirmed',
  'network.union_ended': 'network.journal.unionEnded',
} as const satisfies Record<string, MessageKey>
