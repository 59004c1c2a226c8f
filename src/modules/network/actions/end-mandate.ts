import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { mandateEnded, mandateRefused } from '../emails/mandates.ts'
import { mandateChanged } from '../events.ts'
import { lockMember } from '../queries/lock-member.ts'

type Closing = { mandate: string; membership: string; reason: string }

/** A second person says no, the holder declines, or the proposer takes it back. Kept as history. */
export async function refuseMandate(tx: Tx, { mandate, membership, reason }: Closing): Promise<Outcome> {
  await lockMember(tx, membership)
  const { rowCount } = await tx.execute(sql`
    update network.mandates
    set status = 'refused', ended_by = platform.current_account(), end_reason = ${reason}
    where umbrella_id = platform.current_umbrella() and id = ${mandate} and status = 'proposed'`)
  if (!rowCount) return refuse('network.mandate.decidedAlready')
  await record(tx, {
    action: 'network.mandate_refused',
    member: membership,
    subject: { type: 'mandate', id: mandate },
    visibility: 'members',
  })
  await mandateRefused(tx, { mandate, membership })
  return { ok: true }
}

/** Ends a mandate today; one that has not begun never holds a day. What was done under it stays done. */
export async function endMandate(tx: Tx, { mandate, membership, reason }: Closing): Promise<Outcome> {
  await lockMember(tx, membership)
  const { rowCount } = await tx.execute(sql`
    update network.mandates
    set status = 'ended', valid_until = least(greatest(network.today(), valid_from), coalesce(valid_until, 'infinity')),
      ended_by = platform.current_account(), end_reason = ${reason}
    where umbrella_id = platform.current_umbrella() and id = ${mandate} and status = 'confirmed'`)
  if (!rowCount) return refuse('network.mandate.decidedAlready')
  await record(tx, {
    action: 'network.mandate_ended',
    member: membership,
    subject: { type: 'mandate', id: mandate },
    visibility: 'members',
  })
  await mandateEnded(tx, { mandate, membership })
  await mandateChanged.emit(tx, { membership, mandate })
  return { ok: true }
}

/** A membership ended on this day, and so do the mandates for it; what was proposed falls. Returns who held them. */
export async function endMandatesOf(tx: Tx, membership: string, day: string): Promise<string[]> {
  const { rows } = await tx.execute<{ person: string }>(sql`
    update network.mandates
    set status = case status when 'proposed' then 'refused' else 'ended' end, end_reason = 'membership_ended',
      ended_by = platform.current_account(),
      valid_until = case status when 'proposed' then valid_until
        else least(greatest(${day}::date, valid_from), coalesce(valid_until, 'infinity')) end
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership} and status in ('proposed', 'confirmed')
    returning person_id as person`)
  return rows.map(row => row.person)
}
