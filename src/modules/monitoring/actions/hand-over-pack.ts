import type { Tx } from '#platform/database/scope.ts'
import { rows } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { purge } from '#platform/vault/index.ts'
import { submissionReady } from '../events.ts'
import type { PackView } from '../queries/packs.ts'
import { consentRefusal, packRefusals } from './ask-for-pack.ts'

const isCommissioner = (to: string | null): to is 'ua_commissioner' | 'pl_commissioner' =>
  to === 'ua_commissioner' || to === 'pl_commissioner'

/** A final pack leaves the house. Refused when a consent was taken back meanwhile, whoever confirmed before. */
export async function handOverPack(tx: Tx, pack: PackView): Promise<Outcome> {
  if (pack.status !== 'final') return refuse('monitoring.pack.refusal.stays')
  const missing = consentRefusal(pack)
  if (missing) return missing
  return refusingWhenViolated(tx, packRefusals, async () => {
    await rows(
      tx,
      'monitoring.hand-over-pack',
      `update monitoring.packs set status = 'handed_over', handed_by = platform.current_account(), handed_at = now()
       where umbrella_id = platform.current_umbrella() and id = $1`,
      [pack.id],
    )
    await record(tx, {
      action: 'monitoring.pack_handed_over',
      subject: { type: 'pack', id: pack.id },
      visibility: 'sealed',
      detail: { sha256: pack.files.map(({ sha256 }) => sha256) },
    })
    const { addressee: to, incidents } = pack
    if (isCommissioner(to)) await submissionReady.emit(tx, { pack: pack.id, incident: incidents[0]!.id, to })
    return { ok: true }
  })
}

/** It will not be sent: its words and files are deleted, and that there was one stays. */
export async function endPack(tx: Tx, pack: PackView): Promise<Outcome> {
  if (pack.status === 'handed_over' || pack.status === 'ended') return refuse('monitoring.pack.refusal.stays')
  await rows(
    tx,
    'monitoring.end-pack',
    `update monitoring.packs set status = 'ended' where umbrella_id = platform.current_umbrella() and id = $1`,
    [pack.id],
  )
  if (pack.recordId) await purge(tx, pack.recordId)
  await record(tx, {
    action: 'monitoring.pack_ended',
    subject: { type: 'pack', id: pack.id },
    visibility: 'sealed',
  })
  return { ok: true }
}
