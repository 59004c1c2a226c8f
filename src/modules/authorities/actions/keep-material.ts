import { rows, type Tx } from '#platform/database/scope.ts'
import { type HandedIn, storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { MaterialFacts } from '../forms/materials.ts'

const refusals = {
  material_says_something: 'authorities.material.refusal.empty',
  material_status: 'authorities.material.refusal.changedMeanwhile',
} as const

type Deed = 'added' | 'changed' | 'published' | 'withdrawn' | 'discarded'

const told = (tx: Tx, deed: Deed, id: string, shown: boolean) =>
  record(tx, {
    action: `authorities.material_${deed}`,
    subject: { type: 'cooperation_material', id },
    visibility: shown ? 'public' : 'members',
  })

type Stored = { ok: true; file: string | null }

async function stored(tx: Tx, file: HandedIn | null): Promise<Stored | Extract<Outcome, { ok: false }>> {
  if (!file) return { ok: true, file: null }
  const kept = await storeFile(tx, file)
  return kept.ok ? { ok: true, file: kept.file.id } : kept
}

/** Puts a material on record beside a public body; nobody but coordinators sees it until it is published. */
export const addMaterial = (
  tx: Tx,
  body: string,
  facts: MaterialFacts,
  handedIn: HandedIn | null,
): Promise<Outcome<{ id: string }>> =>
  refusingWhenViolated(tx, refusals, async () => {
    const kept = await stored(tx, handedIn)
    if (!kept.ok) return kept
    const id = newId()
    await rows(
      tx,
      'authorities.add-material',
      `insert into authorities.materials (id, body_id, kind, title, lang, on_day, description, url, file_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, body, facts.kind, facts.title, facts.lang, facts.onDay],
        ...[facts.description, facts.url, kept.file],
      ],
    )
    await told(tx, 'added', id, false)
    return { ok: true, id }
  })

/** Changes a material; `seen` in the facts is the version that was read. A new file takes the place of the old one. */
export const changeMaterial = (
  tx: Tx,
  id: string,
  facts: MaterialFacts,
  handedIn: HandedIn | null,
): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const kept = await stored(tx, handedIn)
    if (!kept.ok) return kept
    const [changed] = await rows<{ status: string }>(
      tx,
      'authorities.change-material',
      `update authorities.materials set kind = $3, title = $4, lang = $5, on_day = $6, description = $7, url = $8,
         file_id = case when $10 then null else coalesce($9, file_id) end
       where umbrella_id = platform.current_umbrella() and id = $1 and version = $2 returning status`,
      [
        ...[id, facts.seen, facts.kind, facts.title, facts.lang, facts.onDay],
        ...[facts.description, facts.url, kept.file, facts.withoutFile && kept.file === null],
      ],
    )
    if (!changed) return refuse('authorities.material.refusal.changedMeanwhile')
    await told(tx, 'changed', id, changed.status === 'published')
    return { ok: true }
  })

/** Shows a material to everybody, for the first time or again. */
export async function publishMaterial(tx: Tx, id: string): Promise<Outcome> {
  const [published] = await rows(
    tx,
    'authorities.publish-material',
    `update authorities.materials set status = 'published', withdrawn_because = null
     where umbrella_id = platform.current_umbrella() and id = $1 and status <> 'published' returning id`,
    [id],
  )
  if (!published) return refuse('authorities.material.refusal.changedMeanwhile')
  await told(tx, 'published', id, true)
  return { ok: true }
}

/** Takes a published material back; the reason stays with it for coordinators. */
export async function withdrawMaterial(tx: Tx, id: string, reason: string): Promise<Outcome> {
  const [withdrawn] = await rows(
    tx,
    'authorities.withdraw-material',
    `update authorities.materials set status = 'withdrawn', withdrawn_because = $2
     where umbrella_id = platform.current_umbrella() and id = $1 and status = 'published' returning id`,
    [id, reason],
  )
  if (!withdrawn) return refuse('authorities.material.refusal.changedMeanwhile')
  await told(tx, 'withdrawn', id, true)
  return { ok: true }
}

/** Throws away what was never published. */
export async function discardMaterial(tx: Tx, id: string): Promise<Outcome> {
  const [gone] = await rows(
    tx,
    'authorities.discard-material',
    `delete from authorities.materials where umbrella_id = platform.current_umbrella() and id = $1 and status = 'draft' returning id`,
    [id],
  )
  if (!gone) return refuse('authorities.material.refusal.changedMeanwhile')
  await told(tx, 'discarded', id, false)
  return { ok: true }
}
