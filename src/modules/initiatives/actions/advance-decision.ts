import { rows, type Tx } from '#platform/database/scope.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { record } from '#platform/journal/record.ts'
import { tellMoved } from '#platform/live/live.ts'
import { isMajority } from '../majority.ts'
import { countPositions } from '../queries/count.ts'
import { isRunning, type LockedDecision, lockDecision } from './lock-decision.ts'
import { sealDecision } from './seal-decision.ts'

/** What the clock and the count did to a decision. `doubted`: it is over, and the outcome hangs on ballots in doubt. */
export type Advance = 'nothing' | 'crossed' | 'fell_back' | 'sealed' | 'doubted'

async function startCountdown(tx: Tx, { id, number, rules }: LockedDecision): Promise<Advance> {
  const rule = rules['decisions.countdown_hours']!
  const [started] = await rows<{ umbrella: string; until: string }>(
    tx,
    'decisions.cross',
    `update initiatives.decisions set status = 'countdown', crossed_at = now(),
       countdown_until = least(now() + make_interval(hours => $2), closes_at)
     where umbrella_id = platform.current_umbrella() and id = $1
     returning umbrella_id as umbrella, countdown_until as until`,
    [id, rule.value],
  )
  await record(tx, {
    action: 'initiatives.majority_reached',
    subject: { type: 'decision', id },
    rule: { key: 'decisions.countdown_hours', version: rule.version },
    visibility: 'public',
    detail: { number, until: started!.until },
  })
  await enqueue(tx, 'initiatives.tell-course', { umbrella: started!.umbrella, id })
  tellMoved(tx, id)
  return 'crossed'
}

async function stopCountdown(tx: Tx, { id, number }: LockedDecision): Promise<Advance> {
  await rows(
    tx,
    'decisions.fall-back',
    `update initiatives.decisions set status = 'open', crossed_at = null, countdown_until = null
     where umbrella_id = platform.current_umbrella() and id = $1`,
    [id],
  )
  await record(tx, {
    action: 'initiatives.majority_lost',
    subject: { type: 'decision', id },
    visibility: 'public',
    detail: { number },
  })
  tellMoved(tx, id)
  return 'fell_back'
}

async function seal(tx: Tx, id: string): Promise<Advance> {
  const sealed = await sealDecision(tx, id)
  if (sealed.ok) return 'sealed'
  return sealed.reason === 'initiatives.decision.inDoubt' ? 'doubted' : 'nothing'
}

/**
 * Brings a decision to where the clock and the count say that it is: a majority begins its countdown, loses it again, or is
 * sealed when its time is over; without a majority the deadline ends it. Safe to repeat, and in two processes at once: the
 * second waits for the lock and finds nothing to do.
 */
export async function advanceDecision(tx: Tx, id: string): Promise<Advance> {
  const decision = await lockDecision(tx, id)
  if (!decision || !isRunning(decision)) return 'nothing'
  if (decision.closed) return seal(tx, id)
  if (decision.secret) return 'nothing'
  const { tally, undoubted } = await countPositions(tx, id)
  // What hangs on a ballot in doubt is no majority yet.
  const holds = isMajority(Math.min(tally.yes, undoubted), decision.electorate)
  if (decision.status === 'countdown') {
    if (!holds) return stopCountdown(tx, decision)
    return decision.over ? seal(tx, id) : 'nothing'
  }
  return holds && decision.discussed ? startCountdown(tx, decision) : 'nothing'
}

/** Decisions of the umbrella that the clock or the running tally may have moved on. */
export async function decisionsToAdvance(tx: Tx): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    'decisions.to-advance',
    `select d.id from initiatives.decisions d
     where d.umbrella_id = platform.current_umbrella() and d.status in ('open', 'countdown') and d.kind <> 'import'
       and (now() >= coalesce(d.countdown_until, d.closes_at)
         or not d.secret and now() >= d.discussion_until and (d.status = 'countdown' or initiatives.is_majority((
           select coalesce(sum(t.n), 0) from initiatives.tallies t
           where t.umbrella_id = d.umbrella_id and t.decision_id = d.id and t.choice = 'yes'), d.electorate)))
     order by d.closes_at, d.id`,
  )
  return found.map(({ id }) => id)
}
