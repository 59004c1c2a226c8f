import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import {
  addPart,
  createRecord,
  type OpenRecord,
  openByReceipt,
  retainUntil,
  sealRecordTo,
  teamFor,
} from '#platform/vault/index.ts'
import { type Shadow, shadowOf, type ToldReport } from '../report/answers.ts'
import { type ConsentUse, consentUses } from '../report/consent-uses.ts'
import { sealedText } from '../report/sealed-text.ts'

/** How long a report is kept, unless somebody of the team decides otherwise. The person is told before they begin. */
export const yearsKept = 5

/** A report to store, from a browser that does not seal by itself. */
export type Submission = { id: string; receipt: string; locale: string; told: ToldReport }

/** Two answers of one bad connection wait for each other, and the second finds what the first stored. */
export const takeTurn = (tx: Tx, id: string) =>
  rows(tx, 'monitoring.report-turn', `select pg_advisory_xact_lock(hashtextextended('report ' || $1, 0))`, [
    id,
  ])

/** Whether the record is a report already. */
export async function isStored(tx: Tx, record: string): Promise<boolean> {
  const text = `select from monitoring.reports where umbrella_id = platform.current_umbrella() and record_id = $1`
  return (await rows(tx, 'monitoring.report-stored', text, [record])).length > 0
}

async function newRecord(tx: Tx, team: string, { receipt, locale, told }: Submission): Promise<Outcome> {
  return createRecord(tx, {
    purpose: 'monitoring.report',
    teams: [team],
    receipt,
    parts: { answers: sealedText(locale, told) },
  })
}

// Files came before: until now nobody but the receipt could open them.
async function sealDraft(
  tx: Tx,
  team: string,
  record: OpenRecord,
  { locale, told }: Submission,
): Promise<Outcome> {
  const sealed = await sealRecordTo(tx, record, { teams: [team] })
  if (!sealed.ok) return sealed
  await addPart(tx, record, 'answers', sealedText(locale, told))
  await endDraft(tx, record.record)
  return { ok: true }
}

/** The files of a report that is submitted are no draft any more. */
export const endDraft = (tx: Tx, record: string) =>
  rows(tx, 'monitoring.end-draft', 'delete from monitoring.report_drafts where record_id = $1', [record])

/** What of a report may lie in the open, and what was agreed to, for a record that is in sight. Kept for as long as promised. */
export async function storeShadow(
  tx: Tx,
  record: string,
  { id, shadow, uses }: { id: string; shadow: Shadow; uses: readonly ConsentUse[] },
): Promise<void> {
  const { region, month, monthUntil, precision } = shadow
  await retainUntil(tx, record, Temporal.Now.plainDateISO('UTC').add({ years: yearsKept }))
  await rows(
    tx,
    'monitoring.add-report',
    `insert into monitoring.reports (id, record_id, region, month, month_until, precision) values ($1, $2, $3, $4, $5, $6)`,
    [id, record, region, month, monthUntil, precision],
  )
  for (const use of consentUses.filter(use => uses.includes(use))) await storeConsent(tx, id, use, true)
}

export async function storeConsent(tx: Tx, report: string, use: string, given: boolean): Promise<void> {
  const text = 'insert into monitoring.report_consents (report_id, use, given) values ($1, $2, $3)'
  await rows(tx, 'monitoring.add-consent', text, [report, use, given])
}

/**
 * Stores a report, sealed to the monitors and to its receipt; anybody may. Handed in twice it is stored once. The journal has
 * no entry: how many report, and when, is nobody's business. Refuses where no monitor has a key.
 */
export async function submitReport(tx: Tx, submission: Submission): Promise<Outcome> {
  await takeTurn(tx, submission.id)
  const team = await teamFor(tx, 'monitor')
  const before = await openByReceipt(tx, submission.receipt)
  if (before.ok && (await isStored(tx, before.record.record))) return { ok: true }
  const sealed = before.ok
    ? await sealDraft(tx, team, before.record, submission)
    : await newRecord(tx, team, submission)
  if (!sealed.ok) return refuse('monitoring.report.noKey')
  const { record } = await reopened(tx, submission.receipt)
  const { id, told } = submission
  await storeShadow(tx, record.record, { id, shadow: shadowOf(told), uses: told.uses })
  return { ok: true }
}

// Whoever shows the receipt sees the record in this transaction: that is what lets them write its row.
async function reopened(tx: Tx, receipt: string): Promise<{ record: OpenRecord }> {
  const opened = await openByReceipt(tx, receipt)
  if (!opened.ok) throw new Error('a record that was just made opens with its receipt')
  return opened
}
