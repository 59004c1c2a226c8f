import { event } from '#platform/events.ts'
import type { CommunicationStatus } from './schema/communications.ts'
import type { StepKind } from './schema/steps.ts'

/**
 * Something happened to a communication, in this transaction: clocks start and stop, people are told, the public register
 * follows. `status` is the communication's after the step; `onDay` is the day on which it happened, in the umbrella's zone.
 */
export const stepTaken = event<{
  communication: string
  step: string
  kind: StepKind
  status: CommunicationStatus
  onDay: Temporal.PlainDate
}>('step.taken')
