import type { Tx } from '#platform/database/scope.ts'
import { concernedBy } from '../queries/merge-recipients.ts'
import { peopleOfMember } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const asked = mailOf('merge_asked', {
  subject: 'network.mail.mergeAsked.subject',
  paragraphs: ['network.mail.mergeAsked.text', 'network.mail.mergeAsked.then'],
  action: 'network.mail.seeMerge',
})

export const mergeMails = [asked]

/** The people of both organisations in this umbrella are asked; those of another umbrella find it on their home. */
export async function mergeAsked(tx: Tx, merge: string): Promise<void> {
  for (const { membership, own, other } of await concernedBy(tx, merge)) {
    await tell(tx, await peopleOfMember(tx, membership), {
      template: asked,
      about: merge,
      facts: { name: own, member: other },
      category: 'asked',
      link: `/merges/${merge}`,
    })
  }
}
