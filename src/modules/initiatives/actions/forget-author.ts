import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** Forgets the scope's own person as an author: what was said stays with the member that said it. */
export async function forgetAuthor(tx: Tx, person: string): Promise<void> {
  const here = sql`umbrella_id = platform.current_umbrella()`
  await tx.execute(sql`select initiatives.forget_drafts()`)
  await tx.execute(
    sql`update initiatives.comments set person_id = null where ${here} and person_id = ${person}`,
  )
  await tx.execute(
    sql`update initiatives.amendments set person_id = null where ${here} and person_id = ${person}`,
  )
  await tx.execute(
    sql`update initiatives.scope_challenges set person_id = null where ${here} and person_id = ${person}`,
  )
  await tx.execute(sql`
    update initiatives.corrections set proposed_by = nullif(proposed_by, ${person}::uuid), answered_by = nullif(answered_by, ${person}::uuid)
    where ${here} and ${person}::uuid in (proposed_by, answered_by)`)
}
