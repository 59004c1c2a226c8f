import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, type Refusal, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { appointmentEnded, appointmentAsked as tellOfQuestion } from '../emails/appointments.ts'
import { appointmentAsked, appointmentWithdrawn } from '../events.ts'
import type { HandOver } from './hand-over-post.ts'

/** Whom the members are asked about, and for which term. */
export type NewAppointment = Omit<HandOver, 'person'> & { post: string; person: string; reason: string }

type Post = { open: boolean; asked: boolean; proposed: boolean; fits: boolean; electors: boolean }

// Locked: a hand-over that is confirmed, a closing or another question at this moment come before or after, never between.
async function lockPost(tx: Tx, { post, until }: NewAppointment): Promise<Post> {
  await tx.execute(
    sql`select 1 from network.posts where umbrella_id = platform.current_umbrella() and id = ${post} for update`,
  )
  const { rows } = await tx.execute<Post>(sql`
    select p.closed_on is null as open, coalesce(${until}::date > network.today(), true) as fits,
      exists (select 1 from network.appointments a
        where a.umbrella_id = p.umbrella_id and a.post_id = p.id and a.status = 'asked') as asked,
      exists (select 1 from people.acts act where act.umbrella_id = p.umbrella_id
        and act.kind = 'network.hand_over_post' and act.subject_id = p.id and act.status = 'proposed') as proposed,
      exists (select 1 from network.voting_members(network.today())) as electors
    from network.posts p where p.umbrella_id = platform.current_umbrella() and p.id = ${post}`)
  return rows[0]!
}

function unmet({ open, asked, proposed, fits, electors }: Post): Refusal | null {
  if (!open) return refuse('network.post.closedAlready')
  if (asked) return refuse('network.appointment.asked')
  if (proposed) return refuse('network.post.handOverProposed')
  if (!fits) return refuse('network.post.termOver')
  return electors ? null : refuse('network.appointment.nobodyVotes')
}

/**
 * Asks the members, in secret, whether this person shall hold the post: their majority stands for the second coordinator.
 * Refused while anything else about the post waits for an answer.
 */
export async function askAboutPost(tx: Tx, asked: NewAppointment): Promise<Outcome> {
  const { post, person, membership, onBehalf, from, until, reason } = asked
  const missing = unmet(await lockPost(tx, asked))
  if (missing) return missing
  return refusingWhenViolated(tx, { one_question: 'network.appointment.asked' }, async () => {
    const id = newId()
    const { rows } = await tx.execute<{ umbrella: string }>(sql`
      insert into network.appointments (id, post_id, person_id, membership_id, on_behalf, valid_from, valid_until, reason)
      values (${id}, ${post}, ${person}, ${membership}, ${onBehalf}, ${from}, ${until}, ${reason})
      returning umbrella_id as umbrella`)
    await record(tx, {
      action: 'network.appointment_asked',
      subject: { type: 'post', id: post },
      visibility: 'members',
      detail: { appointment: id },
    })
    await appointmentAsked.emit(tx, { appointment: id })
    await tellOfQuestion(tx, { appointment: id, umbrella: rows[0]!.umbrella })
    return { ok: true }
  })
}

/**
 * Asks again about the same person, term and reasons after the members set their decision aside: the new decision says so.
 * Refused where something about the post has happened since.
 */
export async function askAgainAboutPost(tx: Tx, appointment: string): Promise<Outcome> {
  const { rows } = await tx.execute<NewAppointment & { again: boolean }>(sql`
    select a.post_id as post, a.person_id as person, a.membership_id as membership, a.on_behalf as "onBehalf",
      greatest(a.valid_from, network.today())::text as "from", a.valid_until::text as until, a.reason,
      network.to_be_asked_again(a) as again
    from network.appointments a where a.umbrella_id = platform.current_umbrella() and a.id = ${appointment}`)
  const { again, ...asked } = rows[0]!
  return again ? askAboutPost(tx, asked) : refuse('network.appointment.settledSince')
}

/** The person, or whoever proposed them, takes the question back, until it is decided; so does the end of their membership. */
export async function withdrawAppointment(tx: Tx, appointment: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ post: string }>(sql`
    update network.appointments set status = 'withdrawn', closed_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${appointment} and status = 'asked'
    returning post_id as post`)
  if (!rows[0]) return refuse('network.appointment.closedAlready')
  await record(tx, {
    action: 'network.appointment_withdrawn',
    subject: { type: 'post', id: rows[0].post },
    visibility: 'members',
    detail: { appointment },
  })
  await appointmentEnded(tx, appointment, 'withdrawn')
  await appointmentWithdrawn.emit(tx, { appointment })
  return { ok: true }
}

/** Nothing more is asked about a person who is forgotten, or for a member that left. */
export async function withdrawAppointmentsOf(
  tx: Tx,
  whose: 'person_id' | 'membership_id',
  id: string,
): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select a.id from network.appointments a
    where a.umbrella_id = platform.current_umbrella() and a.${sql.identifier(whose)} = ${id} and a.status = 'asked'`)
  for (const appointment of rows) await withdrawAppointment(tx, appointment.id)
}
