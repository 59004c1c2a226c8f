import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { openingsOf } from '#platform/vault/index.ts'

/** One look into an incident's sealed texts. `name` is null when the person was forgotten. */
export type NamedOpening = { name: string | null; reason: string; openedAt: string }

/** Who opened a record, when and why, the latest first; `naming`: for which incident of a chronicle. */
export async function namedOpenings(tx: Tx, record: string | null, naming = ''): Promise<NamedOpening[]> {
  if (record === null) return []
  const openings = (await openingsOf(tx, record)).filter(({ reason }) => reason.includes(naming))
  const accounts = [...new Set(openings.map(({ account }) => account))]
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from people.people where id = any (${sql.param(accounts)}::uuid[])`,
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return openings
    .map(({ account, reason, openedAt }) => ({ name: names.get(account ?? '') ?? null, reason, openedAt }))
    .reverse()
}
