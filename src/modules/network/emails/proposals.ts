import type { Tx } from '#platform/database/scope.ts'
import { organisationName } from '../queries/organisation-name.ts'
import { peopleOfMember } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const proposed = mailOf('changes_proposed', {
  subject: 'network.mail.changesProposed.subject',
  paragraphs: ['network.mail.changesProposed.text'],
  action: 'network.mail.seeChanges',
})
const answered = mailOf('changes_answered', {
  subject: 'network.mail.changesAnswered.subject',
  paragraphs: ['network.mail.changesAnswered.text'],
  action: 'network.mail.seeMember',
})

export const proposalMails = [proposed, answered]

type About = { proposal: string; organisation: string; membership: string | null }

/** The organisation's people in this umbrella are asked. */
export async function changesProposed(tx: Tx, { proposal, organisation, membership }: About): Promise<void> {
  if (membership === null) return
  await tell(tx, await peopleOfMember(tx, membership), {
    template: proposed,
    about: proposal,
    facts: { name: await organisationName(tx, organisation) },
    category: 'asked',
    link: `/organisations/${organisation}/proposals/${proposal}`,
  })
}

/** Whoever proposed hears that there is an answer. */
export async function changesAnswered(
  tx: Tx,
  { proposal, organisation }: About,
  proposer: string | null,
): Promise<void> {
  if (proposer === null) return
  await tell(tx, [proposer], {
    template: answered,
    about: proposal,
    facts: { name: await organisationName(tx, organisation) },
    category: 'news',
    link: `/organisations/${organisation}`,
  })
}
