import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import type { MergeSide, MergeView } from '../queries/duplicates.ts'
import { carryOutMerge, type MergeResult } from './carry-out-merge.ts'

export type MergeAnswer = { answer: 'accepted' | 'refused'; word: string | null }

/** The organisation of the asker whose answer is still missing. */
export const sideToAnswer = ({ status, survivor, merged }: MergeView): MergeSide | undefined =>
  status === 'awaiting' ? [survivor, merged].find(side => side.mine && side.own && !side.answer) : undefined

/**
 * An organisation's own people accept a merge or refuse it. In the merge's own umbrella it goes on at once; from another
 * one it does within the hour. Refused as a value when there is nothing left to answer.
 */
export async function answerMerge(
  tx: Tx,
  merge: MergeView,
  umbrella: string,
  { answer, word }: MergeAnswer,
): Promise<Outcome<{ result: MergeResult }>> {
  const side = sideToAnswer(merge)
  if (!side) return refuse('network.merge.obstacle.alreadyDecided')
  const { rowCount } = await tx.execute(sql`
    insert into network.merge_answers (umbrella_id, merge_id, organisation_id, answer, word, answered_by)
    values (${merge.umbrella}, ${merge.id}, ${side.id}, ${answer}, ${word}, platform.current_account())
    on conflict do nothing`)
  if (!rowCount) return refuse('network.merge.obstacle.alreadyDecided')
  await record(tx, {
    action: answer === 'accepted' ? 'network.merge_accepted' : 'network.merge_declined',
    subject: { type: 'merge', id: merge.id },
    visibility: 'members',
  })
  return { ok: true, result: umbrella === merge.umbrella ? await carryOutMerge(tx, merge.id) : 'awaiting' }
}
