import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { Stance } from '../schema/proposals.ts'

export type NewRemark = { proposal: string; membership: string; stance: Stance; body: string; locale: string }

/** A member or partner speaks about a proposal, while it is open. */
export const writeRemark = (tx: Tx, given: NewRemark): Promise<Outcome<{ id: string }>> =>
  refusingWhenViolated(tx, { proposal_in_order: 'initiatives.change.closed' }, async () => {
    const id = newId()
    const { rowCount } = await tx.execute(sql`
      insert into initiatives.proposal_remarks (id, proposal_id, membership_id, person_id, stance, body, content_locale, version)
      select ${id}, p.id, ${given.membership}, platform.current_account(), ${given.stance}, ${given.body}, ${given.locale}, p.version
      from initiatives.proposals p where p.umbrella_id = platform.current_umbrella() and p.id = ${given.proposal}`)
    if (!rowCount) return refuse('initiatives.change.closed')
    await record(tx, {
      action: 'initiatives.remark_written',
      member: given.membership,
      subject: { type: 'proposal', id: given.proposal },
      visibility: 'public',
      detail: { remark: id, stance: given.stance },
    })
    return { ok: true, id }
  })

/** The member takes back what it said: that it spoke stays, the words go. */
export async function withdrawRemark(tx: Tx, remark: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ member: string; proposal: string }>(sql`
    update initiatives.proposal_remarks set body = null, withdrawn_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${remark} and body is not null
    returning membership_id as member, proposal_id as proposal`)
  if (!rows[0]) return refuse('initiatives.remark.gone')
  await record(tx, {
    action: 'initiatives.remark_withdrawn',
    member: rows[0].member,
    subject: { type: 'proposal', id: rows[0].proposal },
    visibility: 'public',
    detail: { remark },
  })
  return { ok: true }
}

/** What confirming the two-person act does: words that hurt somebody are taken out of sight. */
export async function redactRemark(tx: Tx, act: { id: string; subject: string }): Promise<Outcome> {
  const { rows } = await tx.execute<{ proposal: string }>(sql`
    update initiatives.proposal_remarks set body = null, redacted_under = ${act.id}
    where umbrella_id = platform.current_umbrella() and id = ${act.subject} and body is not null
    returning proposal_id as proposal`)
  if (!rows[0]) return refuse('initiatives.remark.gone')
  await record(tx, {
    action: 'initiatives.remark_redacted',
    subject: { type: 'proposal', id: rows[0].proposal },
    visibility: 'public',
    detail: { remark: act.subject },
  })
  return { ok: true }
}
