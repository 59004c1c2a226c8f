import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { record } from '#platform/journal/record.ts'
import { tellMoved } from '#platform/live/live.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'

type Support = { decision: string; membership: string }

const refusals = { ballot_in_time: 'initiatives.ballot.tooLate' } as const

/** A partner says that it supports what the members are asked. It is shown apart and weighs nothing. */
export const supportDecision = (
  tx: Tx,
  { decision, membership, statement }: Support & { statement: Localised | null },
): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    await rows(
      tx,
      'decisions.support',
      `insert into initiatives.supports (decision_id, membership_id, statement) values ($1, $2, $3)
       on conflict (umbrella_id, decision_id, membership_id)
       do update set statement = excluded.statement, given_at = now(), withdrawn_at = null`,
      [decision, membership, statement && JSON.stringify(statement)],
    )
    await record(tx, {
      action: 'initiatives.support_given',
      member: membership,
      subject: { type: 'decision', id: decision },
      visibility: 'public',
    })
    tellMoved(tx, decision)
    return { ok: true }
  })

/** The partner does not support it any more. */
export const withdrawSupport = (tx: Tx, { decision, membership }: Support): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const withdrawn = await rows(
      tx,
      'decisions.withdraw-support',
      `update initiatives.supports set withdrawn_at = now()
       where umbrella_id = platform.current_umbrella() and decision_id = $1 and membership_id = $2 and withdrawn_at is null
       returning decision_id`,
      [decision, membership],
    )
    if (withdrawn.length === 0) return refuse('initiatives.decision.notSupporting')
    await record(tx, {
      action: 'initiatives.support_withdrawn',
      member: membership,
      subject: { type: 'decision', id: decision },
      visibility: 'public',
    })
    tellMoved(tx, decision)
    return { ok: true }
  })
