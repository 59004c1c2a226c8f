import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import {
  addSealedChunks,
  addSealedFile,
  addSealedPart,
  giveToTeam,
  retainUntil,
  storeSealedRecord,
  teamFor,
  teamKey,
  wholeFiles,
} from '#platform/vault/index.ts'
import type { SealedFileBegun, SealedReport } from '../forms/sealed-report.ts'
import { mostFiles, type TeamToSealTo } from '../report/seal-report.ts'
import { endDraft, isStored, lastDay, storeShadow } from './submit-report.ts'

// Two answers of one bad connection wait for each other, and the second finds what the first stored.
const takeTurn = (tx: Tx, id: string) =>
  rows(tx, 'monitoring.report-turn', `select pg_advisory_xact_lock(hashtextextended('report ' || $1, 0))`, [
    id,
  ])

type From = Pick<SealedReport, 'record' | 'receipt'>

/** The monitors' key as a browser needs it to seal to them. Null where nobody could read a report. */
export async function teamToSealTo(tx: Tx): Promise<TeamToSealTo | null> {
  const key = await teamKey(tx, await teamFor(tx, 'monitor'))
  return key && { id: key.id, publicKey: Buffer.from(key.publicKey).toString('base64') }
}

// Until it is submitted it opens with the receipt alone, and is gone a day later.
function begun(tx: Tx, { record, receipt }: From): Promise<Outcome<{ isNew: boolean }>> {
  const retainUntil = Temporal.Now.plainDateISO('UTC').add({ days: 2 })
  return storeSealedRecord(tx, { record, receipt, purpose: 'monitoring.report', retainUntil })
}

async function isDraft(tx: Tx, record: string): Promise<boolean> {
  const text =
    'select from monitoring.report_drafts where umbrella_id = platform.current_umbrella() and record_id = $1'
  return (await rows(tx, 'monitoring.is-draft', text, [record])).length > 0
}

async function draft(tx: Tx, from: From): Promise<Outcome> {
  await takeTurn(tx, from.record)
  const made = await begun(tx, from)
  if (!made.ok) return made
  if (made.isNew) {
    await rows(tx, 'monitoring.add-draft', 'insert into monitoring.report_drafts (record_id) values ($1)', [
      from.record,
    ])
    return { ok: true }
  }
  return (await isDraft(tx, from.record)) ? { ok: true } : refuse('platform.vault.sealedBadly')
}

async function fileCount(tx: Tx, record: string): Promise<number> {
  const text = 'select id from vault.files where umbrella_id = platform.current_umbrella() and record_id = $1'
  return (await rows(tx, 'monitoring.draft-files', text, [record])).length
}

// Some that were begun and did not get through stand beside the whole ones until the report is submitted.
const mostBegun = 3 * mostFiles

/** A file of a report that is on its way begins. Anybody may; without the report it is gone a day later. */
export async function beginSealedFile(
  tx: Tx,
  { file, ...from }: SealedFileBegun,
  description: Uint8Array,
): Promise<Outcome> {
  const made = await draft(tx, from)
  if (!made.ok) return made
  if ((await fileCount(tx, from.record)) >= mostBegun)
    return refuse('monitoring.report.files.tooMany', { most: mostFiles })
  return addSealedFile(tx, from.record, { id: file, sealed: description })
}

/** Chunks of a file that began. */
export async function addSealedPieces(
  tx: Tx,
  { file, position, ...from }: SealedFileBegun & { position: number },
  bytes: Uint8Array,
): Promise<Outcome> {
  const made = await draft(tx, from)
  return made.ok ? addSealedChunks(tx, from.record, { id: file, position, bytes }) : made
}

// What was begun and given up goes; what is promised must be there whole.
async function settleFiles(tx: Tx, record: string, files: SealedReport['files']): Promise<Outcome> {
  const whole = await wholeFiles(tx, record)
  if (!files.every(({ id, chunks }) => whole.get(id) === chunks)) return refuse('platform.vault.sealedBadly')
  const wanted = files.map(({ id }) => id)
  await rows(
    tx,
    'monitoring.drop-other-files',
    `select monitoring.drop_draft_file(id) from vault.files
     where umbrella_id = platform.current_umbrella() and record_id = $1 and id <> all ($2)`,
    [record, wanted],
  )
  return { ok: true }
}

async function seal(tx: Tx, sent: SealedReport, answers: Uint8Array): Promise<Outcome> {
  const files = await settleFiles(tx, sent.record, sent.files)
  if (!files.ok) return files
  const team = await teamFor(tx, 'monitor')
  const given = await giveToTeam(tx, sent.record, {
    team,
    generation: sent.team.id,
    sealed: sent.team.sealed,
  })
  if (!given.ok) return given
  return addSealedPart(tx, sent.record, { id: sent.part, name: 'answers', sealed: answers })
}

async function store(tx: Tx, sent: SealedReport, answers: Uint8Array): Promise<Outcome> {
  const made = await begun(tx, sent)
  if (!made.ok) return made
  if (await isStored(tx, sent.record)) return { ok: true }
  const sealed = await seal(tx, sent, answers)
  if (!sealed.ok) return sealed
  await endDraft(tx, sent.record)
  await retainUntil(tx, sent.record, lastDay())
  const { id, region, month, monthUntil, precision, uses } = sent
  await storeShadow(tx, sent.record, { id, shadow: { region, month, monthUntil, precision }, uses })
  return { ok: true }
}

/**
 * Stores a report that a browser sealed to the monitors and to its receipt; anybody may. Handed in twice it is stored once;
 * the journal has no entry, as of any report. Refuses what is incomplete, and what is sealed to a key that is not in use.
 */
export async function submitSealedReport(tx: Tx, sent: SealedReport, answers: Uint8Array): Promise<Outcome> {
  await takeTurn(tx, sent.record)
  const known = {
    reports_pkey: 'platform.vault.sealedBadly',
    current_team_key: 'platform.vault.teamKeyChanged',
  } as const
  return refusingWhenViolated(tx, known, () => store(tx, sent, answers))
}
