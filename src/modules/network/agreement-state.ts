import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { AgreementView } from './queries/agreements.ts'

/** How an agreement stands today. `overdue`: its term is over and it has not been renewed or ended yet. */
export type AgreementState = 'proposed' | 'refused' | 'withdrawn' | 'ahead' | 'inForce' | 'overdue' | 'ended'

type Dated = Pick<AgreementView, 'status' | 'termFrom' | 'termUntil'>

/** Days are ISO text, so that they compare as text does; the last day of a term belongs to it. */
export function agreementState({ status, termFrom, termUntil }: Dated, today: string): AgreementState {
  if (status !== 'confirmed') return status
  if (termFrom > today) return 'ahead'
  return termUntil !== null && termUntil < today ? 'overdue' : 'inForce'
}

export const agreementWords = {
  proposed: 'network.agreement.state.proposed',
  refused: 'network.agreement.state.refused',
  withdrawn: 'network.agreement.state.withdrawn',
  ahead: 'network.agreement.state.ahead',
  inForce: 'network.agreement.state.inForce',
  overdue: 'network.agreement.state.overdue',
  ended: 'network.agreement.state.ended',
} as const satisfies Record<AgreementState, MessageKey>

export const agreementTones = {
  proposed: 'accent',
  refused: 'bad',
  withdrawn: 'neutral',
  ahead: 'accent',
  inForce: 'good',
  overdue: 'warn',
  ended: 'neutral',
} as const satisfies Record<AgreementState, Tone>
