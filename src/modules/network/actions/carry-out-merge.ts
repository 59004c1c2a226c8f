import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { mergeAsked } from '../emails/merges.ts'
import type { MergeObstacle } from '../schema/duplicates.ts'
import { obstacleWords } from './propose-merge.ts'

type Merge = { survivor: string; merged: string; membership: string | null; refused: boolean }

async function mergeOf(tx: Tx, id: string): Promise<Merge | null> {
  const { rows } = await tx.execute<Merge>(sql`
    select m.survivor_id as survivor, m.merged_id as merged,
      (select s.id from network.memberships s where s.umbrella_id = m.umbrella_id and s.organisation_id = m.survivor_id
        and s.until is distinct from s.since order by s.status = 'ended', s.since desc limit 1) as membership,
      exists (select 1 from network.merge_answers a where a.umbrella_id = m.umbrella_id and a.merge_id = m.id
        and a.answer = 'refused') as refused
    from network.merges m
    where m.umbrella_id = platform.current_umbrella() and m.id = ${id} and m.status in ('proposed', 'awaiting')`)
  return rows[0] ?? null
}

async function refused(tx: Tx, id: string, merge: Merge) {
  await record(tx, {
    action: 'network.merge_refused',
    member: merge.membership,
    subject: { type: 'merge', id },
    visibility: 'members',
  })
}

/** What became of a merge: carried out, waiting for an organisation's people, refused by them, or an obstacle. */
export type MergeResult = 'done' | 'awaiting' | 'refused' | MergeObstacle

/** Goes on with a merge that two coordinators agreed on, as far as it can go, and journals what came of it. */
export async function carryOutMerge(tx: Tx, id: string): Promise<MergeResult> {
  const merge = await mergeOf(tx, id)
  if (!merge) return 'already_decided'
  if (merge.refused) {
    await tx.execute(sql`
      update network.merges set status = 'refused', finished_at = now()
      where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'awaiting'`)
    await refused(tx, id, merge)
    return 'refused'
  }
  const { rows } = await tx.execute<{ result: MergeResult }>(
    sql`select network.carry_out_merge(${id}) as result`,
  )
  const { result } = rows[0]!
  if (result === 'done') {
    await record(tx, {
      action: 'network.organisations_merged',
      member: merge.membership,
      subject: { type: 'merge', id },
      visibility: 'public',
      detail: { survivor: merge.survivor, merged: merge.merged },
    })
  } else if (result !== 'awaiting') await refused(tx, id, merge)
  return result
}

/** What the second coordinator's confirmation does. An obstacle refuses it and leaves everything as it was. */
export async function confirmMerge(tx: Tx, id: string): Promise<Outcome> {
  const result = await carryOutMerge(tx, id)
  if (result === 'awaiting') await mergeAsked(tx, id)
  if (result === 'done' || result === 'awaiting') return { ok: true }
  return refuse(result === 'refused' ? 'network.merge.obstacle.alreadyDecided' : obstacleWords[result])
}

/**
 * Merges that wait, and whose organisations have answered meanwhile, perhaps from another umbrella; or have no people left
 * to answer. Safe to repeat.
 */
export async function carryOutAwaitingMerges(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from network.merges where umbrella_id = platform.current_umbrella() and status = 'awaiting' order by id`)
  for (const { id } of rows) await carryOutMerge(tx, id)
}
