import type { Tx } from '#platform/database/scope.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { applicationFacts, objectingMembers } from '../queries/mail-facts.ts'
import { coordinators, peopleInside, peopleOfMember } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const received = mailOf('application_received', {
  subject: 'network.mail.received.subject',
  paragraphs: ['network.mail.received.text', 'network.mail.received.then'],
  action: 'network.mail.seeApplication',
})
const published = mailOf('application_published', {
  subject: 'network.mail.published.subject',
  paragraphs: ['network.mail.published.text', 'network.mail.published.then'],
  action: 'network.mail.readApplication',
})
const contestedForApplicant = mailOf('application_contested', {
  subject: 'network.mail.contested.subject',
  paragraphs: ['network.mail.contested.text', 'network.mail.contested.then'],
  action: 'network.mail.seeApplication',
})
const contestedForMembers = mailOf('decision_needed', {
  subject: 'network.mail.decisionNeeded.subject',
  paragraphs: ['network.mail.decisionNeeded.text'],
  action: 'network.mail.readApplication',
})
const admitted = mailOf('application_admitted', {
  subject: 'network.mail.admitted.subject',
  paragraphs: ['network.mail.admitted.text', 'network.mail.admitted.then'],
  action: 'network.mail.seeApplication',
})
const joined = mailOf('member_joined', {
  subject: 'network.mail.joined.subject',
  paragraphs: ['network.mail.joined.text'],
  action: 'network.mail.seeMember',
})
const refused = mailOf('application_refused', {
  subject: 'network.mail.refused.subject',
  paragraphs: ['network.mail.refused.text', 'network.mail.refused.then'],
  action: 'network.mail.seeApplication',
})
const reopened = mailOf('application_reopened', {
  subject: 'network.mail.refusalSetAside.subject',
  paragraphs: ['network.mail.refusalSetAside.text', 'network.mail.refusalSetAside.then'],
  action: 'network.mail.seeApplication',
})
const overtaken = mailOf('application_overtaken', {
  subject: 'network.mail.overtaken.subject',
  paragraphs: ['network.mail.overtaken.text'],
  action: 'network.mail.seeApplication',
})
const withdrawn = mailOf('application_withdrawn', {
  subject: 'network.mail.withdrawn.subject',
  paragraphs: ['network.mail.withdrawn.text'],
  action: 'network.mail.seeApplication',
})

export const applicationMails = [
  received,
  published,
  contestedForApplicant,
  contestedForMembers,
  admitted,
  joined,
  refused,
  reopened,
  overtaken,
  withdrawn,
]

type About = { application: string }

// An application that the members answer anew has more than one answer.
const answerOf = (application: string, decision: number | null): string =>
  decision === null ? application : `${application} ${decision}`

// Members are many: whoever submits does not wait until all of them are told.
const tellMembersLater = (tx: Tx, umbrella: string, application: string) =>
  enqueue(tx, 'network.tell-members', { umbrella, id: application })

/** It is published: the applicant has it in writing, members are asked to look. */
export async function applicationPublished(tx: Tx, { application }: About): Promise<void> {
  const { applicant, name, until, umbrella } = await applicationFacts(tx, application)
  const link = `/applications/${application}`
  const letter = { template: received, about: application, facts: { name, until }, link }
  await tell(tx, [applicant], { ...letter, category: 'asked' })
  await tellMembersLater(tx, umbrella, application)
}

/** Somebody objected: it needs the members' majority. */
export async function applicationContested(tx: Tx, { application }: About): Promise<void> {
  const { applicant, name, umbrella } = await applicationFacts(tx, application)
  const link = `/applications/${application}`
  const letter = { template: contestedForApplicant, about: application, facts: { name }, link }
  await tell(tx, [applicant], { ...letter, category: 'asked' })
  await tellMembersLater(tx, umbrella, application)
}

/** There is a new member. */
export async function applicationAdmitted(tx: Tx, { application }: About): Promise<void> {
  const { applicant, name, umbrella } = await applicationFacts(tx, application)
  const link = `/applications/${application}`
  const letter = { template: admitted, about: application, facts: { name }, link }
  await tell(tx, [applicant], { ...letter, category: 'asked' })
  await tellMembersLater(tx, umbrella, application)
}

/**
 * Tells everybody inside how an application stands now: there is one to look at, a decision is needed, or there is a new
 * member. The job's work; nobody is told one of them twice.
 */
export async function tellMembers(tx: Tx, application: string): Promise<void> {
  const { applicant, name, until, status, membership, decision } = await applicationFacts(tx, application)
  const letters = {
    published: { template: published, facts: { name, until }, link: `/applications/${application}` },
    contested: { template: contestedForMembers, facts: { name }, link: `/applications/${application}` },
    admitted: { template: joined, facts: { name }, link: `/memberships/${membership}` },
  }
  const letter = letters[status as keyof typeof letters]
  if (!letter) return
  const inside =
    status === 'contested'
      ? [...(await peopleInside(tx)), ...(await coordinators(tx))]
      : await peopleInside(tx)
  const others = inside.filter(person => person !== applicant)
  const about = status === 'contested' ? answerOf(application, decision) : application
  await tell(tx, others, { ...letter, about, category: 'news' })
}

/** The members decided against it. */
export async function applicationRefused(tx: Tx, { application }: About): Promise<void> {
  const { applicant, name, decision } = await applicationFacts(tx, application)
  const link = `/applications/${application}`
  await tell(tx, [applicant], {
    template: refused,
    about: answerOf(application, decision),
    facts: { name },
    category: 'asked',
    link,
  })
}

/** The refusal was set aside: the applicant hears that the members vote again, and they that they are asked. */
export async function applicationReopened(tx: Tx, { application }: About): Promise<void> {
  const { applicant, name, umbrella, decision } = await applicationFacts(tx, application)
  const link = `/applications/${application}`
  const letter = { template: reopened, about: answerOf(application, decision), facts: { name }, link }
  await tell(tx, [applicant], { ...letter, category: 'asked' })
  await tellMembersLater(tx, umbrella, application)
}

/** It became a member in another way meanwhile. */
export async function applicationOvertaken(tx: Tx, { application }: About): Promise<void> {
  const { applicant, name } = await applicationFacts(tx, application)
  const link = `/applications/${application}`
  await tell(tx, [applicant], {
    template: overtaken,
    about: application,
    facts: { name },
    category: 'asked',
    link,
  })
}

/** The applicant took it back: whoever objected hears that nothing is left to do. */
export async function applicationWithdrawn(tx: Tx, { application }: About): Promise<void> {
  const { name } = await applicationFacts(tx, application)
  const objectors: string[] = []
  for (const member of await objectingMembers(tx, application))
    objectors.push(...(await peopleOfMember(tx, member)))
  const link = `/applications/${application}`
  await tell(tx, objectors, {
    template: withdrawn,
    about: application,
    facts: { name },
    category: 'news',
    link,
  })
}
