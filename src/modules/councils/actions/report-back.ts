import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { reports } from '../schema/councils.ts'

/** What a delegate tells the coalition after a session; it may be completed later. */
export async function reportBack(
  tx: Tx,
  {
    session,
    seat,
    ...said
  }: { session: string; seat: string; lang: string; happened: string; said: string; nextSteps: string },
): Promise<Outcome> {
  const { rows } = await tx.execute<{ member: string | null }>(sql`
    select m.membership_id as member from councils.memberships m
    join councils.sessions s on (s.umbrella_id, s.council_id) = (m.umbrella_id, m.council_id)
    where m.umbrella_id = platform.current_umbrella() and m.id = ${seat} and s.id = ${session} and s.status = 'held'`)
  if (!rows[0]) return refuse('councils.report.notHeld')
  const by = { writtenBy: sql`platform.current_account()` as never, writtenAt: sql`now()` as never }
  await tx
    .insert(reports)
    .values({ ...said, ...by, id: newId(), sessionId: session, seatId: seat })
    .onConflictDoUpdate({
      target: [reports.umbrellaId, reports.sessionId, reports.seatId],
      set: { ...said, ...by },
    })
  await record(tx, {
    action: 'councils.report_given',
    subject: { type: 'session', id: session },
    member: rows[0].member,
    visibility: 'members',
  })
  return { ok: true }
}
