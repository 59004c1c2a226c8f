import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'

/**
 * Looks through the umbrella's organisations for pairs that may be one. What somebody said about a pair stays; a pair that
 * does not look alike any more is forgotten. Returns how many there are. Safe to repeat.
 */
export async function findDuplicates(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`
    with
      found as materialized (select * from network.similar_organisations()),
      gone as (
        delete from network.duplicate_pairs p
        where p.umbrella_id = platform.current_umbrella() and p.distinct_at is null
          and not exists (select 1 from found f where f.first_id = p.first_id and f.second_id = p.second_id)),
      kept as (
        insert into network.duplicate_pairs (umbrella_id, first_id, second_id, reasons, likeness)
        select platform.current_umbrella(), f.first_id, f.second_id, f.reasons, f.likeness from found f
        on conflict (umbrella_id, first_id, second_id) do update
          set reasons = excluded.reasons, likeness = excluded.likeness)
    select count(*)::integer as n from found`)
  return rows[0]!.n
}

/** A coordinator says that these are two organisations: nobody is asked about them again. `first` is the smaller id. */
export async function tellApart(tx: Tx, first: string, second: string): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    insert into network.duplicate_pairs (umbrella_id, first_id, second_id, reasons, likeness, distinct_by, distinct_at)
    values (platform.current_umbrella(), ${first}, ${second}, '{name}', 0, platform.current_account(), now())
    on conflict (umbrella_id, first_id, second_id) do update
      set distinct_by = excluded.distinct_by, distinct_at = excluded.distinct_at
      where network.duplicate_pairs.distinct_at is null`)
  if (!rowCount) return refuse('network.duplicates.toldApart')
  await record(tx, {
    action: 'network.duplicates_told_apart',
    subject: { type: 'organisation', id: first },
    visibility: 'members',
    detail: { other: second },
  })
  return { ok: true }
}
