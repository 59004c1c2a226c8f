import type { Tx } from '#platform/database/scope.ts'
import { nameOf } from '../queries/member-name.ts'
import { coordinators, peopleOfMember } from '../queries/recipients.ts'
import type { AgreementSide } from '../schema/agreements.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const toConfirm = mailOf('agreement_to_confirm', {
  subject: 'network.mail.agreementToConfirm.subject',
  paragraphs: ['network.mail.agreementToConfirm.text', 'network.mail.agreementToConfirm.then'],
  action: 'network.mail.seeAgreement',
})
const confirmed = mailOf('agreement_confirmed', {
  subject: 'network.mail.agreementConfirmed.subject',
  paragraphs: ['network.mail.agreementConfirmed.text'],
  action: 'network.mail.seeAgreement',
})
const refused = mailOf('agreement_refused', {
  subject: 'network.mail.agreementRefused.subject',
  paragraphs: ['network.mail.agreementRefused.text'],
  action: 'network.mail.seeAgreement',
})
const ending = mailOf('agreement_ending', {
  subject: 'network.mail.agreementEnding.subject',
  paragraphs: ['network.mail.agreementEnding.text', 'network.mail.agreementEnding.then'],
  action: 'network.mail.renewAgreement',
})
const ended = mailOf('agreement_ended', {
  subject: 'network.mail.agreementEnded.subject',
  paragraphs: ['network.mail.agreementEnded.text'],
  action: 'network.mail.seeAgreement',
})

export const agreementMails = [toConfirm, confirmed, refused, ending, ended]

type About = { agreement: string; membership: string }

async function bothSides(tx: Tx, membership: string): Promise<string[]> {
  return [...(await peopleOfMember(tx, membership)), ...(await coordinators(tx))]
}

const letter = ({ agreement }: About, name: Record<string, string>) => ({
  about: agreement,
  facts: { name },
  category: 'asked' as const,
  link: `/agreements/${agreement}`,
})

/** The other side is asked to confirm; coordinators where the partner has nobody yet. */
export async function agreementProposed(
  tx: Tx,
  { as, proposer, ...about }: About & { as: AgreementSide; proposer: string | null },
): Promise<void> {
  const partners = as === 'umbrella' ? await peopleOfMember(tx, about.membership) : []
  const asked = partners.length > 0 ? partners : await coordinators(tx)
  await tell(
    tx,
    asked.filter(person => person !== proposer),
    { ...letter(about, await nameOf(tx, about.membership)), template: toConfirm },
  )
}

/** Confirmed: both sides hear of it. Refused: who proposed it. */
export async function agreementAnswered(
  tx: Tx,
  { proposer, answer, ...about }: About & { proposer: string; answer: 'confirmed' | 'refused' },
): Promise<void> {
  const told = letter(about, await nameOf(tx, about.membership))
  if (answer === 'refused') return tell(tx, [proposer], { ...told, template: refused })
  return tell(tx, await bothSides(tx, about.membership), { ...told, template: confirmed, category: 'news' })
}

/** The term ends in `days` days, on `on`; `step` is the reminder's own number, so that each is sent once. */
export async function agreementEnding(
  tx: Tx,
  { on, days, step, ...about }: About & { on: string; days: number; step: number },
): Promise<void> {
  const name = await nameOf(tx, about.membership)
  await tell(tx, await bothSides(tx, about.membership), {
    ...letter(about, name),
    about: `${about.agreement} ${step}`,
    facts: { name, on, days },
    template: ending,
  })
}

export async function agreementEnded(tx: Tx, { on, ...about }: About & { on: string }): Promise<void> {
  const name = await nameOf(tx, about.membership)
  await tell(tx, await bothSides(tx, about.membership), {
    ...letter(about, name),
    facts: { name, on },
    template: ended,
  })
}
