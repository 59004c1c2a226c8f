import type { Tx } from '#platform/database/scope.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { findAppointment } from '../queries/appointments.ts'
import { peopleAmongMembers } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const proposed = mailOf('appointment_proposed', {
  subject: 'network.mail.appointmentProposed.subject',
  paragraphs: ['network.mail.appointmentProposed.text', 'network.mail.appointmentProposed.then'],
  action: 'network.mail.seePost',
})
// Who is proposed is a personal matter: it stands on the page of the decision, not in mailboxes.
const toDecide = mailOf('appointment_to_decide', {
  subject: 'network.mail.appointmentToDecide.subject',
  paragraphs: ['network.mail.appointmentToDecide.text'],
  action: 'network.mail.seeDecision',
})
const notSupported = mailOf('appointment_not_supported', {
  subject: 'network.mail.appointmentEnded.subject',
  paragraphs: ['network.mail.appointmentNotSupported.text'],
  action: 'network.mail.seePost',
})
const lapsed = mailOf('appointment_lapsed', {
  subject: 'network.mail.appointmentEnded.subject',
  paragraphs: ['network.mail.appointmentLapsed.text'],
  action: 'network.mail.seePost',
})
const withdrawn = mailOf('appointment_withdrawn', {
  subject: 'network.mail.appointmentEnded.subject',
  paragraphs: ['network.mail.appointmentWithdrawn.text'],
  action: 'network.mail.seePost',
})
const setAside = mailOf('appointment_set_aside', {
  subject: 'network.mail.appointmentEnded.subject',
  paragraphs: ['network.mail.appointmentSetAside.text'],
  action: 'network.mail.seePost',
})

export const appointmentMails = [proposed, toDecide, notSupported, lapsed, withdrawn, setAside]

const ends = { not_supported: notSupported, lapsed, withdrawn, set_aside: setAside }

/** The person has it in writing and can say no; members are asked to vote. They are many: nobody waits until all are told. */
export async function appointmentAsked(
  tx: Tx,
  { appointment, umbrella }: { appointment: string; umbrella: string },
): Promise<void> {
  const { personId, postId, post, validFrom } = (await findAppointment(tx, appointment))!
  await tell(tx, [personId], {
    template: proposed,
    about: appointment,
    facts: { name: post as Record<string, string>, on: validFrom },
    category: 'asked',
    link: `/posts/${postId}`,
  })
  await enqueue(tx, 'network.tell-of-appointment', { umbrella, id: appointment })
}

/** Tells everybody who acts for a member that there is a vote. The job's work; nobody is told twice. */
export async function tellOfAppointment(tx: Tx, appointment: string): Promise<void> {
  const asked = await findAppointment(tx, appointment)
  if (asked?.status !== 'asked' || asked.decision === null) return
  const others = (await peopleAmongMembers(tx)).filter(person => person !== asked.personId)
  await tell(tx, others, {
    template: toDecide,
    about: appointment,
    facts: { name: asked.post as Record<string, string> },
    category: 'news',
    link: `/decisions/${asked.decision}`,
  })
}

/** Nothing came of it: the person hears, and who proposed them; whoever took it back knows. */
export async function appointmentEnded(tx: Tx, appointment: string, as: keyof typeof ends): Promise<void> {
  const { personId, proposedBy, postId, post } = (await findAppointment(tx, appointment))!
  const { rows } = await tx.$client.query<{ asking: string | null }>(
    'select platform.current_account() as asking',
  )
  const told = [personId, proposedBy].filter(person => person !== rows[0]!.asking)
  await tell(tx, told, {
    template: ends[as],
    about: appointment,
    facts: { name: post as Record<string, string> },
    category: 'asked',
    link: `/posts/${postId}`,
  })
}
