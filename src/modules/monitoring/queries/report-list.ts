import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { ConsentUse } from '../report/consent-uses.ts'
import type { DatePrecision } from '../schema/incidents.ts'

/** `todo`: not yet part of an incident, or somebody waits for an answer; `joined` and `closed` are done with. */
export const reportViews = ['todo', 'joined', 'closed'] as const
export type ReportListView = (typeof reportViews)[number]

/** A report as monitors see it before they open it. Days as ISO texts. */
export type ReportLine = {
  id: string
  recordId: string
  receivedOn: string
  region: string | null
  month: string | null
  monthUntil: string | null
  precision: DatePrecision | null
  consents: ConsentUse[]
  waitingSince: string | null
  closedOn: string | null
  incidentId: string | null
  /** The code of that incident. */
  incident: string | null
}

/** After which report a page begins. */
export type ReportKey = { waitingSince: string | null; receivedOn: string; id: string }

/** One entry of the ledger: what was agreed to or taken back, and on which day. */
export type ConsentEntry = { use: ConsentUse; given: boolean; toldOn: string }

const pageSize = 30

const inView: Record<ReportListView, SQL> = {
  todo: sql`(r.waiting_since is not null or r.incident_id is null and r.closed_on is null)`,
  joined: sql`r.incident_id is not null and r.waiting_since is null`,
  closed: sql`r.incident_id is null and r.closed_on is not null`,
}

const fields = sql`'id', r.id, 'recordId', r.record_id, 'receivedOn', r.received_on, 'region', r.region, 'month', r.month,
  'monthUntil', r.month_until, 'precision', r.precision, 'consents', r.consents, 'waitingSince', r.waiting_since,
  'incidentId', r.incident_id, 'closedOn', r.closed_on, 'incident', i.code`

const table = sql`monitoring.reports r left join monitoring.incidents i on i.umbrella_id = r.umbrella_id and i.id = r.incident_id`

const waiting = sql`coalesce(r.waiting_since, 'infinity'::date)`

const follows = ({ waitingSince, receivedOn, id }: ReportKey): SQL =>
  sql`and (${waiting}, r.received_on, r.id) > (coalesce(${waitingSince}::date, 'infinity'::date), ${receivedOn}::date, ${id}::uuid)`

/** Reports of one view, who waits longest first, one page, in one statement. For monitors. */
export async function listReports(
  tx: Tx,
  view: ReportListView,
  after: ReportKey | null,
): Promise<{ lines: ReportLine[]; next: ReportKey | null }> {
  const { rows } = await tx.execute<{ line: ReportLine }>(sql`
    select json_build_object(${fields}) as line from ${table}
    where r.umbrella_id = platform.current_umbrella() and ${inView[view]} ${after ? follows(after) : sql``}
    order by ${waiting}, r.received_on, r.id limit ${pageSize + 1}`)
  const lines = rows.slice(0, pageSize).map(({ line }) => line)
  return { lines, next: rows.length > pageSize ? lines.at(-1)! : null }
}

/** These reports in the order in which they came, in one statement. */
export async function reportsNamed(tx: Tx, ids: readonly string[]): Promise<ReportLine[]> {
  const { rows } = await tx.execute<{ line: ReportLine }>(sql`
    select json_build_object(${fields}) as line from ${table}
    where r.umbrella_id = platform.current_umbrella() and r.id = any (${sql.param(ids)}::uuid[])
    order by r.received_on, r.id`)
  return rows.map(({ line }) => line)
}

export type ReportFacts = { report: ReportLine; ledger: ConsentEntry[] }

/** One report as it lies in the open, with what was agreed to and taken back, in one statement. */
export async function reportFacts(tx: Tx, id: string): Promise<ReportFacts | undefined> {
  const { rows } = await tx.execute<ReportFacts>(sql`
    select json_build_object(${fields}) as report,
      (select coalesce(json_agg(json_build_object('use', c.use, 'given', c.given, 'toldOn', c.told_on) order by c.position), '[]'::json)
        from monitoring.report_consents c where c.umbrella_id = r.umbrella_id and c.report_id = r.id) as ledger
    from ${table} where r.umbrella_id = platform.current_umbrella() and r.id = ${id}`)
  return rows[0]
}
