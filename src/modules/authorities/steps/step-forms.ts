import type { MessageKey } from '#platform/i18n/index.ts'
import type { CommunicationStatus, Resolution } from '../schema/communications.ts'
import type { StepKind } from '../schema/steps.ts'
import { stepWords } from './step-words.ts'

/** What one is asked for a step. `words` is always there; the rest where it is named. */
export type StepField = 'reference' | 'body' | 'dueOn' | 'forms' | 'resolution'

/** One step as a page asks for it: `path` below the communication, a noun for what changes. */
export type StepForm = {
  path: string
  kind: StepKind
  side: 'sender' | 'authority'
  title: MessageKey
  lead: MessageKey
  confirm: MessageKey
  said: MessageKey
  /** How the words are asked for, and whether one can go without. */
  words: MessageKey
  wordless?: true
  /** `needed`: no decision without its document. */
  document?: 'needed' | 'possible'
  fields?: readonly StepField[]
  /** The resolution that comes with it by itself. */
  resolution?: Resolution
  /** Cannot be taken back by a further step. */
  final?: true
  /** From which statuses it is what usually comes next. */
  usualFrom?: readonly CommunicationStatus[]
}

/** What public bodies do, in the order in which it is offered. */
const authoritySteps: readonly StepForm[] = [
  {
    ...{ path: 'registration', kind: 'registered', side: 'authority', ...stepWords.registration },
    ...{ words: 'authorities.step.note', wordless: true, fields: ['reference'] },
    usualFrom: ['sent', 'forwarded'],
  },
  {
    ...{ path: 'response-form', kind: 'form_chosen', side: 'authority', ...stepWords.form },
    ...{ words: 'authorities.step.form.words', wordless: true, document: 'needed', fields: ['forms'] },
    usualFrom: ['registered'],
  },
  {
    ...{ path: 'answer', kind: 'answered', side: 'authority', ...stepWords.answer },
    ...{ words: 'authorities.step.answer.words', document: 'needed', fields: ['resolution'], final: true },
    usualFrom: ['considering'],
  },
  {
    ...{ path: 'measures', kind: 'measure', side: 'authority', ...stepWords.measure },
    ...{ words: 'authorities.step.measure.words', document: 'possible' },
  },
  {
    ...{ path: 'result', kind: 'result', side: 'authority', ...stepWords.result },
    ...{ words: 'authorities.step.result.words', document: 'possible' },
    usualFrom: ['answered', 'closed'],
  },
  {
    ...{ path: 'clarification', kind: 'clarification_asked', side: 'authority', ...stepWords.clarification },
    ...{ words: 'authorities.step.clarification.words', document: 'possible' },
  },
  {
    ...{ path: 'extension', kind: 'extended', side: 'authority', ...stepWords.extension },
    ...{ words: 'authorities.step.extension.words', document: 'needed', fields: ['dueOn'] },
  },
  {
    ...{ path: 'forwarding', kind: 'forwarded', side: 'authority', ...stepWords.forwarding },
    ...{ words: 'authorities.step.forwarding.words', document: 'needed', fields: ['body'], final: true },
  },
  {
    ...{ path: 'return', kind: 'returned', side: 'authority', ...stepWords.return },
    ...{ words: 'authorities.step.return.words', document: 'needed', resolution: 'returned', final: true },
  },
]

/** What the sender does. */
const senderSteps: readonly StepForm[] = [
  {
    ...{ path: 'supplement', kind: 'clarified', side: 'sender', ...stepWords.supplement },
    ...{ words: 'authorities.step.supplement.words', document: 'possible', usualFrom: ['clarifying'] },
  },
  {
    ...{ path: 'closing', kind: 'closed', side: 'sender', ...stepWords.closing },
    ...{ words: 'authorities.step.closing.words', fields: ['resolution'], final: true },
    usualFrom: ['answered', 'returned'],
  },
  {
    ...{ path: 'reminder', kind: 'reminded', side: 'sender', ...stepWords.reminder },
    ...{ words: 'authorities.step.reminder.words', wordless: true, document: 'possible' },
  },
  {
    ...{ path: 'retraction', kind: 'withdrawn', side: 'sender', ...stepWords.withdrawal },
    ...{ words: 'authorities.step.withdrawal.words', resolution: 'withdrawn', final: true },
  },
]

/** Whoever recorded something wrongly says so: nothing is changed, the correction stands below it. */
export const corrections: readonly StepForm[] = (['authority', 'sender'] as const).map(side => ({
  path: side === 'authority' ? 'correction' : 'own-correction',
  kind: 'corrected',
  side,
  ...stepWords.correction,
  words: 'authorities.step.correction.words',
}))

export const stepForms: readonly StepForm[] = [...authoritySteps, ...senderSteps, ...corrections]
