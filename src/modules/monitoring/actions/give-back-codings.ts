import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { codings } from '../schema/codings.ts'

/** A person leaves what they did not finish, so that others can go on with these incidents. */
export async function giveBackCodings(tx: Tx, person: string): Promise<void> {
  await tx.delete(codings).where(and(eq(codings.coderId, person), isNull(codings.doneAt)))
}
