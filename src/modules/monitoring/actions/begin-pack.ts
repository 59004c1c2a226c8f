import type { Tx } from '#platform/database/scope.ts'
import { rows } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { addPart, addParts, createRecord, teamFor, type Unlocked } from '#platform/vault/index.ts'
import type { PackEntry } from '../packs/draft.ts'
import { toldTexts } from '../packs/told-texts.ts'
import type { PackIncident } from '../queries/packs.ts'
import { openTold } from '../queries/told.ts'
import type { Addressee, PackKind } from '../schema/packs.ts'
import { yearsKept } from './submit-report.ts'

/** What somebody wants to write, and why they open what was told. */
export type NewPack = {
  kind: PackKind
  year: number | null
  addressee: Addressee | null
  lang: 'uk' | 'pl' | 'en'
  toldAgreed: boolean
  incidents: readonly PackIncident[]
  reason: string
  /** Who sends it: the coalition, as the letter begins. */
  sender: string
}

const refusals = {
  pack_consent: 'monitoring.pack.refusal.consentNow',
  fit_for_pack: 'monitoring.pack.refusal.unfit',
} as const

/** The codes of incidents for which a consent is missing. */
export const lacking = (incidents: readonly PackIncident[]): string[] =>
  incidents.filter(({ lacksConsent }) => lacksConsent).map(({ code }) => code)

async function store(tx: Tx, id: string, recordId: string, pack: NewPack): Promise<void> {
  const { kind, year, addressee, lang, toldAgreed, incidents } = pack
  await rows(
    tx,
    'monitoring.begin-pack',
    `insert into monitoring.packs (id, kind, year, addressee, lang, told_agreed, record_id, begun_by)
     values ($1, $2, $3, $4, $5, $6, $7, platform.current_account())`,
    [id, kind, year, addressee, lang, toldAgreed, recordId],
  )
  await rows(
    tx,
    'monitoring.add-pack-incidents',
    'insert into monitoring.pack_incidents (pack_id, incident_id) select $1, unnest($2::uuid[])',
    [id, incidents.map(one => one.id)],
  )
}

/**
 * Begins a pack: opens what was told, with the reason, and seals it to the monitors again as the beginning of each text.
 * Refuses, naming the incidents, where a consent is missing.
 */
export async function beginPack(tx: Tx, vault: Unlocked, pack: NewPack): Promise<Outcome<{ id: string }>> {
  const without = lacking(pack.incidents)
  if (without.length > 0) {
    return refuse('monitoring.pack.refusal.consent', { codes: without.join(', '), count: without.length })
  }
  return refusingWhenViolated(tx, refusals, async () => {
    const told = []
    for (const { id } of pack.incidents)
      told.push(toldTexts(pack.kind, await openTold(tx, vault, id, pack.reason), pack.sender))
    const entries = told.map(({ incident, texts }): PackEntry => ({ incident, texts }))
    const made = await createRecord(tx, {
      purpose: 'monitoring.pack',
      teams: [await teamFor(tx, 'monitor')],
      parts: {},
      retainUntil: Temporal.Now.plainDateISO('UTC').add({ years: yearsKept }),
    })
    if (!made.ok) return made
    const open = made.record
    await addParts(
      tx,
      open,
      'told',
      told.map(entry => JSON.stringify(entry)),
    )
    await addPart(tx, open, 'draft', JSON.stringify(entries))
    // Not in the order of time, as the incidents are not.
    const id = crypto.randomUUID()
    await store(tx, id, open.record, pack)
    await record(tx, {
      action: 'monitoring.pack_begun',
      subject: { type: 'pack', id },
      visibility: 'sealed',
    })
    return { ok: true, id }
  })
}
