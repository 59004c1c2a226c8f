import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import {
  addPart,
  type OpenRecord,
  openOrCreate,
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

/** Whether the record is a report already. */
export async function isStored(tx: Tx, record: string): Promise<boolean> {
  const text = `select from monitoring.reports where umbrella_id = platform.current_umbrella() and record_id = $1`
  return (await rows(tx, 'monitoring.report-stored', text, [record])).length > 0
}

/** The last day of a report that is submitted today. */
export const lastDay = () => Temporal.Now.plainDateISO('UTC').add({ years: yearsKept })

// Files came before: until now nobody but the receipt could open them.
async function sealDraft(tx: Tx, record: OpenRecord, { locale, told }: Submission): Promise<Outcome> {
  const sealed = await sealRecordTo(tx, record, { teams: [await teamFor(tx, 'monitor')] })
  if (!sealed.ok) return sealed
  await addPart(tx, record, 'answers', sealedText(locale, told))
  await endDraft(tx, record.record)
  await retainUntil(tx, record.record, lastDay())
  return { ok: true }
}

/** The files of a report that is submitted are no draft any more. */
export const endDraft = (tx: Tx, record: string) =>
  rows(tx, 'monitoring.end-draft', 'delete from monitoring.report_drafts where record_id = $1', [record])

/** What of a report may lie in the open, and what was agreed to, for a record that is in sight. */
export async function storeShadow(
  tx: Tx,
  record: string,
  { id, shadow, uses }: { id: string; shadow: Shadow; uses: readonly ConsentUse[] },
): Promise<void> {
  const { region, month, monthUntil, precision } = shadow
  const given = consentUses.filter(use => uses.includes(use))
  const text = 'select monitoring.store_report($1, $2, $3, $4, $5, $6, $7)'
  await rows(tx, 'monitoring.store-report', text, [id, record, region, month, monthUntil, precision, given])
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
  const { id, receipt, locale, told } = submission
  const opened = await openOrCreate(tx, receipt, {
    ...{ purpose: 'monitoring.report', team: 'monitor', retainUntil: lastDay() },
    parts: { answers: sealedText(locale, told) },
  })
  if (!opened.ok) return refuse('monitoring.report.noKey')
  const { record, isNew } = opened
  if (!isNew) {
    if (await isStored(tx, record.record)) return { ok: true }
    const sealed = await sealDraft(tx, record, submission)
    if (!sealed.ok) return refuse('monitoring.report.noKey')
  }
  await storeShadow(tx, record.record, { id, shadow: shadowOf(told), uses: told.uses })
  return { ok: true }
}
