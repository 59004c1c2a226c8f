import { nameOf, peopleInside } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { letterOf, send } from './letter.ts'

const proposed = letterOf('change_proposed', {
  subject: 'initiatives.mail.changeProposed.subject',
  text: 'initiatives.mail.changeProposed.text',
  action: 'initiatives.mail.readProposal',
})

export const proposalMails = [proposed]

/** A member proposes to change rules or goals: everybody inside hears of it, because silence is not consent. */
export async function changeProposed(
  tx: Tx,
  { id, number, title, membership }: { id: string; number: number; title: Localised; membership: string },
): Promise<void> {
  await send(tx, await peopleInside(tx), {
    letter: proposed,
    about: id,
    facts: { title: { ...title } as Record<string, string>, member: await nameOf(tx, membership) },
    category: 'news',
    link: `/changes/${number}`,
  })
}
