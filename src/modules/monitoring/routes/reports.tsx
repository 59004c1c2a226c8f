import type { Problem } from '#platform/http/form.ts'
import { isId } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Refusal } from '#platform/refusal.ts'
import { submitReport } from '../actions/submit-report.ts'
import { answersAtOnce } from '../forms/intake.ts'
import { checkReport } from '../forms/report.ts'
import { CallReceiptPage, ReportCallPage } from '../pages/report-call.tsx'
import { ReportsPage } from '../pages/reports.tsx'
import { listReports, type ReportKey, reportViews } from '../queries/report-list.ts'
import { beginReport, keepReport, type ReportInHand, readReport } from '../report/kept-report.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

function afterOf(written: string | undefined): ReportKey | null {
  const [waiting = '', receivedOn = '', id] = (written ?? '').split('_')
  if (!isId(id) || !day.test(receivedOn) || (waiting !== 'none' && !day.test(waiting))) return null
  return { waitingSince: waiting === 'none' ? null : waiting, receivedOn, id }
}

type Shown = { problems?: readonly Problem[]; refusal?: Refusal; status?: 200 | 409 | 422 }

async function showCall(c: C, report: ReportInHand, { status = 200, ...shown }: Shown = {}) {
  const { values } = report
  // The answers stand in the fields themselves.
  const kept = await keepReport(c.var, { ...report, values: {} })
  const { country } = c.var.umbrella
  return c.var.page(<ReportCallPage kept={kept} values={values} country={country} {...shown} />, { status })
}

// Sent twice it is one report with one receipt; after a day the page begins a new one with what was typed.
async function inHand(c: C, body: Record<string, unknown>): Promise<ReportInHand> {
  const read = await readReport(c.var, typeof body.kept === 'string' ? body.kept : '')
  return { ...(read.ok ? read.value : beginReport()), values: answersAtOnce(body) }
}

export const reportsRoutes = umbrellaRoutes()
  .get('/reports', monitors, async c => {
    const view = reportViews.find(one => one === c.req.query('view')) ?? 'todo'
    const list = await c.var.read(tx => listReports(tx, view, afterOf(c.req.query('after'))))
    return c.var.page(<ReportsPage view={view} {...list} />)
  })

  .get('/reports/new', monitors, c => showCall(c, beginReport()))

  .post('/reports', monitors, async c => {
    const report = await inHand(c, await c.req.parseBody({ all: true }))
    const checked = checkReport(report.values)
    if (!checked.ok) return showCall(c, report, { problems: checked.problems, status: 422 })
    const { id, receipt } = report
    const submission = { id, receipt, locale: c.var.locale, told: checked.report }
    const outcome = await c.var.write(tx => submitReport(tx, submission))
    if (!outcome.ok) return showCall(c, report, { refusal: outcome, status: 409 })
    return c.var.page(<CallReceiptPage receipt={receipt} />)
  })
