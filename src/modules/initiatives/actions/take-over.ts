import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { realisationPassed, takeoverDeclared } from '../emails/realisation.ts'
import { type HeldRealisation, holdRealisation } from '../queries/hold-realisation.ts'
import { ruleOf } from '../rules.ts'
import { reviveRealisation } from './give-account.ts'

type Declared = { realisation: string; membership: string; plan: string; locale: string }

/**
 * A member offers to answer for what has stalled. Who answers for it today has the rule's days for a report; where nobody is
 * left to answer, it passes at once. Of two at the same moment one wins.
 */
export const declareTakeover = (tx: Tx, given: Declared): Promise<Outcome<{ passed: boolean }>> =>
  refusingWhenViolated(tx, { one_takeover: 'initiatives.takeover.declaredAlready' }, async () => {
    const { realisation, membership, plan, locale } = given
    const held = await holdRealisation(tx, realisation)
    if (held.status !== 'stalled') return refuse('initiatives.takeover.notStalled')
    if (held.membershipId === membership) return refuse('initiatives.takeover.ownAlready')
    const rule = await ruleOf(tx, 'realisation.answer_days')
    const id = newId()
    const { rows } = await tx.execute<{ until: string }>(sql`
      insert into initiatives.takeovers (id, realisation_id, membership_id, former_id, plan, content_locale, rule_version, answer_until)
      values (${id}, ${realisation}, ${membership}, ${held.membershipId}, ${plan}, ${locale}, ${rule.version},
        now() + make_interval(days => ${rule.value}))
      returning to_json(answer_until) #>> '{}' as until`)
    await record(tx, {
      action: 'initiatives.takeover_declared',
      member: membership,
      subject: { type: 'realisation', id: realisation },
      rule: { key: rule.key, version: rule.version },
      visibility: 'public',
      detail: { number: held.number, takeover: id, until: rows[0]!.until },
    })
    if (held.gone) {
      await pass(tx, held, { id, membership })
      return { ok: true, passed: true }
    }
    await takeoverDeclared(tx, { ...held, takeover: id, by: membership, until: rows[0]!.until })
    return { ok: true, passed: false }
  })

async function pass(tx: Tx, held: HeldRealisation, { id, membership }: { id: string; membership: string }) {
  await tx.execute(sql`
    update initiatives.takeovers set status = 'passed', settled_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  const rule = await reviveRealisation(tx, held.id, membership)
  await tx.execute(sql`
    insert into initiatives.realisation_members as m (realisation_id, membership_id) values (${held.id}, ${membership})
    on conflict (umbrella_id, realisation_id, membership_id) do update set left_at = null where m.left_at is not null`)
  await record(tx, {
    action: 'initiatives.takeover_passed',
    member: membership,
    subject: { type: 'realisation', id: held.id },
    rule: { key: rule.key, version: rule.version },
    visibility: 'public',
    detail: { number: held.number, takeover: id, former: held.membershipId },
  })
  await realisationPassed(tx, { ...held, takeover: id, to: membership })
}

type Open = { id: string; membership: string; over: boolean; lost: boolean }

async function openTakeover(tx: Tx, realisation: string): Promise<Open | null> {
  const { rows } = await tx.execute<Open>(sql`
    select t.id, t.membership_id as membership, now() >= t.answer_until as over, initiatives.is_gone(t.membership_id) as lost
    from initiatives.takeovers t
    where t.umbrella_id = platform.current_umbrella() and t.realisation_id = ${realisation} and t.status = 'open'`)
  return rows[0] ?? null
}

/** Who answers for it today agrees: it passes now. */
export async function agreeToTakeover(tx: Tx, realisation: string): Promise<Outcome> {
  const held = await holdRealisation(tx, realisation)
  const open = await openTakeover(tx, realisation)
  if (!open || open.lost || held.status !== 'stalled') return refuse('initiatives.takeover.gone')
  await pass(tx, held, open)
  return { ok: true }
}

/** The member takes its offer back; another may make one. */
export async function withdrawTakeover(tx: Tx, realisation: string): Promise<Outcome> {
  const held = await holdRealisation(tx, realisation)
  const open = await openTakeover(tx, realisation)
  if (!open) return refuse('initiatives.takeover.gone')
  await withdraw(tx, held, open)
  return { ok: true }
}

async function withdraw(tx: Tx, held: HeldRealisation, open: Open) {
  await tx.execute(sql`
    update initiatives.takeovers set status = 'withdrawn', settled_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${open.id}`)
  await record(tx, {
    action: 'initiatives.takeover_withdrawn',
    member: open.membership,
    subject: { type: 'realisation', id: held.id },
    visibility: 'public',
    detail: { number: held.number, takeover: open.id },
  })
}

/** The days for an answer are over and none came: the realisation passes. Safe to repeat. */
export async function passOverdueTakeover(tx: Tx, realisation: string): Promise<boolean> {
  const held = await holdRealisation(tx, realisation)
  const open = await openTakeover(tx, realisation)
  if (!open || held.status !== 'stalled') return false
  if (open.lost) await withdraw(tx, held, open)
  else if (open.over || held.gone) await pass(tx, held, open)
  else return false
  return true
}

/** Realisations with an offer whose days are over, or whose one side is gone. */
export async function takeoversToSettle(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select t.realisation_id as id from initiatives.takeovers t
    where t.umbrella_id = platform.current_umbrella() and t.status = 'open' and (t.answer_until <= now()
      or initiatives.is_gone(t.membership_id) or initiatives.is_gone(t.former_id))`)
  return rows.map(({ id }) => id)
}
