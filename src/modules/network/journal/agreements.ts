import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells cooperation agreements. */
export const agreementJournal = {
  'network.agreement_proposed': 'network.journal.agreementProposed',
  'network.agreement_confirmed': 'network.journal.agreementConfirmed',
  'network.agreement_refused': 'network.journal.agreementRefused',
  'network.agreement_withdrawn': 'network.journal.agreementWithdrawn',
  'network.agreement_ended': 'network.journal.agreementEnded',
} as const satisfies Record<string, MessageKey>
