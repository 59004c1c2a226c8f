import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** Waits for whoever changes this member or its mandates, and makes others wait until the transaction ends. */
export async function lockMember(tx: Tx, membership: string): Promise<void> {
  await tx.execute(sql`
    select 1 from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.id = ${membership} for no key update`)
}
