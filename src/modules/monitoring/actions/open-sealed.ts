import type { Tx } from '#platform/database/scope.ts'
import { openRecord, readParts, type Unlocked } from '#platform/vault/index.ts'

/** A sealed text as it was opened for one request. */
export type OpenedPart = { id: string; name: string; text: string }

/** Opened records by their ids; null where the person's key does not open it (yet). */
export type OpenedRecords = ReadonlyMap<string, readonly OpenedPart[] | null>

/** Opens these records one after another. Each leaves a trace: who, when and why. */
export async function openSealed(
  tx: Tx,
  unlocked: Unlocked,
  records: readonly string[],
  reason: string,
): Promise<OpenedRecords> {
  const opened = new Map<string, readonly OpenedPart[] | null>()
  for (const id of new Set(records)) {
    const record = await openRecord(tx, unlocked, id, reason)
    opened.set(id, record && (await readParts(tx, record)))
  }
  return opened
}
