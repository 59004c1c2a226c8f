import type { Tx } from '#platform/database/scope.ts'
import { type MandateFacts, mandateFacts } from '../queries/mail-facts.ts'
import { coordinators, peopleOfMember } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const proposed = mailOf('mandate_proposed', {
  subject: 'network.mail.mandateProposed.subject',
  paragraphs: ['network.mail.mandateProposed.text'],
  action: 'network.mail.seeMandate',
})
const awaited = mailOf('mandate_to_confirm', {
  subject: 'network.mail.mandateToConfirm.subject',
  paragraphs: ['network.mail.mandateToConfirm.text', 'network.mail.mandateToConfirm.then'],
  action: 'network.mail.confirmMandate',
})
const confirmed = mailOf('mandate_confirmed', {
  subject: 'network.mail.mandateConfirmed.subject',
  paragraphs: ['network.mail.mandateConfirmed.text'],
  action: 'network.mail.seeMandate',
})
const refused = mailOf('mandate_refused', {
  subject: 'network.mail.mandateRefused.subject',
  paragraphs: ['network.mail.mandateRefused.text'],
  action: 'network.mail.seeMandate',
})
const ended = mailOf('mandate_ended', {
  subject: 'network.mail.mandateEnded.subject',
  paragraphs: ['network.mail.mandateEnded.text'],
  action: 'network.mail.seeMandate',
})
const expiring = mailOf('mandate_expiring', {
  subject: 'network.mail.mandateExpiring.subject',
  paragraphs: ['network.mail.mandateExpiring.text', 'network.mail.mandateExpiring.then'],
  action: 'network.mail.renewMandate',
})

export const mandateMails = [proposed, awaited, confirmed, refused, ended, expiring]

type About = { mandate: string; membership: string }
async function factsOf(tx: Tx, { mandate }: About): Promise<MandateFacts> {
  const facts = await mandateFacts(tx, mandate)
  if (!facts) throw new Error('a mandate that was just written is not there')
  return facts
}

const letter = ({ mandate }: About, { name, person, on }: MandateFacts) => ({
  about: mandate,
  facts: { name, person, ...(on ? { on } : {}) },
  category: 'asked' as const,
  link: `/mandates/${mandate}`,
})

/** The holder hears of it; whoever can confirm is asked: the member's other people, or the coordinators where none is. */
export async function mandateProposed(tx: Tx, about: About): Promise<void> {
  const told = await factsOf(tx, about)
  const { holder, proposer } = told
  const neither = (person: string) => person !== holder && person !== proposer
  await tell(tx, [holder], { ...letter(about, told), template: proposed })
  const own = (await peopleOfMember(tx, about.membership)).filter(neither)
  const seconds = own.length > 0 ? own : (await coordinators(tx)).filter(neither)
  await tell(tx, seconds, { ...letter(about, told), template: awaited })
}

async function tellAll(
  tx: Tx,
  about: About,
  template: typeof confirmed,
  further: readonly string[],
): Promise<void> {
  const told = await factsOf(tx, about)
  const all = [told.holder, told.proposer, ...(await peopleOfMember(tx, about.membership)), ...further]
  await tell(tx, all, { ...letter(about, told), template })
}

/** All representatives of the member hear of it, and those whose mandates ended with it. */
export const mandateConfirmed = (tx: Tx, { ended: before, ...about }: About & { ended: readonly string[] }) =>
  tellAll(tx, about, confirmed, before)

export const mandateRefused = (tx: Tx, about: About) => tellAll(tx, about, refused, [])

export const mandateEnded = (tx: Tx, about: About) => tellAll(tx, about, ended, [])

/** A mandate runs out in `days` days. */
export async function mandateExpiring(tx: Tx, about: About, days: number): Promise<void> {
  const told = await factsOf(tx, about)
  const all = [told.holder, ...(await peopleOfMember(tx, about.membership))]
  const { facts, ...common } = letter(about, told)
  await tell(tx, all, {
    ...common,
    about: `${about.mandate} ${days}`,
    facts: { ...facts, days },
    template: expiring,
  })
}
