import { eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { codings } from '../schema/codings.ts'

/** Everything that a person coded, as plain JSON. */
export async function ownCodings(tx: Tx, person: string) {
  const found = await tx
    .select({
      incident: codings.incidentId,
      codes: codings.codes,
      started: codings.startedAt,
      done: codings.doneAt,
    })
    .from(codings)
    .where(eq(codings.coderId, person))
  return found.map(({ started, done, ...coding }) => ({
    ...coding,
    started: started.toString(),
    done: done?.toString() ?? null,
  }))
}
