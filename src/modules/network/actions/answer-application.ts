import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { objectionRaised, objectionWithdrawn } from '../emails/objections.ts'

type Answer = { application: string; membership: string }

// The same lock as the trigger's, taken first, so that the sentence is a sentence and not a failed transaction.
async function periodRuns(tx: Tx, application: string): Promise<boolean> {
  const { rows } = await tx.execute<{ runs: boolean }>(sql`
    select a.status = 'published' and now() < a.objections_until as runs from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.id = ${application} for share`)
  return rows[0]?.runs ?? false
}

/** The member has read the application and does not object. It may still object until the end. */
export async function readApplication(tx: Tx, { application, membership }: Answer): Promise<Outcome> {
  if (!(await periodRuns(tx, application))) return refuse('network.objection.tooLate')
  const { rowCount } = await tx.execute(sql`
    insert into network.application_readings (umbrella_id, application_id, membership_id, person_id)
    values (platform.current_umbrella(), ${application}, ${membership}, platform.current_account())
    on conflict do nothing`)
  if (rowCount) {
    await record(tx, {
      action: 'network.application_read',
      member: membership,
      subject: { type: 'application', id: application },
      visibility: 'members',
    })
  }
  return { ok: true }
}

/** A member objects with reasons, once; late objections are refused inside the lock that the end of the period takes. */
export function objectToApplication(
  tx: Tx,
  { application, membership, reasons }: Answer & { reasons: string },
): Promise<Outcome<{ id: string }>> {
  const twice = { one_objection_per_member: 'network.objection.alreadyRaised' } as const
  return refusingWhenViolated(tx, twice, async () => {
    if (!(await periodRuns(tx, application))) return refuse('network.objection.tooLate')
    const id = newId()
    await tx.execute(sql`
      insert into network.objections (umbrella_id, id, application_id, membership_id, person_id, reasons)
      values (platform.current_umbrella(), ${id}, ${application}, ${membership}, platform.current_account(), ${reasons})`)
    await record(tx, {
      action: 'network.objection_raised',
      member: membership,
      subject: { type: 'application', id: application },
      visibility: 'members',
      detail: { objection: id },
    })
    await objectionRaised(tx, { application, membership })
    return { ok: true, id }
  })
}

/** Takes the member's objection back, while the period runs. The record keeps that there was one. */
export async function withdrawObjection(tx: Tx, { application, membership }: Answer): Promise<Outcome> {
  if (!(await periodRuns(tx, application))) return refuse('network.objection.tooLateToWithdraw')
  const { rowCount } = await tx.execute(sql`
    update network.objections set withdrawn_at = now()
    where umbrella_id = platform.current_umbrella() and application_id = ${application} and membership_id = ${membership}
      and withdrawn_at is null`)
  if (!rowCount) return refuse('network.objection.noneStanding')
  await record(tx, {
    action: 'network.objection_withdrawn',
    member: membership,
    subject: { type: 'application', id: application },
    visibility: 'members',
  })
  await objectionWithdrawn(tx, { application, membership })
  return { ok: true }
}
