import type { MessageKey } from '#platform/i18n/index.ts'
import type { StepKind } from '../schema/steps.ts'

/** How the journal tells of what happened to a communication. */
export const stepJournal = {
  'authorities.step_opened_for_signing': 'authorities.journal.openedForSigning',
  'authorities.step_sent': 'authorities.journal.sent',
  'authorities.step_registered': 'authorities.journal.registered',
  'authorities.step_clarification_asked': 'authorities.journal.clarificationAsked',
  'authorities.step_clarified': 'authorities.journal.clarified',
  'authorities.step_returned': 'authorities.journal.returned',
  'authorities.step_forwarded': 'authorities.journal.forwarded',
  'authorities.step_extended': 'authorities.journal.extended',
  'authorities.step_form_chosen': 'authorities.journal.formChosen',
  'authorities.step_measure': 'authorities.journal.measure',
  'authorities.step_answered': 'authorities.journal.answered',
  'authorities.step_result': 'authorities.journal.result',
  'authorities.step_breached': 'authorities.journal.breached',
  'authorities.step_reminded': 'authorities.journal.reminded',
  'authorities.step_corrected': 'authorities.journal.corrected',
  'authorities.step_closed': 'authorities.journal.closed',
  'authorities.step_withdrawn': 'authorities.journal.withdrawn',
} as const satisfies Record<`authorities.step_${StepKind}`, MessageKey>
