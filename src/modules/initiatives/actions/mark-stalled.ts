import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { realisationStalled, reportDue } from '../emails/realisation.ts'

type Stalled = {
  id: string
  number: number
  title: Record<string, string>
  membershipId: string
  version: number
  at: string
}

/** So many days before a report is due, the working group is reminded. */
const remindedDays = 7

const title = sql`(select d.title from initiatives.decisions d where d.umbrella_id = r.umbrella_id and d.id = r.decision_id)`

/**
 * Marks what nobody has reported on in time, or what nobody answers for any more: in public, and everybody is told once.
 * Safe to repeat and to run twice at once.
 */
export async function stallOverdue(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<Stalled>(sql`
    update initiatives.realisations r set status = 'stalled', stalled_at = now()
    where r.umbrella_id = platform.current_umbrella() and r.status = 'running'
      and (r.report_due_at <= now() or initiatives.is_gone(r.membership_id))
    returning r.id, r.number, r.membership_id as "membershipId", r.rule_version as version, ${title} as title,
      to_json(r.stalled_at) #>> '{}' as at`)
  for (const stalled of rows) {
    await record(tx, {
      action: 'initiatives.realisation_stalled',
      member: stalled.membershipId,
      subject: { type: 'realisation', id: stalled.id },
      rule: { key: 'realisation.report_days', version: stalled.version },
      visibility: 'public',
      detail: { number: stalled.number, title: stalled.title },
    })
    await realisationStalled(tx, stalled)
  }
  return rows.length
}

type Due = Omit<Stalled, 'at'> & { due: string }

/** Reminds the working group of a report that is due soon; once for each report. */
export async function remindOfReports(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<Due>(sql`
    select r.id, r.number, r.membership_id as "membershipId", ${title} as title, to_json(r.report_due_at) #>> '{}' as due
    from initiatives.realisations r
    where r.umbrella_id = platform.current_umbrella() and r.status = 'running' and r.report_due_at > now()
      and r.report_due_at <= now() + make_interval(days => ${remindedDays})`)
  for (const due of rows) await reportDue(tx, due)
}

/** A member has left the coalition: what it promised and has not given is withdrawn, and it is in no working group. */
export async function releaseFromRealisations(tx: Tx, membership: string): Promise<void> {
  await tx.execute(sql`
    update initiatives.pledges set status = 'withdrawn', reason = 'membership_ended', settled_at = now()
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership} and status = 'pledged'`)
  const { rows } = await tx.execute<{ realisation: string }>(sql`
    update initiatives.realisation_members m set left_at = now()
    from initiatives.realisations r
    where m.umbrella_id = platform.current_umbrella() and m.membership_id = ${membership} and m.left_at is null
      and r.umbrella_id = m.umbrella_id and r.id = m.realisation_id and r.membership_id <> m.membership_id
    returning m.realisation_id as realisation`)
  for (const { realisation } of rows)
    await tx.execute(sql`select initiatives.free_member_tasks(${realisation}, ${membership})`)
  await stallOverdue(tx)
}
