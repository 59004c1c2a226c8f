import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** The name of an organisation in its languages, as far as the asker may see it; empty otherwise. */
export async function organisationName(tx: Tx, organisation: string): Promise<Record<string, string>> {
  const { rows } = await tx.execute<{ name: Record<string, string> }>(
    sql`select name from network.organisations where id = ${organisation}`,
  )
  return rows[0]?.name ?? {}
}

/** The memberships of an organisation in this umbrella that have not ended. */
export async function membershipsOf(tx: Tx, organisation: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.id from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.organisation_id = ${organisation} and s.status <> 'ended'`)
  return rows.map(row => row.id)
}
