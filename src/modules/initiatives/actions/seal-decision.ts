import { rows, type Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { tellMoved } from '#platform/live/live.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { decisionSealed } from '../events.ts'
import { isMajority } from '../majority.ts'
import { type Counted, countPositions } from '../queries/count.ts'
import { logHashOf } from '../queries/decision-log.ts'
import type { DecisionOutcome, Tally } from '../schema/decisions.ts'
import { countSecretBallots } from './count-secret-ballots.ts'
import { isRunning, type LockedDecision, lockDecision } from './lock-decision.ts'

export type Sealed = { outcome: DecisionOutcome }

/** The same outcome, whether ballots in doubt count or not? */
const isBeyondDoubt = ({ tally, undoubted }: Counted, electorate: number): boolean =>
  isMajority(tally.yes, electorate) === isMajority(undoubted, electorate)

async function write(
  tx: Tx,
  decision: LockedDecision,
  { tally, logHash, outcome }: { tally: Tally; logHash: Buffer; outcome: DecisionOutcome },
): Promise<void> {
  const { id, number, kind, subject, electorate, secret } = decision
  await rows(
    tx,
    'decisions.seal',
    `update initiatives.decisions set status = 'sealed', outcome = $2, tally = $3, log_hash = $4, sealed_at = now()
     where umbrella_id = platform.current_umbrella() and id = $1`,
    [id, outcome, JSON.stringify(tally), logHash],
  )
  await record(tx, {
    action: 'initiatives.decision_sealed',
    subject: { type: 'decision', id },
    visibility: secret ? 'members' : 'public',
    detail: { number, outcome, electorate, ...tally, log_hash: logHash.toString('hex') },
  })
  await decisionSealed.emit(tx, { decision: id, kind, subject, outcome })
  tellMoved(tx, id)
}

/**
 * The end of a decision, in one transaction: counts again from the positions, fixes the tally and the hash of the log, writes
 * the outcome, and what follows from it happens with it. Refused while the time runs, after an end, and while the outcome
 * hangs on ballots in doubt. The database counts once more and refuses another outcome.
 */
export async function sealDecision(tx: Tx, id: string): Promise<Outcome<Sealed>> {
  const decision = await lockDecision(tx, id)
  if (!decision || !isRunning(decision)) return refuse('initiatives.decision.closedAlready')
  if (!decision.over) return refuse('initiatives.decision.stillRuns')
  const { electorate, secret } = decision
  const counted = secret ? null : await countPositions(tx, id)
  if (counted && !isBeyondDoubt(counted, electorate)) return refuse('initiatives.decision.inDoubt')
  const { tally, logHash } = counted
    ? { tally: counted.tally, logHash: await logHashOf(tx, id) }
    : await countSecretBallots(tx, id)
  const outcome = isMajority(tally.yes, electorate) ? 'supported' : 'not_supported'
  // A countdown that the majority did not survive ends no decision: members go on voting.
  if (outcome === 'not_supported' && !decision.closed) return refuse('initiatives.decision.stillRuns')
  await write(tx, decision, { tally, logHash, outcome })
  return { ok: true, outcome }
}
