import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells decisions and votes. */
export const decisionJournal = {
  'initiatives.decision_opened': 'initiatives.decision.journal.opened',
  'initiatives.decision_voided': 'initiatives.decision.journal.voided',
  'initiatives.decision_withdrawn': 'initiatives.decision.journal.withdrawn',
  'initiatives.decision_cancelled': 'initiatives.decision.journal.cancelled',
  'initiatives.decision_extended': 'initiatives.decision.journal.extended',
  'initiatives.decision_sealed': 'initiatives.decision.journal.sealed',
  'initiatives.majority_reached': 'initiatives.decision.journal.majorityReached',
  'initiatives.majority_lost': 'initiatives.decision.journal.majorityLost',
  'initiatives.ballot_cast': 'initiatives.ballot.journal.cast',
  'initiatives.ballot_entered': 'initiatives.ballot.journal.entered',
  'initiatives.ballot_confirmed': 'initiatives.ballot.journal.confirmed',
  'initiatives.ballot_declined': 'initiatives.ballot.journal.declined',
  'initiatives.mandate_challenged': 'initiatives.challenge.journal.raised',
  'initiatives.challenge_upheld': 'initiatives.challenge.journal.upheld',
  'initiatives.challenge_dismissed': 'initiatives.challenge.journal.dismissed',
  'initiatives.support_given': 'initiatives.decision.journal.supportGiven',
  'initiatives.support_withdrawn': 'initiatives.decision.journal.supportWithdrawn',
  'initiatives.asking_again_backed': 'initiatives.decision.journal.askingAgainBacked',
  'initiatives.asking_again_taken_back': 'initiatives.decision.journal.askingAgainTakenBack',
} as const satisfies Record<string, MessageKey>
