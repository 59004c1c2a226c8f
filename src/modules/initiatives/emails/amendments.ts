import { coordinators, nameOf, peopleInside, peopleOfMember } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { peopleOfVoted } from '../queries/waiting-members.ts'
import { letterOf, send } from './letter.ts'

const proposed = letterOf('amendment_proposed', {
  subject: 'initiatives.mail.amendmentProposed.subject',
  text: 'initiatives.mail.amendmentProposed.text',
  action: 'initiatives.mail.readAmendment',
})
const answered = letterOf('amendment_answered', {
  subject: 'initiatives.mail.amendmentAnswered.subject',
  text: 'initiatives.mail.amendmentAnswered.text',
  action: 'initiatives.mail.readAmendment',
})
const correction = letterOf('correction_proposed', {
  subject: 'initiatives.mail.correction.subject',
  text: 'initiatives.mail.correction.text',
  action: 'initiatives.mail.readCorrection',
})

export const amendmentMails = [proposed, answered, correction]

type About = { amendment: string; initiative: number; number: number; to: string; by: string }

const telling = async (tx: Tx, { amendment, initiative, number, by }: About) => ({
  about: amendment,
  facts: { initiative, amendment: number, member: await nameOf(tx, by) },
  category: 'asked' as const,
  link: `/initiatives/${initiative}/amendments/${number}`,
})

/** The initiator is asked to answer. */
export async function amendmentProposed(tx: Tx, about: About): Promise<void> {
  await send(tx, await peopleOfMember(tx, about.to), { ...(await telling(tx, about)), letter: proposed })
}

export async function amendmentAnswered(tx: Tx, about: About & { accepted: boolean }): Promise<void> {
  const told = await telling(tx, about)
  await send(tx, await peopleOfMember(tx, about.to), {
    ...told,
    facts: { ...told.facts, accepted: about.accepted },
    letter: answered,
  })
}

/**
 * Somebody of another member has to agree. The secretariat sees to it that it does not lie about, and who has voted hears at
 * once that the words change; all others who may agree read of it in their digest.
 */
export async function correctionProposed(
  tx: Tx,
  about: { correction: string; initiative: number; by: string },
): Promise<void> {
  const told = {
    letter: correction,
    about: about.correction,
    facts: { initiative: about.initiative, member: await nameOf(tx, about.by) },
    link: `/initiatives/${about.initiative}#corrections`,
  }
  const atOnce = [...(await coordinators(tx)), ...(await peopleOfVoted(tx, about.initiative))]
  await send(tx, atOnce, { ...told, category: 'asked' })
  const others = new Set(await peopleInside(tx))
  for (const person of await peopleOfMember(tx, about.by)) others.delete(person)
  await send(tx, others, { ...told, category: 'news' })
}
