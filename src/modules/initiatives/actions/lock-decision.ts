import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { DecisionKind, DecisionStatus, RulesOfDecision } from '../schema/decisions.ts'

/** A decision that nobody else moves, and into which no ballot falls, until the transaction ends. */
export type LockedDecision = {
  id: string
  number: number
  kind: DecisionKind
  subject: string
  title: Localised
  status: DecisionStatus
  secret: boolean
  electorate: number
  rules: RulesOfDecision
  closesAt: string
  extendedAt: string | null
  /** The discussion has been long enough for a majority to count. */
  discussed: boolean
  /** The time for voting is over. */
  closed: boolean
  /** The countdown, or the time for voting, is over. */
  over: boolean
}

/** Waits for ballots that are being cast and for whoever else closes the decision, then reads it. */
export async function lockDecision(tx: Tx, id: string): Promise<LockedDecision | undefined> {
  await rows(tx, 'decisions.lock', 'select pg_advisory_xact_lock(initiatives.decision_lock($1))', [id])
  // A statement of its own: it sees what was committed while the lock was waited for.
  const [decision] = await rows<LockedDecision>(
    tx,
    'decisions.locked',
    `select id, number, kind, subject_id as subject, title, status, secret, electorate, rules, closes_at as "closesAt",
       extended_at as "extendedAt", now() >= discussion_until as discussed, now() >= closes_at as closed,
       now() >= coalesce(countdown_until, closes_at) as over
     from initiatives.decisions where umbrella_id = platform.current_umbrella() and id = $1 for update`,
    [id],
  )
  return decision
}

/** Whether members are still being asked. */
export const isRunning = ({ status }: { status: DecisionStatus }): boolean =>
  status === 'open' || status === 'countdown'
