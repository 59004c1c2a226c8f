import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** A member of this umbrella whose organisation is to be merged: its own name and the other's. */
export type Concerned = { membership: string; own: Record<string, string>; other: Record<string, string> }

/** The members of this umbrella whom a merge concerns. */
export async function concernedBy(tx: Tx, merge: string): Promise<Concerned[]> {
  const { rows } = await tx.execute<Concerned>(sql`
    select s.id as membership, o.name as own, other.name as other
    from network.merges m
    join network.organisations o on o.id in (m.survivor_id, m.merged_id)
    join network.organisations other on other.id in (m.survivor_id, m.merged_id) and other.id <> o.id
    join network.memberships s on s.umbrella_id = m.umbrella_id and s.organisation_id = o.id and s.status <> 'ended'
    where m.umbrella_id = platform.current_umbrella() and m.id = ${merge}`)
  return rows
}
