import type { Tx } from '#platform/database/scope.ts'
import { membershipsOf, organisationName } from '../queries/organisation-name.ts'
import { peopleOfMember } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const stated = mailOf('union_stated', {
  subject: 'network.mail.unionStated.subject',
  paragraphs: ['network.mail.unionStated.text'],
  action: 'network.mail.seeUnion',
})

export const unionMails = [stated]

/** The people of the organisation in this umbrella are asked whether it belongs to the union. */
export async function unionStated(tx: Tx, { union, child }: { union: string; child: string }): Promise<void> {
  const people: string[] = []
  for (const membership of await membershipsOf(tx, child))
    people.push(...(await peopleOfMember(tx, membership)))
  await tell(tx, people, {
    template: stated,
    about: `${union} ${child}`,
    facts: { name: await organisationName(tx, union) },
    category: 'asked',
    link: `/organisations/${child}/union`,
  })
}
