import type { MessageKey } from '#platform/i18n/index.ts'
import type { CommunicationStatus } from '../schema/communications.ts'
import type { StepKind } from '../schema/steps.ts'

/** What happened, as a sentence: `body` did it or it was done towards it, `sender` is whose letter it is. */
export const toldWords = {
  opened_for_signing: 'authorities.step.told.openedForSigning',
  sent: 'authorities.step.told.sent',
  registered: 'authorities.step.told.registered',
  clarification_asked: 'authorities.step.told.clarificationAsked',
  clarified: 'authorities.step.told.clarified',
  returned: 'authorities.step.told.returned',
  forwarded: 'authorities.step.told.forwarded',
  extended: 'authorities.step.told.extended',
  form_chosen: 'authorities.step.told.formChosen',
  measure: 'authorities.step.told.measure',
  answered: 'authorities.step.told.answered',
  result: 'authorities.step.told.result',
  breached: 'authorities.step.told.breached',
  reminded: 'authorities.step.told.reminded',
  corrected: 'authorities.step.told.corrected',
  closed: 'authorities.step.told.closed',
  withdrawn: 'authorities.step.told.withdrawn',
} as const satisfies Record<StepKind, MessageKey>

/** What it means, in plain words. */
export const meaningWords = {
  opened_for_signing: 'authorities.step.means.openedForSigning',
  sent: 'authorities.step.means.sent',
  registered: 'authorities.step.means.registered',
  clarification_asked: 'authorities.step.means.clarificationAsked',
  clarified: 'authorities.step.means.clarified',
  returned: 'authorities.step.means.returned',
  forwarded: 'authorities.step.means.forwarded',
  extended: 'authorities.step.means.extended',
  form_chosen: 'authorities.step.means.formChosen',
  measure: 'authorities.step.means.measure',
  answered: 'authorities.step.means.answered',
  result: 'authorities.step.means.result',
  breached: 'authorities.step.means.breached',
  reminded: 'authorities.step.means.reminded',
  corrected: 'authorities.step.means.corrected',
  closed: 'authorities.step.means.closed',
  withdrawn: 'authorities.step.means.withdrawn',
} as const satisfies Record<StepKind, MessageKey>

/** What comes next where a communication stands. */
export const nextWords = {
  draft: 'authorities.step.next.draft',
  signing: 'authorities.step.next.signing',
  sent: 'authorities.step.next.sent',
  registered: 'authorities.step.next.registered',
  clarifying: 'authorities.step.next.clarifying',
  considering: 'authorities.step.next.considering',
  forwarded: 'authorities.step.next.forwarded',
  returned: 'authorities.step.next.returned',
  answered: 'authorities.step.next.answered',
  closed: 'authorities.step.next.closed',
  withdrawn: 'authorities.step.next.withdrawn',
} as const satisfies Record<CommunicationStatus, MessageKey>
