import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/**
 * Takes a person out of the councils: the account off the seat, the name where it was not public. That somebody sat there for
 * a member, and what was decided, stays with the council.
 */
export async function forgetCouncilHolder(tx: Tx, person: string): Promise<void> {
  await tx.execute(sql`select councils.forget_person(${person})`)
  await tx.execute(sql`select councils.forget_in_proposals()`)
}
