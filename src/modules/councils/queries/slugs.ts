import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** Addresses of councils that are given out; `new` never is. */
export async function takenSlugs(tx: Tx): Promise<Set<string>> {
  const { rows } = await tx.execute<{ slug: string }>(
    sql`select slug from councils.councils where umbrella_id = platform.current_umbrella()`,
  )
  return new Set(['new', ...rows.map(({ slug }) => slug)])
}
