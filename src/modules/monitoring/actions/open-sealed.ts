import type { Tx } from '#platform/database/scope.ts'
import { type OpenRecord, openRecord, readParts, type Unlocked } from '#platform/vault/index.ts'
import { readSealedRow, textsOfRow } from '../import/sealed-row.ts'
import { namingIncidents, placeKey, type SealedPlace } from '../sealed-place.ts'

/** A sealed text as it was opened for one request. */
export type OpenedPart = { name: string; text: string }

/** What was opened, by `placeKey`; null where the person's key does not open it (yet). */
export type OpenedPlaces = ReadonlyMap<string, readonly OpenedPart[] | null>

async function textsOf(tx: Tx, open: OpenRecord, { part }: SealedPlace): Promise<readonly OpenedPart[]> {
  if (part === null) return readParts(tx, open)
  const row = await readSealedRow(tx, open, part)
  return row ? textsOfRow(row) : []
}

/** Opens the records of these places one after another. Each leaves a trace: who, when and why. */
export async function openSealed(
  tx: Tx,
  unlocked: Unlocked,
  places: readonly SealedPlace[],
  reason: string,
): Promise<OpenedPlaces> {
  const opened = new Map<string, readonly OpenedPart[] | null>()
  for (const [id, wanted] of Map.groupBy(places, ({ record }) => record)) {
    const record = await openRecord(tx, unlocked, id, namingIncidents(reason, wanted))
    for (const place of wanted) {
      const key = placeKey(place)
      if (!opened.has(key)) opened.set(key, record && (await textsOf(tx, record, place)))
    }
  }
  return opened
}
