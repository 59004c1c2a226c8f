import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { realisationOpened, realisationReversed } from '../emails/realisation.ts'
import { ruleOf } from '../rules.ts'

type Opened = { number: number; title: Record<string, string>; member: string }

/**
 * The members supported an initiative: it becomes everybody's work, in the transaction that seals. Its initiator answers for
 * it, and owes the first report after the rule's days. Nothing happens for a decision about anything else.
 */
export async function openRealisation(
  tx: Tx,
  { decision, initiative }: { decision: string; initiative: string },
): Promise<void> {
  const rule = await ruleOf(tx, 'realisation.report_days')
  const id = newId()
  const { rows } = await tx.execute<Opened>(sql`
    insert into initiatives.realisations (id, decision_id, initiative_id, number, membership_id, report_due_at, rule_version)
    select ${id}, ${decision}, i.id, i.number, i.membership_id, now() + make_interval(days => ${rule.value}), ${rule.version}
    from initiatives.initiatives i where i.umbrella_id = platform.current_umbrella() and i.id = ${initiative}
    returning number, membership_id as member, (select d.title from initiatives.decisions d
      where d.umbrella_id = platform.current_umbrella() and d.id = ${decision}) as title`)
  const opened = rows[0]
  if (!opened) return
  await tx.execute(sql`
    insert into initiatives.realisation_members (realisation_id, membership_id) values (${id}, ${opened.member})`)
  await record(tx, {
    action: 'initiatives.realisation_opened',
    member: opened.member,
    subject: { type: 'realisation', id },
    rule: { key: rule.key, version: rule.version },
    visibility: 'public',
    detail: { number: opened.number, title: opened.title, decision },
  })
  await realisationOpened(tx, { id, ...opened })
}

/**
 * The members set a decision aside: what runs on it ends. Promises that were not kept yet lapse, by the database; what was
 * received and spent stays. What was completed before stays completed.
 */
export async function reverseRealisation(tx: Tx, decision: string): Promise<void> {
  const { rows } = await tx.execute<{ id: string; number: number }>(sql`
    update initiatives.realisations set status = 'reversed', ended_at = now()
    where umbrella_id = platform.current_umbrella() and decision_id = ${decision} and status in ('running', 'stalled')
    returning id, number`)
  for (const { id, number } of rows) {
    await tx.execute(sql`
      update initiatives.takeovers set status = 'answered', settled_at = now()
      where umbrella_id = platform.current_umbrella() and realisation_id = ${id} and status = 'open'`)
    await record(tx, {
      action: 'initiatives.realisation_reversed',
      subject: { type: 'realisation', id },
      visibility: 'public',
      detail: { number, decision },
    })
    await realisationReversed(tx, id)
  }
}
