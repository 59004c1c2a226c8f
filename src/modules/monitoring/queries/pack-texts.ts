import type { Tx } from '#platform/database/scope.ts'
import { type OpenRecord, readParts } from '#platform/vault/index.ts'
import type { PackEntry, ToldEntry } from '../packs/draft.ts'

/** What is in an opened pack: what was told, and the latest draft, whose part is what gets confirmed. */
export type PackInside = { told: ToldEntry[]; entries: PackEntry[]; part: string }

/** Reads an opened pack. */
export async function readPack(tx: Tx, open: OpenRecord): Promise<PackInside> {
  const parts = await readParts(tx, open, ['told', 'draft'])
  const drafts = parts.filter(({ name }) => name === 'draft')
  const latest = drafts.at(-1)
  if (!latest) throw new Error('a pack has a draft')
  return {
    told: parts.flatMap(({ name, text }) => (name === 'told' ? [JSON.parse(text) as ToldEntry] : [])),
    entries: JSON.parse(latest.text) as PackEntry[],
    part: latest.id,
  }
}
