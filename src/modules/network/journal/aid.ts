import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells mutual aid. */
export const aidJournal = {
  'network.need_posted': 'network.journal.needPosted',
  'network.offer_posted': 'network.journal.offerPosted',
  'network.listing_closed': 'network.journal.listingClosed',
  'network.listing_withdrawn': 'network.journal.listingWithdrawn',
  'network.listing_reopened': 'network.journal.listingReopened',
  'network.help_proposed': 'network.journal.helpProposed',
  'network.match_accepted': 'network.journal.matchAccepted',
  'network.match_declined': 'network.journal.matchDeclined',
  'network.match_closed': 'network.journal.matchClosed',
} as const satisfies Record<string, MessageKey>
