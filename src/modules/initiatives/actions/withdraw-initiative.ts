import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { initiativeAdopted, initiativeWithdrawn } from '../emails/initiatives.ts'
import { type Held, holdInitiative } from '../queries/initiative.ts'
import { ruleOf } from '../rules.ts'
import { withdrawDecision } from './void-decision.ts'

// Asked under the decision's own lock: a ballot that is being cast is seen, or finds the decision closed.
async function hasBallots(tx: Tx, decision: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(initiatives.decision_lock(${decision}))`)
  const { rows } = await tx.execute<{ cast: boolean }>(sql`
    select exists (select 1 from initiatives.ballots b
      where b.umbrella_id = platform.current_umbrella() and b.decision_id = ${decision}) as cast`)
  return rows[0]!.cast
}

async function note(tx: Tx, held: Held, reason: string, locale: string, days: number | null) {
  const { rows } = await tx.execute<{ until: string | null }>(sql`
    update initiatives.initiatives set withdrawn_at = now(), withdrawal_reason = ${reason}, withdrawal_locale = ${locale},
      adoptable_until = now() + make_interval(hours => 24 * ${days}::integer)
    where umbrella_id = platform.current_umbrella() and id = ${held.id}
    returning to_json(adoptable_until) #>> '{}' as until`)
  return rows[0]!.until
}

export type Withdrawal = { initiative: string; reason: string; locale: string }

/**
 * The initiator takes the initiative back. Before the first ballot that ends it. Afterwards the ballots belong to their
 * members: for some days another member may adopt the initiative with them, and a majority may still be reached.
 */
export async function withdrawInitiative(
  tx: Tx,
  { initiative, reason, locale }: Withdrawal,
): Promise<Outcome<{ until: string | null }>> {
  const held = await holdInitiative(tx, initiative)
  if (!held || held.withdrawn || (held.status !== 'discussion' && held.status !== 'decision')) {
    return refuse('initiatives.withdrawal.notNow')
  }
  const deciding = held.status === 'decision' ? held.decisionId : null
  const keeps = deciding !== null && (await hasBallots(tx, deciding))
  const rule = keeps ? await ruleOf(tx, 'decisions.adoption_days') : null
  const until = await note(tx, held, reason, locale, rule?.value ?? null)
  if (deciding && !keeps) {
    const ended = await withdrawDecision(tx, deciding, reason)
    if (!ended.ok) return ended
  }
  if (!deciding) await end(tx, held.id)
  await record(tx, {
    action: keeps ? 'initiatives.initiative_offered' : 'initiatives.initiative_withdrawn',
    member: held.membershipId,
    subject: { type: 'initiative', id: held.id },
    ...(rule ? { rule: { key: 'decisions.adoption_days', version: rule.version } } : {}),
    visibility: 'public',
    detail: { number: held.number, until },
  })
  await initiativeWithdrawn(tx, { ...about(held), until })
  return { ok: true, until }
}

const about = (held: Held) => ({
  id: held.id,
  number: held.number!,
  title: held.title,
  membership: held.membershipId,
})

const end = (tx: Tx, id: string) =>
  tx.execute(sql`
    update initiatives.initiatives set status = 'withdrawn'
    where umbrella_id = platform.current_umbrella() and id = ${id}`)

/** Another member or partner takes a withdrawn initiative over, as it is and with its ballots. */
export async function adoptInitiative(
  tx: Tx,
  { initiative, membership }: { initiative: string; membership: string },
): Promise<Outcome> {
  const held = await holdInitiative(tx, initiative)
  const { rowCount } = await tx.execute(sql`
    update initiatives.initiatives set adopted_from = membership_id, membership_id = ${membership}, withdrawn_at = null,
      withdrawal_reason = null, withdrawal_locale = null, adoptable_until = null
    where umbrella_id = platform.current_umbrella() and id = ${initiative} and status = 'decision'
      and withdrawn_at is not null and adoptable_until > now() and membership_id <> ${membership}`)
  if (!held || !rowCount) return refuse('initiatives.adoption.notNow')
  await record(tx, {
    action: 'initiatives.initiative_adopted',
    member: membership,
    subject: { type: 'initiative', id: held.id },
    visibility: 'public',
    detail: { number: held.number, from: held.membershipId },
  })
  await initiativeAdopted(tx, { ...about(held), membership })
  return { ok: true }
}

/** Withdrawn initiatives that nobody adopted in time end with their decision. Safe to repeat. */
export async function endUnadopted(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select i.id from initiatives.initiatives i
    where i.umbrella_id = platform.current_umbrella() and i.status = 'decision' and i.adoptable_until <= now()`)
  let ended = 0
  for (const { id } of rows) if (await endOne(tx, id)) ended++
  return ended
}

async function endOne(tx: Tx, id: string): Promise<boolean> {
  const held = await holdInitiative(tx, id)
  if (held?.status !== 'decision' || !held.withdrawn || !held.decisionId) return false
  const outcome = await withdrawDecision(tx, held.decisionId, 'withdrawn')
  if (!outcome.ok) return false
  await record(tx, {
    action: 'initiatives.initiative_withdrawn',
    member: held.membershipId,
    subject: { type: 'initiative', id },
    visibility: 'public',
    detail: { number: held.number },
  })
  await initiativeWithdrawn(tx, { ...about(held), until: null })
  return true
}
