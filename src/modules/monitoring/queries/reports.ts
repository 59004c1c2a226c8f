import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { rows, type Tx } from '#platform/database/scope.ts'
import { filesOf, type OpenRecord, readParts, type SealedFile } from '#platform/vault/index.ts'
import type { ToldReport } from '../forms/report.ts'
import { type ReportMessage, readMessage } from '../report/message.ts'
import { reportConsents, reports } from '../schema/reports.ts'

/** Whether some monitor here has a key; otherwise nobody could read a report. */
export async function takesReports(tx: Tx): Promise<boolean> {
  const [answer] = await rows<{ takes: boolean }>(
    tx,
    'monitoring.takes-reports',
    'select monitoring.takes_reports() as takes',
  )
  return answer!.takes
}

const shadow = {
  id: reports.id,
  recordId: reports.recordId,
  receivedOn: reports.receivedOn,
  region: reports.region,
  month: reports.month,
  monthUntil: reports.monthUntil,
  precision: reports.precision,
  consents: reports.consents,
  waitingSince: reports.waitingSince,
  incidentId: reports.incidentId,
  closedOn: reports.closedOn,
}

const here = eq(reports.umbrellaId, sql`platform.current_umbrella()`)

/** Reports that are part of no incident yet and not closed: who waits first, then the oldest. For monitors. */
export const reportsToCode = (tx: Tx) =>
  tx
    .select(shadow)
    .from(reports)
    .where(and(here, isNull(reports.incidentId), isNull(reports.closedOn)))
    .orderBy(sql`${reports.waitingSince} nulls last`, asc(reports.receivedOn), asc(reports.id))

/** Reports of an incident. For monitors. */
export const reportsOfIncident = (tx: Tx, incident: string) =>
  tx
    .select(shadow)
    .from(reports)
    .where(and(here, eq(reports.incidentId, incident)))
    .orderBy(asc(reports.receivedOn), asc(reports.id))

export type ReportShadow = Awaited<ReturnType<typeof reportsToCode>>[number]

/** One report as it may lie in the open. For monitors, and for who shows its receipt. */
export async function findReport(tx: Tx, id: string): Promise<ReportShadow | undefined> {
  const [found] = await tx
    .select(shadow)
    .from(reports)
    .where(and(here, eq(reports.id, id)))
  return found
}

/** Everything that was agreed to and taken back, in the order in which it was told. */
export const consentLedger = (tx: Tx, report: string) =>
  tx
    .select({ use: reportConsents.use, given: reportConsents.given, toldOn: reportConsents.toldOn })
    .from(reportConsents)
    .where(
      and(
        eq(reportConsents.umbrellaId, sql`platform.current_umbrella()`),
        eq(reportConsents.reportId, report),
      ),
    )
    .orderBy(asc(reportConsents.position))

/** What was told, as it was sealed. */
export type SealedAnswers = Omit<ToldReport, 'uses'> & { version: 1; locale: string }

/** A report that is open in this request: its answers, the conversation, its files. */
export type ReportInside = { answers: SealedAnswers; messages: ReportMessage[]; files: SealedFile[] }

/** What is in a report, for whoever opened its record with a reason (`openRecord`). */
export async function readReport(tx: Tx, open: OpenRecord): Promise<ReportInside> {
  const parts = await readParts(tx, open, ['answers', 'message'])
  const answers = parts.find(({ name }) => name === 'answers')
  if (!answers) throw new Error('a report has answers')
  return {
    answers: JSON.parse(answers.text) as SealedAnswers,
    messages: parts.filter(({ name }) => name === 'message').map(readMessage),
    files: await filesOf(tx, open),
  }
}
