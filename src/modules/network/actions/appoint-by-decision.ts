import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { appointmentEnded } from '../emails/appointments.ts'
import { postHandedOver } from '../emails/posts.ts'
import type { AppointmentStatus } from '../schema/posts.ts'
import { endTerms } from './hand-over-post.ts'

type Asked = {
  id: string
  post: string
  person: string
  membership: string | null
  day: string
  fits: boolean
  supported: boolean | null
}

// The outcome is read from the decision itself, in the database: nobody passes it along.
async function lockAsked(tx: Tx, id: string): Promise<Asked | undefined> {
  const { rows } = await tx.execute<Asked>(sql`
    select a.id, a.post_id as post, a.person_id as person, a.membership_id as membership,
      greatest(a.valid_from, network.today())::text as day,
      coalesce(a.valid_until > network.today(), true) as fits, network.appointment_outcome(a.id) as supported
    from network.appointments a
    join network.posts p on p.umbrella_id = a.umbrella_id and p.id = a.post_id
    where a.umbrella_id = platform.current_umbrella() and a.id = ${id} and a.status = 'asked' for update`)
  return rows[0]
}

async function close(tx: Tx, { id }: Asked, status: AppointmentStatus): Promise<void> {
  await tx.execute(sql`
    update network.appointments set status = ${status}, closed_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
}

async function appoint(tx: Tx, asked: Asked): Promise<void> {
  const { id, post, person, membership, day } = asked
  const ended = await endTerms(tx, post, day, 'handed_over')
  await tx.execute(sql`
    insert into network.post_terms (umbrella_id, id, post_id, person_id, membership_id, on_behalf, valid_from, valid_until, appointment_id)
    select a.umbrella_id, ${newId()}, a.post_id, a.person_id, a.membership_id, a.on_behalf, ${day}, a.valid_until, a.id
    from network.appointments a where a.umbrella_id = platform.current_umbrella() and a.id = ${id}`)
  await close(tx, asked, 'appointed')
  await record(tx, {
    action: 'network.post_handed_over',
    member: membership ?? ended[0]?.membership ?? null,
    subject: { type: 'post', id: post },
    visibility: 'public',
    detail: { day, appointment: id },
  })
  const from = ended.map(holder => holder.person).filter(former => former !== person)
  await postHandedOver(tx, { post, event: id, day, to: person, from })
}

const ends = {
  not_supported: 'network.appointment_not_supported',
  lapsed: 'network.appointment_lapsed',
} as const

async function end(tx: Tx, asked: Asked, as: keyof typeof ends): Promise<void> {
  await close(tx, asked, as)
  await record(tx, {
    action: ends[as],
    subject: { type: 'post', id: asked.post },
    visibility: 'members',
    detail: { appointment: asked.id },
  })
  await appointmentEnded(tx, asked.id, as)
}

/** The members answer the question in the decision with this number. */
export async function awaitAppointment(
  tx: Tx,
  { appointment, number }: { appointment: string; number: number },
): Promise<void> {
  await tx.execute(sql`
    update network.appointments set decision_number = ${number}
    where umbrella_id = platform.current_umbrella() and id = ${appointment} and status = 'asked'`)
}

/**
 * Carries out what the members decided about a person for a post, in the transaction that seals the decision: the post changes
 * hands, or the proposal ends. Does nothing about a question that was withdrawn meanwhile. Throws while the decision is not
 * sealed. A term that was over before the end of the vote is nobody's.
 */
export async function appointByDecision(tx: Tx, appointment: string): Promise<void> {
  const asked = await lockAsked(tx, appointment)
  if (!asked) return
  if (asked.supported === null) throw new Error(`the members have not decided about ${appointment}`)
  if (!asked.supported) await end(tx, asked, 'not_supported')
  else if (asked.fits) await appoint(tx, asked)
  else await end(tx, asked, 'lapsed')
}

/** The members set their decision aside: who holds the post by it alone, or would later, does so no longer. */
export async function revokeAppointment(tx: Tx, appointment: string): Promise<void> {
  const { rows } = await tx.execute<{ post: string; membership: string | null }>(sql`
    update network.post_terms t set valid_until = greatest(t.valid_from, network.today()), end_reason = 'set_aside',
      called_off = t.valid_from > network.today()
    where t.umbrella_id = platform.current_umbrella() and t.appointment_id = ${appointment}
      and (t.valid_until is null or t.valid_until > network.today()) and not t.called_off
    returning t.post_id as post, t.membership_id as membership`)
  if (!rows[0]) return
  await record(tx, {
    action: 'network.post_vacated',
    member: rows[0].membership,
    subject: { type: 'post', id: rows[0].post },
    visibility: 'public',
  })
  await appointmentEnded(tx, appointment, 'set_aside')
}
