import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Outcome } from '#platform/refusal.ts'
import type { Held } from '../queries/initiative.ts'
import { voidDecision } from './void-decision.ts'

/** A substantive change of a text that is being decided: ballots are void, everybody is told, the discussion begins anew. */
export async function beginNewRound(tx: Tx, held: Held, reason: string): Promise<Outcome<{ round: number }>> {
  if (held.status !== 'decision' || !held.decisionId) return { ok: true, round: held.round }
  const voided = await voidDecision(tx, held.decisionId, reason)
  if (!voided.ok) return voided
  const { rows } = await tx.execute<{ round: number }>(sql`
    select i.round from initiatives.initiatives i where i.umbrella_id = platform.current_umbrella() and i.id = ${held.id}`)
  return { ok: true, round: rows[0]!.round }
}
