import { rows, type Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { tellMoved } from '#platform/live/live.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { decisionVoided } from '../events.ts'
import { isRunning, lockDecision } from './lock-decision.ts'

const actions = {
  void: 'initiatives.decision_voided',
  withdrawn: 'initiatives.decision_withdrawn',
  cancelled: 'initiatives.decision_cancelled',
} as const

async function end(tx: Tx, id: string, as: keyof typeof actions, reason: string): Promise<Outcome> {
  const decision = await lockDecision(tx, id)
  if (!decision || !isRunning(decision)) return refuse('initiatives.decision.closedAlready')
  await rows(
    tx,
    'decisions.end',
    `update initiatives.decisions
     set status = $2, closed_at = now(), close_reason = $3, crossed_at = null, countdown_until = null
     where umbrella_id = platform.current_umbrella() and id = $1`,
    [id, as, reason],
  )
  await record(tx, {
    action: actions[as],
    subject: { type: 'decision', id },
    visibility: decision.secret ? 'members' : 'public',
    detail: { number: decision.number },
  })
  const { kind, subject } = decision
  await decisionVoided.emit(tx, { decision: id, kind, subject, as, reason })
  tellMoved(tx, id)
  return { ok: true }
}

/** What is decided has changed: the ballots count for nothing any more, and stay to be read. */
export const voidDecision = (tx: Tx, id: string, reason: string): Promise<Outcome> =>
  end(tx, id, 'void', reason)

/** Whoever asked the members takes the question back. */
export const withdrawDecision = (tx: Tx, id: string, reason: string): Promise<Outcome> =>
  end(tx, id, 'withdrawn', reason)

/** The electorate was taken wrongly: two coordinators cancel, and the question is asked anew with a fresh one. */
export const cancelDecision = (tx: Tx, id: string, reason: string): Promise<Outcome> =>
  end(tx, id, 'cancelled', reason)
