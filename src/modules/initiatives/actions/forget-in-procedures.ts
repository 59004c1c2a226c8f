import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** Forgets the scope's own person in proposals, appeals and secret ballots: what was done for a member stays the member's. */
export async function forgetInProcedures(tx: Tx, person: string): Promise<void> {
  const own = sql`umbrella_id = platform.current_umbrella() and person_id = ${person}`
  await tx.execute(sql`update initiatives.proposals set person_id = null where ${own}`)
  await tx.execute(sql`update initiatives.proposal_remarks set person_id = null where ${own}`)
  await tx.execute(sql`update initiatives.appeals set person_id = null where ${own}`)
  await tx.execute(sql`update initiatives.appeal_signers set person_id = null where ${own}`)
  await tx.execute(sql`select initiatives.forget_secret_votes()`)
}
