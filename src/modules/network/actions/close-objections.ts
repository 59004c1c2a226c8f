import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { applicationContested as tellOfObjection } from '../emails/applications.ts'
import { applicationContested } from '../events.ts'
import { admitApplicant, type DueApplication } from './admit-applicant.ts'

export type Closing = 'nothing' | 'early' | 'admitted' | 'contested'

type LockedApplication = DueApplication & { due: boolean }

async function lockPublished(tx: Tx, id: string): Promise<LockedApplication | undefined> {
  const { rows } = await tx.execute<LockedApplication>(sql`
    select a.id, a.form, a.applicant_id as "applicantId", a.facts, a.rule_version as "ruleVersion",
      now() >= a.objections_until as due
    from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.id = ${id} and a.status = 'published' for update`)
  return rows[0]
}

/**
 * The end of the objection period: consent admits, a standing objection makes it a decision of the members. The row's
 * lock makes it happen once however often it is called: objections wait for it and are then late, a second call finds
 * nothing. `early` when the period still runs.
 */
export async function closeObjections(tx: Tx, id: string): Promise<Closing> {
  const application = await lockPublished(tx, id)
  if (!application) return 'nothing'
  if (!application.due) return 'early'
  // Read after the lock was granted: an objection that committed while we waited is seen.
  const { rows } = await tx.execute<{ standing: number }>(sql`
    select count(*)::integer as standing from network.objections o
    where o.umbrella_id = platform.current_umbrella() and o.application_id = ${id} and o.withdrawn_at is null`)
  if (rows[0]!.standing === 0) return (await admitApplicant(tx, application)) ? 'admitted' : 'nothing'
  await tx.execute(sql`
    update network.applications set status = 'contested'
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  await record(tx, {
    action: 'network.application_contested',
    subject: { type: 'application', id },
    rule: { key: 'admission.objection_days', version: application.ruleVersion },
    visibility: 'members',
    detail: { objections: rows[0]!.standing },
  })
  await tellOfObjection(tx, { application: id })
  await applicationContested.emit(tx, { application: id })
  return 'contested'
}
