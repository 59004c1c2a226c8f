import type { Tx } from '#platform/database/scope.ts'
import type { I18n } from '#platform/i18n/index.ts'
import {
  peopleAnswering,
  senderPeople,
  type ToldCommunication,
  toldCommunication,
  withoutMyself,
} from '../queries/told-people.ts'
import { type StepKind, stepKinds } from '../schema/steps.ts'
import { meaningWords, toldWords } from '../steps/told-words.ts'
import { type CommunicationFacts, mailOf, tell, wordsOf } from './letter.ts'

const kindOf = ({ kind }: CommunicationFacts): StepKind =>
  stepKinds.find(known => known === kind) ?? 'corrected'

const subject = (i18n: I18n, facts: CommunicationFacts) =>
  i18n.t('authorities.desk.mail.subject', {
    what: i18n.t(toldWords[kindOf(facts)], wordsOf(i18n, facts)),
    number: facts.number,
  })

const stepTold = mailOf('step_told', subject, facts => [
  'authorities.desk.mail.about',
  meaningWords[kindOf(facts)],
])
const deskTold = mailOf('desk_told', subject, () => [
  'authorities.desk.mail.about',
  'authorities.desk.mail.onYourDesk',
])

export const stepMails = [stepTold, deskTold]

/** Of what the sender's people hear. Breaches and clocks are told by those who watch them. */
const untold: readonly StepKind[] = ['opened_for_signing', 'breached']

/** What brings something to the officers' desk. */
const reachingTheDesk: readonly StepKind[] = ['sent', 'forwarded', 'clarified', 'reminded', 'withdrawn']

/** What cannot wait for a digest: a question, or an answer from which a time to appeal may run. */
const pressing: readonly StepKind[] = ['clarification_asked', 'answered', 'returned']

const factsOf = ({ number, title, body }: ToldCommunication, kind: StepKind): CommunicationFacts => ({
  number,
  title,
  body,
  kind,
})

/**
 * Both sides hear of a step, but for whoever took it. Steps of one kind with one document are one event: several forms of
 * response are decided at once.
 */
export async function tellStep(
  tx: Tx,
  { communication, step, kind }: { communication: string; step: string; kind: StepKind },
): Promise<void> {
  if (untold.includes(kind)) return
  const told = await toldCommunication(tx, communication, step)
  const event = told.step?.file ? `${kind} ${told.step.file}` : step
  const facts = factsOf(told, kind)
  await tell(tx, await withoutMyself(tx, await senderPeople(tx, told)), {
    ...{ template: stepTold, facts, event },
    category: pressing.includes(kind) ? 'soon' : 'news',
  })
  if (!reachingTheDesk.includes(kind)) return
  await tell(tx, await withoutMyself(tx, await peopleAnswering(tx, communication)), {
    ...{ template: deskTold, facts, event },
    category: kind === 'sent' || kind === 'forwarded' ? 'soon' : 'news',
  })
}
