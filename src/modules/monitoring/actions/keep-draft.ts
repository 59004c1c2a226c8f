import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { addPart, type OpenRecord } from '#platform/vault/index.ts'
import type { PackEntry } from '../packs/draft.ts'
import { type PackInside, readPack } from '../queries/pack-texts.ts'
import type { PackView } from '../queries/packs.ts'

/**
 * Keeps what is written about one incident, as a new draft beside the earlier ones. Refuses when a colleague kept another
 * draft since `seen`, or the pack is a draft no more.
 */
export async function keepDraft(
  tx: Tx,
  open: OpenRecord,
  pack: PackView,
  { entry, seen }: { entry: PackEntry; seen: string },
): Promise<Outcome<{ inside: PackInside }>> {
  if (pack.status !== 'draft') return refuse('monitoring.pack.refusal.noDraft')
  const inside = await readPack(tx, open)
  if (inside.part !== seen) return refuse('monitoring.pack.refusal.otherDraft')
  const entries = inside.entries.map(one => (one.incident === entry.incident ? entry : one))
  const part = await addPart(tx, open, 'draft', JSON.stringify(entries))
  return { ok: true, inside: { ...inside, entries, part } }
}
