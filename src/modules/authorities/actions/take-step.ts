import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { stepTaken } from '../events.ts'
import type { CommunicationStatus, Resolution } from '../schema/communications.ts'
import type { ResponseForm, StepKind } from '../schema/steps.ts'
import { extensionRefused } from './check-extension.ts'

/** What happened to a communication, as who does it says. `body` is the public body that did it, of its own steps. */
export type NewStep = {
  communication: string
  kind: StepKind
  side: 'sender' | 'authority' | 'program'
  onDay: Temporal.PlainDate
  body?: string
  toBody?: string
  responseForm?: ResponseForm
  resolution?: Resolution
  reference?: string
  dueOn?: Temporal.PlainDate
  text?: string
  file?: string
}

/** Which sentence answers each refusal of the database. */
const stepRefusals = {
  step_in_graph: 'authorities.step.refusal.notPossibleNow',
  step_of_sender: 'authorities.step.refusal.notTheSender',
  step_of_authority: 'authorities.step.refusal.notTheAuthority',
  step_of_holder: 'authorities.step.refusal.anotherBody',
  forwarded_to_another: 'authorities.step.refusal.sameBody',
  extension_within_cap: 'authorities.deadline.refusal.changedMeanwhile',
  day_of_step: 'authorities.step.refusal.day',
  step_in_words: 'authorities.step.refusal.noWords',
  no_decision_without_document: 'authorities.step.refusal.noDocument',
  no_refusal_without_reasons: 'authorities.step.refusal.noReasons',
  reasoned: 'authorities.step.refusal.notReasoned',
} as const

const insertStep = (tx: Tx, id: string, step: NewStep) =>
  rows<{ status: CommunicationStatus; member: string | null }>(
    tx,
    'authorities.take-step',
    `with taken as (
       insert into authorities.steps (communication_id, id, kind, side, body_id, to_body_id, by_person, on_day, response_form,
         resolution, reference, due_on, text, file_id)
       values ($1, $2, $3, $4, $5, $6, case when $4 = 'program' then null else platform.current_account() end, $7, $8, $9, $10,
         $11, $12, $13)
       returning status)
     select taken.status, c.membership_id as member from taken
     join authorities.communications c on c.umbrella_id = platform.current_umbrella() and c.id = $1`,
    [
      ...[step.communication, id, step.kind, step.side, step.body ?? null, step.toBody ?? null],
      ...[step.onDay.toString(), step.responseForm ?? null, step.resolution ?? null, step.reference ?? null],
      ...[step.dueOn?.toString() ?? null, step.text ?? '', step.file ?? null],
    ],
  )

/**
 * Writes down a step, moves the status with it, tells the journal and whoever listens. Refused, with a sentence, where the
 * graph, the side or the missing document do not allow it.
 */
export const takeStep = (tx: Tx, step: NewStep): Promise<Outcome<{ status: CommunicationStatus }>> =>
  refusingWhenViolated(tx, stepRefusals, async () => {
    const tooLong = await extensionRefused(tx, step)
    if (tooLong) return tooLong
    const id = newId()
    const [taken] = await insertStep(tx, id, step)
    const { status, member } = taken!
    await record(tx, {
      action: `authorities.step_${step.kind}`,
      member,
      subject: { type: 'communication', id: step.communication },
      visibility: 'members',
    })
    const { communication, kind, onDay } = step
    await stepTaken.emit(tx, { communication, step: id, kind, status, onDay })
    return { ok: true, status }
  })
