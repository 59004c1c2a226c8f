import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type HandedIn, storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { holdInitiative } from '../queries/initiative.ts'

/** So many files stand below one initiative. */
const mostAttachments = 12

/** Adds a file. What was attached to a published initiative is recorded with its fingerprint. */
export async function attachFile(
  tx: Tx,
  { id, membership, handedIn }: { id: string; membership: string; handedIn: HandedIn },
): Promise<Outcome> {
  const held = await holdInitiative(tx, id)
  if (held?.status !== 'draft' && held?.status !== 'discussion')
    return refuse('initiatives.attachment.notNow')
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::integer as n from initiatives.attachments a
    where a.umbrella_id = platform.current_umbrella() and a.initiative_id = ${id} and a.removed_at is null`)
  if (rows[0]!.n >= mostAttachments)
    return refuse('initiatives.attachment.tooMany', { most: mostAttachments })
  const stored = await storeFile(tx, handedIn)
  if (!stored.ok) return stored
  await tx.execute(sql`
    insert into initiatives.attachments (umbrella_id, id, initiative_id, file_id, membership_id)
    values (platform.current_umbrella(), ${newId()}, ${id}, ${stored.file.id}, ${membership})`)
  await record(tx, {
    action: 'initiatives.file_attached',
    member: membership,
    subject: { type: 'initiative', id },
    visibility: held.status === 'draft' ? 'sealed' : 'public',
    detail: { name: stored.file.name, sha256: stored.file.sha256 },
  })
  return { ok: true }
}

/** Takes a file away again; its record stays. */
export async function removeAttachment(
  tx: Tx,
  { id, attachment, membership }: { id: string; attachment: string; membership: string },
): Promise<Outcome> {
  const held = await holdInitiative(tx, id)
  if (held?.status !== 'draft' && held?.status !== 'discussion')
    return refuse('initiatives.attachment.notNow')
  const { rowCount } = await tx.execute(sql`
    update initiatives.attachments set removed_at = now()
    where umbrella_id = platform.current_umbrella() and initiative_id = ${id} and id = ${attachment} and removed_at is null`)
  if (!rowCount) return refuse('initiatives.attachment.gone')
  await record(tx, {
    action: 'initiatives.file_removed',
    member: membership,
    subject: { type: 'initiative', id },
    visibility: held.status === 'draft' ? 'sealed' : 'public',
  })
  return { ok: true }
}
