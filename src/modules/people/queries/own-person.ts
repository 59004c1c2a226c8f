import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { people } from '../schema/people.ts'

/** The row of the scope's own account; undefined before the first sign-in is complete. */
export async function ownPerson(tx: Tx) {
  const [person] = await tx.select().from(people).where(sql`${people.id} = platform.current_account()`)
  return person
}
