import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { leavingAnnounced, leavingTakenBack, memberHasLeft } from '../emails/memberships.ts'
import { membershipEnded } from '../events.ts'
import { lockMember } from '../queries/lock-member.ts'
import { endMandatesOf } from './end-mandate.ts'
import { releaseMember } from './release-member.ts'

type Ending = { membership: string; reason: string; umbrella: string }

type Ended = { day: string }

async function end(tx: Tx, membership: string, reason: string): Promise<Ended | undefined> {
  const { rows } = await tx.execute<Ended>(sql`
    update network.memberships
    set status = 'ended', until = greatest(network.today(), since), end_reason = ${reason}, leaving_on = null, leaving_reason = null
    where umbrella_id = platform.current_umbrella() and id = ${membership} and status <> 'ended'
    returning until as day`)
  return rows[0]
}

async function closeSuspension(tx: Tx, membership: string, day: string): Promise<void> {
  await tx.execute(sql`
    update network.suspensions set until = greatest(${day}::date, since)
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership} and until is null`)
}

/**
 * Ends a membership today, with everything that hangs on it: mandates end on the same day, other rooms hear of it
 * (`membership.ended`). For the member itself, two coordinators or the day announced; the database checks which.
 */
export async function endMembership(
  tx: Tx,
  { membership, reason }: Omit<Ending, 'umbrella'>,
): Promise<Outcome> {
  await lockMember(tx, membership)
  const ended = await end(tx, membership, reason)
  if (!ended) return refuse('network.membership.endedAlready')
  const persons = await endMandatesOf(tx, membership, ended.day)
  await closeSuspension(tx, membership, ended.day)
  await releaseMember(tx, membership)
  await record(tx, {
    action: 'network.membership_ended',
    member: membership,
    subject: { type: 'membership', id: membership },
    visibility: 'public',
    detail: { on: ended.day },
  })
  await memberHasLeft(tx, { membership, persons })
  await membershipEnded.emit(tx, { membership, day: ended.day })
  return { ok: true }
}

type Announced = { on: string; due: string; today: boolean }

/** The member leaves on a day of its own choice: today at once, later by announcing it. It may take that back until then. */
export async function leave(
  tx: Tx,
  { membership, on, reason, umbrella }: Ending & { on: string },
): Promise<Outcome<{ at: 'once' | 'later' }>> {
  await lockMember(tx, membership)
  const { rows } = await tx.execute<Announced>(sql`
    select ${on}::date as on, to_json(${on}::date::timestamp at time zone u.zone) #>> '{}' as due,
      ${on}::date <= network.today() as today
    from platform.umbrellas u where u.id = platform.current_umbrella()`)
  const announced = rows[0]!
  if (announced.today) {
    const outcome = await endMembership(tx, { membership, reason })
    return outcome.ok ? { ok: true, at: 'once' } : outcome
  }
  const { rowCount } = await tx.execute(sql`
    update network.memberships set leaving_on = ${on}, leaving_reason = ${reason}
    where umbrella_id = platform.current_umbrella() and id = ${membership} and status <> 'ended'`)
  if (!rowCount) return refuse('network.membership.endedAlready')
  const startAfter = Temporal.Instant.from(announced.due)
  await enqueue(tx, 'network.end-leaving', { umbrella, id: membership }, { startAfter })
  await record(tx, {
    action: 'network.leaving_announced',
    member: membership,
    subject: { type: 'membership', id: membership },
    visibility: 'members',
    detail: { on: announced.on },
  })
  await leavingAnnounced(tx, { membership, on: announced.on })
  return { ok: true, at: 'later' }
}

/** The member stays after all. */
export async function takeBackLeaving(tx: Tx, membership: string): Promise<Outcome> {
  await lockMember(tx, membership)
  const { rowCount } = await tx.execute(sql`
    update network.memberships set leaving_on = null, leaving_reason = null
    where umbrella_id = platform.current_umbrella() and id = ${membership} and status <> 'ended' and leaving_on is not null`)
  if (!rowCount) return refuse('network.membership.notLeaving')
  await record(tx, {
    action: 'network.leaving_taken_back',
    member: membership,
    subject: { type: 'membership', id: membership },
    visibility: 'members',
  })
  await leavingTakenBack(tx, { membership })
  return { ok: true }
}

/** The announced day has come. Does nothing when the member took it back, moved it, or has left already. */
export async function endLeaving(tx: Tx, membership: string): Promise<boolean> {
  await lockMember(tx, membership)
  const { rows } = await tx.execute<{ reason: string }>(sql`
    select s.leaving_reason as reason from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.id = ${membership} and s.status <> 'ended'
      and s.leaving_on <= network.today()`)
  if (!rows[0]) return false
  return (await endMembership(tx, { membership, reason: rows[0].reason })).ok
}
