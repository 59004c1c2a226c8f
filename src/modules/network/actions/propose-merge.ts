import { sql } from 'drizzle-orm'
import { proposeAct } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { MergeObstacle } from '../schema/duplicates.ts'

/** Why two organisations cannot become one, as sentences. */
export const obstacleWords = {
  already_merged: 'network.merge.obstacle.alreadyMerged',
  already_decided: 'network.merge.obstacle.alreadyDecided',
  identifiers: 'network.merge.obstacle.identifiers',
  memberships: 'network.merge.obstacle.memberships',
  elsewhere: 'network.merge.obstacle.elsewhere',
  mandates: 'network.merge.obstacle.mandates',
  unions: 'network.merge.obstacle.unions',
} as const satisfies Record<MergeObstacle, MessageKey>

// A proposal whose act was refused or taken back is over: another may follow.
const closeAbandoned = (tx: Tx, organisations: readonly string[]) =>
  tx.execute(sql`
    update network.merges m set status = 'withdrawn', finished_at = now()
    where m.umbrella_id = platform.current_umbrella() and m.status = 'proposed'
      and (m.merged_id = any (${sql.param(organisations)}::uuid[]) or m.survivor_id = any (${sql.param(organisations)}::uuid[]))
      and not exists (select 1 from people.acts a where a.umbrella_id = m.umbrella_id
        and a.kind = 'network.merge_organisations' and a.subject_id = m.id and a.status = 'proposed')`)

async function openMerge(tx: Tx, organisations: readonly string[]): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select 1 from network.merges m where m.umbrella_id = platform.current_umbrella() and m.status in ('proposed', 'awaiting')
      and (m.merged_id = any (${sql.param(organisations)}::uuid[]) or m.survivor_id = any (${sql.param(organisations)}::uuid[]))`)
  return (rowCount ?? 0) > 0
}

export type MergeProposal = { survivor: string; merged: string; reason: string }

/**
 * Proposes to a second coordinator that one organisation becomes part of another. Refused while something stands in the
 * way, or while one of the two is in another merge.
 */
export async function proposeMerge(
  tx: Tx,
  viewer: Viewer,
  { survivor, merged, reason }: MergeProposal,
): Promise<Outcome<{ id: string }>> {
  const { rows } = await tx.execute<{ obstacles: MergeObstacle[] }>(
    sql`select network.merge_obstacles(${survivor}, ${merged}) as obstacles`,
  )
  const [obstacle] = rows[0]!.obstacles
  if (obstacle) return refuse(obstacleWords[obstacle])
  await closeAbandoned(tx, [survivor, merged])
  if (await openMerge(tx, [survivor, merged])) return refuse('network.merge.open')
  return refusingWhenViolated(tx, { one_open_merge: 'network.merge.open' }, async () => {
    const id = newId()
    await tx.execute(sql`
      insert into network.merges (umbrella_id, id, survivor_id, merged_id, proposed_by)
      values (platform.current_umbrella(), ${id}, ${survivor}, ${merged}, platform.current_account())`)
    const act = await proposeAct(tx, viewer, {
      kind: 'network.merge_organisations',
      subject: id,
      payload: { survivor, merged },
      reason,
    })
    return act.ok ? { ok: true, id } : act
  })
}
