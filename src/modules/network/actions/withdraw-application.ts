import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { applicationWithdrawn as tellOfWithdrawal } from '../emails/applications.ts'
import { applicationWithdrawn } from '../events.ts'

/** The applicant takes the application back, until it is decided. */
export async function withdrawApplication(
  tx: Tx,
  { application, reason }: { application: string; reason: string | null },
): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update network.applications set status = 'withdrawn', closed_at = now(), close_reason = ${reason}
    where umbrella_id = platform.current_umbrella() and id = ${application} and status in ('published', 'contested')`)
  if (!rowCount) return refuse('network.application.closedAlready')
  await record(tx, {
    action: 'network.application_withdrawn',
    subject: { type: 'application', id: application },
    visibility: 'members',
  })
  await tellOfWithdrawal(tx, { application })
  await applicationWithdrawn.emit(tx, { application })
  return { ok: true }
}
