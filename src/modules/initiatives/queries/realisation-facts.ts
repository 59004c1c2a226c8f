import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** What letters about a realisation tell of it. */
export type RealisationFacts = { id: string; number: number; title: Record<string, string>; owner: string }

export async function realisationFacts(tx: Tx, realisation: string): Promise<RealisationFacts> {
  const { rows } = await tx.execute<RealisationFacts>(sql`
    select r.id, r.number, r.membership_id as owner, (select d.title from initiatives.decisions d
      where d.umbrella_id = r.umbrella_id and d.id = r.decision_id) as title
    from initiatives.realisations r where r.umbrella_id = platform.current_umbrella() and r.id = ${realisation}`)
  return rows[0]!
}

/** Members that work on it. */
export async function groupOf(tx: Tx, realisation: string): Promise<string[]> {
  const { rows } = await tx.execute<{ member: string }>(sql`
    select membership_id as member from initiatives.realisation_members
    where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and left_at is null`)
  return rows.map(({ member }) => member)
}

/** Members and partners that promised something, unless they took it back themselves. */
export async function giversOf(tx: Tx, realisation: string): Promise<string[]> {
  const { rows } = await tx.execute<{ member: string }>(sql`
    select distinct membership_id as member from initiatives.pledges
    where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation}
      and (status <> 'withdrawn' or reason = 'decision_set_aside')`)
  return rows.map(({ member }) => member)
}
