import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { agreementEnded } from '../emails/agreements.ts'
import { agreementGrace } from '../queries/agreement-grace.ts'
import { endMembership } from './end-membership.ts'

type Closed = { id: string; membership: string; day: string; reason: string }

// The membership lasts as long as any agreement of it is in force or about to be.
async function endWithoutAgreement(tx: Tx, membership: string): Promise<void> {
  const { rows } = await tx.execute(sql`
    select 1 from network.agreements a
    where a.umbrella_id = platform.current_umbrella() and a.membership_id = ${membership} and a.status = 'confirmed'`)
  if (rows.length === 0) await endMembership(tx, { membership, reason: 'agreement_ended' })
}

async function recordEnd(
  tx: Tx,
  { id, membership, day, reason }: Closed,
  rule?: { key: string; version: number },
) {
  await record(tx, {
    action: 'network.agreement_ended',
    member: membership,
    subject: { type: 'agreement', id },
    rule,
    visibility: 'public',
    detail: { day, reason: reason === 'term' || reason === 'renewed' ? reason : 'stated' },
  })
}

/**
 * One side ends an agreement on a day (ISO, today at the latest), with its reason. The partner's membership ends with its
 * last agreement.
 */
export async function endAgreement(
  tx: Tx,
  { agreement, day, reason }: { agreement: string; day: string; reason: string },
): Promise<Outcome> {
  const { rows } = await tx.execute<{ membership: string }>(sql`
    update network.agreements set status = 'ended', ended_on = ${day}, ended_by = platform.current_account(), end_reason = ${reason}
    where umbrella_id = platform.current_umbrella() and id = ${agreement} and status = 'confirmed'
      and ${day}::date between term_from and network.today()
    returning membership_id as membership`)
  if (!rows[0]) return refuse('network.agreement.notInForce')
  const closed = { id: agreement, membership: rows[0].membership, day, reason }
  await recordEnd(tx, closed)
  await agreementEnded(tx, { agreement: closed.id, membership: closed.membership, on: closed.day })
  await endWithoutAgreement(tx, closed.membership)
  return { ok: true }
}

/** Where a confirmed renewal has begun, the agreement before it ends the day before: of one partner, or of all. Safe to repeat. */
export async function closeRenewedAgreements(tx: Tx, membership: string | null): Promise<number> {
  const { rows } = await tx.execute<Closed>(sql`
    update network.agreements a
    set status = 'ended', ended_by = platform.current_account(), end_reason = 'renewed',
      ended_on = greatest(a.term_from, least(coalesce(a.term_until, 'infinity'), r.term_from - 1))
    from network.agreements r
    where a.umbrella_id = platform.current_umbrella() and a.status = 'confirmed' and r.umbrella_id = a.umbrella_id
      and r.renews = a.id and r.status = 'confirmed' and r.term_from <= network.today()
      and (${membership}::uuid is null or a.membership_id = ${membership}::uuid)
    returning a.id, a.membership_id as membership, a.ended_on as day, a.end_reason as reason`)
  for (const closed of rows) await recordEnd(tx, closed)
  return rows.length
}

/**
 * Agreements whose term ran out longer ago than the umbrella's grace (rule `agreement.grace_days`, 30 days) end with the
 * last day of their term, and the partner's membership ends today; one that the sides are renewing waits. Safe to repeat.
 */
export async function closeOverdueAgreements(tx: Tx): Promise<number> {
  const grace = await agreementGrace(tx)
  const { rows } = await tx.execute<Closed>(sql`
    update network.agreements a set status = 'ended', ended_on = a.term_until, end_reason = 'term'
    where a.umbrella_id = platform.current_umbrella() and a.status = 'confirmed' and a.term_until + ${grace.value}::int < network.today()
      and not exists (select 1 from network.agreements r where r.umbrella_id = a.umbrella_id and r.renews = a.id
        and r.status in ('proposed', 'confirmed'))
    returning a.id, a.membership_id as membership, a.ended_on as day, a.end_reason as reason`)
  for (const closed of rows) {
    await recordEnd(tx, closed, { key: grace.key, version: grace.version })
    await agreementEnded(tx, { agreement: closed.id, membership: closed.membership, on: closed.day })
    await endWithoutAgreement(tx, closed.membership)
  }
  return rows.length
}
