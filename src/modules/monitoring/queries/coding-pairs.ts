import { asc, isNotNull } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type ChosenCodes, codings } from '../schema/codings.ts'

/** What each two coders chose, of incidents that both have finished. Row-level security shows no others. */
export async function codingPairs(tx: Tx): Promise<[ChosenCodes, ChosenCodes][]> {
  const found = await tx
    .select({ incident: codings.incidentId, codes: codings.codes })
    .from(codings)
    .where(isNotNull(codings.doneAt))
    .orderBy(asc(codings.incidentId), asc(codings.startedAt), asc(codings.id))
  return [...Map.groupBy(found, ({ incident }) => incident).values()]
    .filter(pair => pair.length === 2)
    .map(([first, second]) => [first!.codes, second!.codes])
}
