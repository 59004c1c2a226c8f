import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { addFile, createRecord, type OpenRecord, teamFor } from '#platform/vault/index.ts'
import { type Chronicle, type Progress, type Recorded, recordChronicle } from './record-chronicle.ts'

/** A file as somebody hands it in. */
export type Original = { name: string; bytes: Uint8Array }

// Longer than the work takes; a recorded one stays.
const draftDays = 2

/** Keeps a file, sealed to the monitors, in a record of its own that is gone in two days unless it is recorded. */
async function sealOriginal(tx: Tx, { name, bytes }: Original): Promise<Outcome<{ open: OpenRecord }>> {
  const made = await createRecord(tx, {
    purpose: 'monitoring.chronicle',
    teams: [await teamFor(tx, 'monitor')],
    retainUntil: Temporal.Now.plainDateISO('UTC').add({ days: draftDays }),
    parts: {},
  })
  if (!made.ok) return made
  const file = await addFile(tx, made.record, { name, mediaType: 'text/csv', content: [bytes] })
  return file.ok ? { ok: true, open: made.record } : file
}

/** Takes a chronicle over in one go, file and rows; nothing stays after a refusal. */
export const importChronicle = (
  tx: Tx,
  original: Original,
  chronicle: Chronicle,
  progress?: Progress,
): Promise<Outcome<Recorded>> =>
  refusingWhenViolated(tx, {}, async () => {
    const sealed = await sealOriginal(tx, original)
    return sealed.ok ? recordChronicle(tx, sealed.open, chronicle, progress) : sealed
  })
