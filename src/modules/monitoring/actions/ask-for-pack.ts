import type { Tx } from '#platform/database/scope.ts'
import { rows } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { unwritten } from '../packs/draft.ts'
import type { PackInside } from '../queries/pack-texts.ts'
import type { PackView } from '../queries/packs.ts'
import { lacking } from './begin-pack.ts'

/** What the database says when two people work on one pack, or a consent goes at the same moment. */
export const packRefusals = {
  pack_consent: 'monitoring.pack.refusal.consentNow',
  two_monitors_for_a_pack: 'monitoring.pack.refusal.ownRequest',
  latest_draft: 'monitoring.pack.refusal.otherDraft',
  pack_stays: 'monitoring.pack.refusal.stays',
} as const

/** The refusal that names incidents without a consent, or null. */
export function consentRefusal({ incidents }: PackView) {
  const codes = lacking(incidents)
  return codes.length === 0
    ? null
    : refuse('monitoring.pack.refusal.consent', { codes: codes.join(', '), count: codes.length })
}

const note = (tx: Tx, action: `monitoring.${string}`, id: string) =>
  record(tx, { action, subject: { type: 'pack', id }, visibility: 'sealed' })

/** A monitor asks a second one to confirm this very draft. */
export async function askForPack(
  tx: Tx,
  pack: PackView,
  { entries, part }: Pick<PackInside, 'entries' | 'part'>,
): Promise<Outcome> {
  if (pack.status !== 'draft') return refuse('monitoring.pack.refusal.noDraft')
  const empty = unwritten(pack.kind, entries)
  if (empty.length > 0) return refuse('monitoring.pack.refusal.unwritten', { count: empty.length })
  const missing = consentRefusal(pack)
  if (missing) return missing
  return refusingWhenViolated(tx, packRefusals, async () => {
    await rows(
      tx,
      'monitoring.ask-for-pack',
      `update monitoring.packs set status = 'asked', part_id = $2, asked_by = platform.current_account(), asked_at = now()
       where umbrella_id = platform.current_umbrella() and id = $1`,
      [pack.id, part],
    )
    await note(tx, 'monitoring.pack_asked', pack.id)
    return { ok: true }
  })
}

/** Back to drafting: the second monitor wants it otherwise, or the first takes it back. */
export async function returnPack(tx: Tx, pack: PackView): Promise<Outcome> {
  if (pack.status !== 'asked') return refuse('monitoring.pack.refusal.stays')
  await rows(
    tx,
    'monitoring.return-pack',
    `update monitoring.packs set status = 'draft', part_id = null, asked_by = null, asked_at = null
     where umbrella_id = platform.current_umbrella() and id = $1`,
    [pack.id],
  )
  await note(tx, 'monitoring.pack_returned', pack.id)
  return { ok: true }
}
