import type { Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { type OpenRecord, openRecord, type Unlocked } from '#platform/vault/index.ts'
import { PackPage, type PackPageProps } from '../pages/pack.tsx'
import type { DraftShown } from '../pages/pack-draft.tsx'
import { canConfirmPack, canDraft, canEndPack, canHandOver } from '../policy/packs.ts'
import { namedOpenings } from '../queries/openings.ts'
import type { PackInside } from '../queries/pack-texts.ts'
import { findPack, holdPack, type PackView } from '../queries/packs.ts'
import type { C } from './incident-of.ts'

type Shown = Partial<Omit<PackPageProps, 'pack' | 'openings' | 'may'>>

/** The page of a pack as it stands now, with what a form on it was told or what was opened for this answer. */
export async function showPack(c: C, status: 200 | 409 | 422 = 200, shown: Shown = {}) {
  const { pack, openings } = await c.var.read(async tx => {
    const pack = found(await findPack(tx, idParam(c)))
    return { pack, openings: await namedOpenings(tx, pack.recordId) }
  })
  const { viewer } = c.var
  const may = {
    draft: canDraft(viewer, pack),
    confirm: canConfirmPack(viewer, pack),
    handOver: canHandOver(viewer, pack),
    end: canEndPack(viewer, pack),
  }
  return c.var.page(<PackPage pack={pack} openings={openings} may={may} {...shown} />, { status })
}

/** The pack in the address, held for this change. */
export const heldPack = async (c: C, tx: Tx): Promise<PackView> => found(await holdPack(tx, idParam(c)))

/** Opens the pack's record, which leaves a trace; null when it was purged, or the person's key does not open it (yet). */
export const openPack = async (
  tx: Tx,
  vault: Unlocked,
  pack: PackView,
  reason: string,
): Promise<OpenRecord | null> => (pack.recordId ? openRecord(tx, vault, pack.recordId, reason) : null)

/** One incident of an opened pack, as it stands in the form. */
export function draftOf(pack: PackView, inside: PackInside, n: number, reason: string): DraftShown {
  const at = Math.min(n, pack.incidents.length - 1)
  const { id } = pack.incidents[at]!
  const told = inside.told.find(({ incident }) => incident === id)
  return {
    n: at,
    seen: inside.part,
    reason,
    texts: inside.entries.find(({ incident }) => incident === id)?.texts ?? {},
    told: told ? { texts: told.texts, names: told.names } : null,
  }
}
