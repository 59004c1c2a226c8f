import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { roundBegun } from '../emails/initiatives.ts'

/** The members are asked about it. */
export async function initiativeInDecision(
  tx: Tx,
  { initiative, decision }: { initiative: string; decision: string },
): Promise<void> {
  await tx.execute(sql`
    update initiatives.initiatives set status = 'decision', decision_id = ${decision}
    where umbrella_id = platform.current_umbrella() and id = ${initiative}`)
}

/** The members have decided, or it was withdrawn. */
export async function initiativeEnded(
  tx: Tx,
  { initiative, status }: { initiative: string; status: 'supported' | 'not_supported' | 'withdrawn' },
): Promise<void> {
  await tx.execute(sql`
    update initiatives.initiatives set status = ${status}
    where umbrella_id = platform.current_umbrella() and id = ${initiative}`)
}

type Begun = { id: string; number: number; title: Localised; membership: string; round: number }

/** The decision is void: the discussion begins anew, as the next round, and everybody inside is told. */
export async function initiativeInNewRound(
  tx: Tx,
  { initiative, because }: { initiative: string; because: 'void' | 'cancelled' },
): Promise<void> {
  const { rows } = await tx.execute<Begun>(sql`
    update initiatives.initiatives set status = 'discussion', round = round + 1, discussion_since = now()
    where umbrella_id = platform.current_umbrella() and id = ${initiative}
    returning id, number, title, membership_id as membership, round`)
  if (rows[0]) await roundBegun(tx, { ...rows[0], because })
}
