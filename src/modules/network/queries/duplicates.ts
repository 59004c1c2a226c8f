import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { DuplicateReason, MergeObstacle } from '../schema/duplicates.ts'
import type { Form } from '../schema/memberships.ts'

type Face = { id: string; name: Localised; country: string; region: string | null; town: string | null }

/** Two organisations that may be one. `likeness`: the share of common trigrams, 0 to 1. */
export type DuplicatePair = {
  first: Face
  second: Face
  reasons: DuplicateReason[]
  likeness: number
}

/** Where a page of pairs begins: after this pair. */
export type PairKey = { likeness: number; first: string; second: string }

const pageSize = 30

const face = (id: 'first_id' | 'second_id') => sql`(
  select json_build_object('id', o.id, 'name', o.name, 'country', o.country, 'region', o.region, 'town', o.town)
  from network.organisations o where o.id = p.${sql.raw(id)})`

const unmerged = (id: 'first_id' | 'second_id') => sql`exists (
  select 1 from network.organisations o where o.id = p.${sql.raw(id)} and o.merged_into is null)`

/** Pairs about which nobody has said anything yet, the most alike first, thirty at a time. */
export async function openPairs(
  tx: Tx,
  after: PairKey | null,
): Promise<{ pairs: DuplicatePair[]; next: PairKey | null }> {
  const { likeness = 2, first = null, second = null } = after ?? {}
  const { rows } = await tx.execute<{ value: DuplicatePair }>(sql`
    select json_build_object('first', ${face('first_id')}, 'second', ${face('second_id')}, 'reasons', p.reasons,
      'likeness', p.likeness) as value
    from network.duplicate_pairs p
    where p.umbrella_id = platform.current_umbrella() and p.distinct_at is null
      and ${unmerged('first_id')} and ${unmerged('second_id')}
      and (p.likeness < ${likeness}::real or p.likeness = ${likeness}::real and (p.first_id, p.second_id) > (${first}::uuid, ${second}::uuid))
    order by p.likeness desc, p.first_id, p.second_id limit ${pageSize + 1}`)
  const pairs = rows.slice(0, pageSize).map(row => row.value)
  const last = rows.length > pageSize ? pairs.at(-1) : undefined
  const next = last ? { likeness: last.likeness, first: last.first.id, second: last.second.id } : null
  return { pairs, next }
}

/** What stands beside the profiles of a pair. `present`: both are members here and neither has been merged. */
export type PairFacts = {
  present: boolean
  reasons: DuplicateReason[] | null
  /** The day on which somebody said that these are two. */
  distinctAt: string | null
  obstacles: MergeObstacle[]
  /** A merge of the two that is on its way. */
  merge: string | null
  memberships: { organisation: string; form: Form; since: string; until: string | null; people: number }[]
}

/** What is known about two organisations as a pair, the smaller id first. */
export async function pairFacts(tx: Tx, first: string, second: string): Promise<PairFacts> {
  const { rows } = await tx.execute<{ value: PairFacts }>(sql`
    select json_build_object(
      'present', (select count(*) = 2 from network.organisations o where o.id in (${first}, ${second}) and o.merged_into is null
        and exists (select 1 from network.memberships s where s.umbrella_id = platform.current_umbrella() and s.organisation_id = o.id)),
      'reasons', p.reasons, 'distinctAt', p.distinct_at,
      'obstacles', network.merge_obstacles(${first}, ${second}),
      'merge', (select m.id from network.merges m where m.umbrella_id = platform.current_umbrella()
        and m.survivor_id in (${first}, ${second}) and m.merged_id in (${first}, ${second})
        and (m.status = 'awaiting' or m.status = 'proposed' and exists (
          select 1 from people.acts a where a.umbrella_id = m.umbrella_id and a.kind = 'network.merge_organisations'
            and a.subject_id = m.id and a.status = 'proposed'))),
      'memberships', (select coalesce(json_agg(json_build_object('organisation', s.organisation_id, 'form', s.form,
          'since', s.since, 'until', s.until, 'people', (select count(*) from network.mandates d
            where d.umbrella_id = s.umbrella_id and d.membership_id = s.id and d.status = 'confirmed'))
          order by s.since, s.id), '[]'::json)
        from network.memberships s where s.umbrella_id = platform.current_umbrella() and s.organisation_id in (${first}, ${second}))
    ) as value
    from (select) as one left join network.duplicate_pairs p
      on p.umbrella_id = platform.current_umbrella() and p.first_id = ${first} and p.second_id = ${second}`)
  return rows[0]!.value
}

/** One of the two organisations of a merge. `own`: it has people of its own, who are asked; `mine`: the asker is one. */
export type MergeSide = Face & {
  own: boolean
  mine: boolean
  answer: { answer: 'accepted' | 'refused'; word: string | null } | null
}

/** A merge as the asker may see it. `here`: the asker is a coordinator of its umbrella; `act`: what waits for a second one. */
export type MergeView = {
  id: string
  umbrella: string
  status: 'proposed' | 'awaiting' | 'done' | 'refused' | 'withdrawn'
  obstacle: MergeObstacle | null
  proposedAt: string
  finishedAt: string | null
  here: boolean
  act: string | null
  survivor: MergeSide
  merged: MergeSide
}

/** A merge, or null when there is none that the asker may see. */
export async function findMerge(tx: Tx, id: string): Promise<MergeView | null> {
  const { rows } = await tx.execute<{ value: MergeView | null }>(
    sql`select network.merge_view(${id}) as value`,
  )
  return rows[0]?.value ?? null
}
