import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { ownTerms } from '../schema/terms.ts'

/** From `on` a word of the coalition is chosen no more. What was coded with it keeps it. */
export async function endTerm(
  tx: Tx,
  { list, code }: { list: string; code: string },
  on: Temporal.PlainDate,
): Promise<Outcome> {
  const ended = await tx
    .update(ownTerms)
    .set({ validUntil: on })
    .where(and(eq(ownTerms.list, list), eq(ownTerms.code, code), isNull(ownTerms.validUntil)))
    .returning({ code: ownTerms.code })
  if (ended.length === 0) return refuse('monitoring.term.alreadyEnded')
  await record(tx, {
    action: 'monitoring.term_ended',
    subject: { type: 'term', id: newId() },
    visibility: 'members',
    detail: { list, code, on: on.toString() },
  })
  return { ok: true }
}
