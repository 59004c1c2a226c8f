import type { MessageKey } from '#platform/i18n/index.ts'
import type { ProposalStepKind } from '../schema/proposals.ts'

/** How the journal tells of the way of a proposal. */
export const proposalJournal = {
  'councils.proposal_prepared': 'councils.legislation.step.prepared',
  'councils.proposal_placed': 'councils.legislation.step.placed',
  'councils.proposal_discussed': 'councils.legislation.step.discussed',
  'councils.proposal_amended': 'councils.legislation.step.amended',
  'councils.proposal_recommended': 'councils.legislation.step.recommended',
  'councils.proposal_returned': 'councils.legislation.step.returned',
  'councils.proposal_declined': 'councils.legislation.step.declined',
  'councils.proposal_bill': 'councils.legislation.step.bill',
  'councils.proposal_approved': 'councils.legislation.step.approved',
  'councils.proposal_submitted': 'councils.legislation.step.submitted',
  'councils.proposal_answered': 'councils.legislation.step.answered',
  'councils.proposal_law': 'councils.legislation.step.law',
  'councils.proposal_lapsed': 'councils.legislation.step.lapsed',
} as const satisfies Record<`councils.proposal_${ProposalStepKind}`, MessageKey>
