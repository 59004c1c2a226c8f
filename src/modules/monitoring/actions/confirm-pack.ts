import type { Tx } from '#platform/database/scope.ts'
import { rows } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { addFile, filesOf, type OpenRecord } from '#platform/vault/index.ts'
import type { PackView } from '../queries/packs.ts'
import { consentRefusal, packRefusals } from './ask-for-pack.ts'

/** A file as it will be sent. */
export type PackPaper = { name: string; mediaType: string; content: Uint8Array }

async function keepFiles(tx: Tx, open: OpenRecord, pack: string, papers: readonly PackPaper[]) {
  for (const { name, mediaType, content } of papers) {
    const added = await addFile(tx, open, { name, mediaType, content: [content] })
    if (!added.ok) return added
    const { sha256 } = (await filesOf(tx, open)).find(({ id }) => id === added.id)!
    await rows(
      tx,
      'monitoring.add-pack-file',
      'insert into monitoring.pack_files (pack_id, name, file_id, sha256) values ($1, $2, $3, $4)',
      [pack, name, added.id, Buffer.from(sha256, 'hex')],
    )
  }
  return { ok: true as const }
}

/**
 * The second monitor confirms the draft that they read: its files are sealed and stay. Journalled are their hashes and
 * nothing of what is in them. Whoever asked cannot confirm.
 */
export async function confirmPack(
  tx: Tx,
  open: OpenRecord,
  { pack, seen, papers }: { pack: PackView; seen: string; papers: readonly PackPaper[] },
): Promise<Outcome> {
  if (pack.status !== 'asked') return refuse('monitoring.pack.refusal.stays')
  if (pack.partId !== seen) return refuse('monitoring.pack.refusal.otherDraft')
  const missing = consentRefusal(pack)
  if (missing) return missing
  return refusingWhenViolated(tx, packRefusals, async () => {
    await rows(
      tx,
      'monitoring.confirm-pack',
      `update monitoring.packs set status = 'final', confirmed_by = platform.current_account(), confirmed_at = now()
       where umbrella_id = platform.current_umbrella() and id = $1`,
      [pack.id],
    )
    const kept = await keepFiles(tx, open, pack.id, papers)
    if (!kept.ok) return kept
    const hashes = await rows<{ sha256: string }>(
      tx,
      'monitoring.pack-hashes',
      `select encode(sha256, 'hex') as sha256 from monitoring.pack_files
       where umbrella_id = platform.current_umbrella() and pack_id = $1 order by name`,
      [pack.id],
    )
    await record(tx, {
      action: 'monitoring.pack_confirmed',
      subject: { type: 'pack', id: pack.id },
      visibility: 'sealed',
      detail: { sha256: hashes.map(one => one.sha256) },
    })
    return { ok: true }
  })
}
