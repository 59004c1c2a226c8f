import { rows, type Tx } from '#platform/database/scope.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { record } from '#platform/journal/record.ts'
import { tellMoved } from '#platform/live/live.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { isRunning, lockDecision } from './lock-decision.ts'

/** Two coordinators give the members more time: once, and only before the time is over. A countdown goes on as it was. */
export async function extendDecision(tx: Tx, id: string): Promise<Outcome> {
  const decision = await lockDecision(tx, id)
  if (!decision || !isRunning(decision) || decision.over) return refuse('initiatives.decision.overAlready')
  if (decision.extendedAt !== null) return refuse('initiatives.decision.extendedAlready')
  const rule = decision.rules['decisions.extension_days']!
  const [extended] = await rows<{ umbrella: string; until: string }>(
    tx,
    'decisions.extend',
    `update initiatives.decisions
     set closes_at = closes_at + make_interval(hours => 24 * $2), extended_at = now()
     where umbrella_id = platform.current_umbrella() and id = $1
     returning umbrella_id as umbrella, closes_at as until`,
    [id, rule.value],
  )
  await record(tx, {
    action: 'initiatives.decision_extended',
    subject: { type: 'decision', id },
    rule: { key: 'decisions.extension_days', version: rule.version },
    visibility: decision.secret ? 'members' : 'public',
    detail: { number: decision.number, until: extended!.until },
  })
  await enqueue(tx, 'initiatives.tell-course', { umbrella: extended!.umbrella, id })
  tellMoved(tx, id)
  return { ok: true }
}
