import type { Tx } from '#platform/database/scope.ts'
import { peopleAnswering, senderPeople, toldCommunication, withoutMyself } from '../queries/told-people.ts'
import { mailOf, tell, wordsOf } from './letter.ts'

const written = mailOf(
  'message_written',
  (i18n, facts) => i18n.t('authorities.desk.mail.message', wordsOf(i18n, facts)),
  () => ['authorities.desk.mail.about', 'authorities.desk.mail.messageThen'],
)

export const messageMails = [written]

/** The other side hears that something was written; the words stay on the page. */
export async function messageWritten(
  tx: Tx,
  { message, communication, direction }: { message: string; communication: string; direction: 'in' | 'out' },
): Promise<void> {
  const told = await toldCommunication(tx, communication, null)
  const people = direction === 'out' ? await peopleAnswering(tx, communication) : await senderPeople(tx, told)
  const { number, title, body } = told
  await tell(tx, await withoutMyself(tx, people), {
    ...{ template: written, facts: { number, title, body }, event: message, category: 'soon' },
  })
}
