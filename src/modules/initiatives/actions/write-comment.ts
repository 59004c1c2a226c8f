import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { commentAnswered, questionAsked } from '../emails/discussion.ts'
import type { Stance } from '../schema/discussion.ts'

export type NewComment = {
  initiative: string
  membership: string
  /** What it answers; then it has no stance of its own. */
  parent: string | null
  stance: Stance | null
  body: string
  locale: string
}

type Written = { owner: string; number: number; answered: string | null; asked: boolean }

// An answer to an answer joins the conversation that the first comment began.
const threadOf = (parent: string | null) => sql`(
  select coalesce(p.parent_id, p.id) from initiatives.comments p
  where p.umbrella_id = platform.current_umbrella() and p.id = ${parent}::uuid and p.initiative_id = i.id)`

/** A member speaks: for, against, with a question, or in answer to another. The journal keeps the hash of its words. */
export function writeComment(tx: Tx, given: NewComment): Promise<Outcome<{ id: string }>> {
  const closed = { under_discussion: 'initiatives.comment.closed' } as const
  return refusingWhenViolated(tx, closed, async () => {
    const id = newId()
    const salt = randomBytes(16)
    const hash = createHash('sha256').update(salt).update(given.body).digest()
    const { rows } = await tx.execute<Written>(sql`
      with written as (
        insert into initiatives.comments (umbrella_id, id, initiative_id, parent_id, membership_id, person_id, stance, body, salt,
          body_hash, content_locale, version, round)
        select i.umbrella_id, ${id}, i.id, ${threadOf(given.parent)}, ${given.membership}, platform.current_account(),
          ${given.stance}, ${given.body}, ${salt}, ${hash}, ${given.locale}, i.version, i.round
        from initiatives.initiatives i
        where i.umbrella_id = platform.current_umbrella() and i.id = ${given.initiative}
          and (${given.parent}::uuid is null or ${threadOf(given.parent)} is not null)
        returning umbrella_id, initiative_id, parent_id, stance)
      select i.membership_id as owner, i.number, w.stance is not distinct from 'question' as asked,
        (select p.membership_id from initiatives.comments p where p.umbrella_id = w.umbrella_id and p.id = w.parent_id) as answered
      from written w join initiatives.initiatives i on i.umbrella_id = w.umbrella_id and i.id = w.initiative_id`)
    const written = rows[0]
    if (!written) return refuse('initiatives.comment.parentGone')
    await record(tx, {
      action: 'initiatives.comment_written',
      member: given.membership,
      subject: { type: 'initiative', id: given.initiative },
      visibility: 'public',
      detail: { comment: id, stance: given.stance, hash: hash.toString('hex') },
    })
    const about = { comment: id, number: written.number, by: given.membership }
    if (written.asked) await questionAsked(tx, { ...about, to: written.owner })
    if (written.answered) await commentAnswered(tx, { ...about, to: written.answered })
    return { ok: true, id }
  })
}

/** The member takes its comment back: it stays in the record and is shown as withdrawn. */
export async function withdrawComment(tx: Tx, id: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ initiative: string; member: string }>(sql`
    update initiatives.comments set withdrawn_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id} and withdrawn_at is null and redacted_at is null
    returning initiative_id as initiative, membership_id as member`)
  if (!rows[0]) return refuse('initiatives.comment.withdrawnAlready')
  await record(tx, {
    action: 'initiatives.comment_withdrawn',
    member: rows[0].member,
    subject: { type: 'initiative', id: rows[0].initiative },
    visibility: 'public',
    detail: { comment: id },
  })
  return { ok: true }
}
