import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { scopeAnswered, scopeChallenged } from '../emails/discussion.ts'

export type NewChallenge = {
  initiative: string
  membership: string
  /** The topic of the coalition's list it is about; null when none of them. */
  topic: Localised | null
  reasons: string
  locale: string
}

const twice = {
  one_open_scope_challenge: 'initiatives.scope.oneAtATime',
  under_discussion: 'initiatives.comment.closed',
} as const

/** A member says with reasons that an initiative is out of scope. The initiator has to answer before anything is decided. */
export function challengeScope(tx: Tx, given: NewChallenge): Promise<Outcome> {
  return refusingWhenViolated(tx, twice, async () => {
    const id = newId()
    const { rows } = await tx.execute<{ owner: string; number: number }>(sql`
      with raised as (
        insert into initiatives.scope_challenges (umbrella_id, id, initiative_id, membership_id, person_id, topic, reasons, content_locale)
        values (platform.current_umbrella(), ${id}, ${given.initiative}, ${given.membership}, platform.current_account(),
          ${given.topic ? JSON.stringify(given.topic) : null}::jsonb, ${given.reasons}, ${given.locale})
        returning umbrella_id, initiative_id)
      select i.membership_id as owner, i.number from raised r
      join initiatives.initiatives i on i.umbrella_id = r.umbrella_id and i.id = r.initiative_id`)
    await record(tx, {
      action: 'initiatives.scope_challenged',
      member: given.membership,
      subject: { type: 'initiative', id: given.initiative },
      visibility: 'public',
      detail: { challenge: id },
    })
    const { owner, number } = rows[0]!
    await scopeChallenged(tx, { challenge: id, number, to: owner, by: given.membership })
    return { ok: true }
  })
}

type Settled = { initiative: string; number: number; owner: string; challenger: string }

const settled = sql`returning c.initiative_id as initiative, i.number, i.membership_id as owner, c.membership_id as challenger`

/** The initiator answers, once; the answer stands beside the challenge for everybody who decides. */
export async function answerChallenge(
  tx: Tx,
  { id, answer, locale }: { id: string; answer: string; locale: string },
): Promise<Outcome> {
  const { rows } = await tx.execute<Settled>(sql`
    update initiatives.scope_challenges c set answer = ${answer}, answer_locale = ${locale}, answered_at = now()
    from initiatives.initiatives i
    where c.umbrella_id = platform.current_umbrella() and c.id = ${id} and c.answered_at is null and c.withdrawn_at is null
      and i.umbrella_id = c.umbrella_id and i.id = c.initiative_id ${settled}`)
  const found = rows[0]
  if (!found) return refuse('initiatives.scope.settled')
  await record(tx, {
    action: 'initiatives.scope_answered',
    member: found.owner,
    subject: { type: 'initiative', id: found.initiative },
    visibility: 'public',
    detail: { challenge: id },
  })
  await scopeAnswered(tx, { challenge: id, number: found.number, to: found.challenger, by: found.owner })
  return { ok: true }
}

/** The member no longer doubts the scope. */
export async function withdrawChallenge(tx: Tx, id: string): Promise<Outcome> {
  const { rows } = await tx.execute<Settled>(sql`
    update initiatives.scope_challenges c set withdrawn_at = now() from initiatives.initiatives i
    where c.umbrella_id = platform.current_umbrella() and c.id = ${id} and c.withdrawn_at is null
      and i.umbrella_id = c.umbrella_id and i.id = c.initiative_id ${settled}`)
  const found = rows[0]
  if (!found) return refuse('initiatives.scope.settled')
  await record(tx, {
    action: 'initiatives.scope_challenge_withdrawn',
    member: found.challenger,
    subject: { type: 'initiative', id: found.initiative },
    visibility: 'public',
    detail: { challenge: id },
  })
  return { ok: true }
}
