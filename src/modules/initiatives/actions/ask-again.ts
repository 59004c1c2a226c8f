import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { DecisiveRules } from '../rules.ts'

/**
 * A decision about which members are asked again, and what is new since. Nothing is ever reopened. `appeal`: its members have
 * signed an appeal on procedure, which this answers.
 */
export type Previous = { decision: string; news: Localised; appeal?: true }

type Found = { status: string; backing: number; same: boolean; again: string; early: boolean }

/**
 * Whether members may be asked again: the earlier decision is sealed, enough members back it, something is new, and the very
 * same text waits its time. The database checks the same once more.
 */
export async function asksAgain(
  tx: Tx,
  previous: Previous | undefined,
  textHash: Buffer,
  rules: DecisiveRules,
): Promise<Outcome> {
  if (!previous || previous.appeal) return { ok: true }
  const [found] = await rows<Found>(
    tx,
    'decisions.previous',
    `select d.status, d.text_hash = $2 as same, again, now() < again as early, (
       select count(*)::integer from initiatives.cosponsors c
       where c.umbrella_id = d.umbrella_id and c.decision_id = d.id and c.used_by is null and c.withdrawn_at is null
         and c.membership_id in (select network.voting_members(network.today()))) as backing
     from initiatives.decisions d, lateral (select d.sealed_at + make_interval(hours => 24 * $3) as again) t
     where d.umbrella_id = platform.current_umbrella() and d.id = $1`,
    [previous.decision, textHash, rules['decisions.identical_text_days'].value],
  )
  if (found?.status !== 'sealed') return refuse('initiatives.decision.previousNotSealed')
  const needed = rules['decisions.cosponsors'].value
  if (found.backing < needed)
    return refuse('initiatives.decision.tooFewBack', { backing: found.backing, needed })
  if (found.same && found.early)
    return refuse('initiatives.decision.sameTextTooEarly', {
      days: rules['decisions.identical_text_days'].value,
    })
  return { ok: true }
}

/** The backing of members is used up by the decision that they asked for. */
export async function useBacking(tx: Tx, previous: string, decision: string): Promise<void> {
  await rows(
    tx,
    'decisions.use-backing',
    `update initiatives.cosponsors set used_by = $2
     where umbrella_id = platform.current_umbrella() and decision_id = $1 and used_by is null and withdrawn_at is null`,
    [previous, decision],
  )
}

type Backing = { decision: string; membership: string }

/** A member wants the members to be asked again about something that was decided. */
export const backAskingAgain = (tx: Tx, { decision, membership }: Backing): Promise<Outcome> =>
  refusingWhenViolated(tx, { cosponsors_once: 'initiatives.decision.backedAlready' }, async () => {
    await rows(
      tx,
      'decisions.back',
      'insert into initiatives.cosponsors (id, decision_id, membership_id) values ($1, $2, $3)',
      [newId(), decision, membership],
    )
    await record(tx, {
      action: 'initiatives.asking_again_backed',
      member: membership,
      subject: { type: 'decision', id: decision },
      visibility: 'public',
    })
    return { ok: true }
  })

/** The member does not want that any more. */
export async function takeBackBacking(tx: Tx, { decision, membership }: Backing): Promise<Outcome> {
  const taken = await rows(
    tx,
    'decisions.take-back-backing',
    `update initiatives.cosponsors set withdrawn_at = now()
     where umbrella_id = platform.current_umbrella() and decision_id = $1 and membership_id = $2 and used_by is null
       and withdrawn_at is null returning id`,
    [decision, membership],
  )
  if (taken.length === 0) return refuse('initiatives.decision.notBacked')
  await record(tx, {
    action: 'initiatives.asking_again_taken_back',
    member: membership,
    subject: { type: 'decision', id: decision },
    visibility: 'public',
  })
  return { ok: true }
}
