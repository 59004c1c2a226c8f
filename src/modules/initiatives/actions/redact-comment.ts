import { sql } from 'drizzle-orm'
import { proposeAct } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Act } from '#platform/http/module.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { commentRedacted } from '../emails/discussion.ts'

/** A coordinator proposes to take the words of a comment out of sight: hate, or a person at risk. A second one confirms. */
export const proposeRedaction = (
  tx: Tx,
  viewer: Viewer,
  { comment, reason }: { comment: string; reason: string },
): Promise<Outcome<{ id: string }>> =>
  proposeAct(tx, viewer, { kind: 'initiatives.redact_comment', subject: comment, reason })

/** What confirming does: the words are gone for good, the hash in the journal and the reason stay. */
export async function redactComment(tx: Tx, act: Act): Promise<Outcome> {
  const { rows } = await tx.execute<{ initiative: string; number: number; member: string }>(sql`
    update initiatives.comments c set body = null, salt = null, redacted_at = now(), redacted_under = a.id,
      redaction_reason = a.reason
    from people.acts a, initiatives.initiatives i
    where c.umbrella_id = platform.current_umbrella() and c.id = ${act.subject} and c.redacted_at is null
      and a.umbrella_id = c.umbrella_id and a.id = ${act.id} and i.umbrella_id = c.umbrella_id and i.id = c.initiative_id
    returning c.initiative_id as initiative, i.number, c.membership_id as member`)
  const redacted = rows[0]
  if (!redacted) return refuse('initiatives.comment.redactedAlready')
  await record(tx, {
    action: 'initiatives.comment_redacted',
    subject: { type: 'initiative', id: redacted.initiative },
    visibility: 'public',
    detail: { comment: act.subject },
  })
  await commentRedacted(tx, { comment: act.subject, number: redacted.number, to: redacted.member })
  return { ok: true }
}
