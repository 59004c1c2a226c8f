import type { Tx } from '#platform/database/scope.ts'
import { namesOf } from '../queries/member-name.ts'
import { coordinators, peopleOfMember } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const ended = mailOf('membership_ended', {
  subject: 'network.mail.membershipEnded.subject',
  paragraphs: ['network.mail.membershipEnded.text'],
  action: 'network.mail.seeMember',
})
const leaving = mailOf('leaving_announced', {
  subject: 'network.mail.leaving.subject',
  paragraphs: ['network.mail.leaving.text', 'network.mail.leaving.then'],
  action: 'network.mail.seeMember',
})
const staying = mailOf('leaving_taken_back', {
  subject: 'network.mail.staying.subject',
  paragraphs: ['network.mail.staying.text'],
  action: 'network.mail.seeMember',
})
const suspended = mailOf('membership_suspended', {
  subject: 'network.mail.suspended.subject',
  paragraphs: ['network.mail.suspended.text', 'network.mail.suspended.then'],
  action: 'network.mail.seeMember',
})
const reactivated = mailOf('membership_reactivated', {
  subject: 'network.mail.reactivated.subject',
  paragraphs: ['network.mail.reactivated.text'],
  action: 'network.mail.seeMember',
})
const profileDue = mailOf('profile_due', {
  subject: 'network.mail.profileDue.subject',
  paragraphs: ['network.mail.profileDue.text', 'network.mail.profileDue.then'],
  action: 'network.mail.confirmProfile',
})

const setAside = mailOf('admission_set_aside', {
  subject: 'network.mail.admissionSetAside.subject',
  paragraphs: ['network.mail.admissionSetAside.text', 'network.mail.admissionSetAside.then'],
  action: 'network.mail.seeMember',
})

export const membershipMails = [ended, leaving, staying, suspended, reactivated, profileDue, setAside]

async function nameOf(tx: Tx, membership: string): Promise<Record<string, string>> {
  const [member] = await namesOf(tx, [membership])
  return (member?.name ?? {}) as Record<string, string>
}

type About = { membership: string }

async function told(tx: Tx, { membership }: About, on?: string) {
  const name = await nameOf(tx, membership)
  return {
    about: on ? `${membership} ${on}` : membership,
    facts: { name, on },
    link: `/memberships/${membership}`,
  }
}

// A member can be suspended twice in its life: the moment makes it another event.
const now = () => Temporal.Now.instant().toString()

/** Those who acted for the member until today (`persons`), the individual, and the coordinators. */
export async function memberHasLeft(
  tx: Tx,
  { membership, persons }: About & { persons: readonly string[] },
): Promise<void> {
  const letter = await told(tx, { membership })
  const own = [...persons, ...(await peopleOfMember(tx, membership))]
  await tell(tx, own, { ...letter, template: ended, category: 'asked' })
  await tell(tx, await coordinators(tx), { ...letter, template: ended, category: 'news' })
}

async function tellMember(tx: Tx, about: About, template: typeof ended): Promise<void> {
  const letter = await told(tx, about)
  const own = await peopleOfMember(tx, about.membership)
  await tell(tx, own, { ...letter, about: `${letter.about} ${now()}`, template, category: 'asked' })
}

export const membershipSuspended = (tx: Tx, about: About) => tellMember(tx, about, suspended)
export const membershipReactivated = (tx: Tx, about: About) => tellMember(tx, about, reactivated)

/** All the member's people, so that nobody learns it from the directory; the coordinators too. */
export async function leavingAnnounced(tx: Tx, { membership, on }: About & { on: string }): Promise<void> {
  const letter = await told(tx, { membership }, on)
  await tell(tx, await peopleOfMember(tx, membership), { ...letter, template: leaving, category: 'asked' })
  await tell(tx, await coordinators(tx), { ...letter, template: leaving, category: 'news' })
}

export const leavingTakenBack = (tx: Tx, about: About) => tellMember(tx, about, staying)

/** Once a year each member says that its profile is still true. `link` leads to where it is confirmed. */
export async function profileIsDue(
  tx: Tx,
  { membership, due, link }: About & { due: string; link: string },
): Promise<void> {
  const letter = await told(tx, { membership }, due)
  await tell(tx, await peopleOfMember(tx, membership), {
    ...letter,
    link,
    template: profileDue,
    category: 'news',
  })
}

/** The decision that admitted it was set aside: its people and the coordinators hear what that means, and what not. */
export async function admissionSetAside(tx: Tx, membership: string): Promise<void> {
  await tell(tx, [...(await peopleOfMember(tx, membership)), ...(await coordinators(tx))], {
    ...(await told(tx, { membership })),
    template: setAside,
    category: 'asked',
  })
}
