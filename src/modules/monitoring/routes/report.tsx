import type { Context } from 'hono'
import { fileIn } from '#modules/network/index.ts'
import { open } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import type { Problem } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { type Refusal, refuse } from '#platform/refusal.ts'
import { dropReportFile, keepReportFile } from '../actions/keep-report-file.ts'
import { submitReport } from '../actions/submit-report.ts'
import { checkReport, problemsOf } from '../forms/report.ts'
import { ReportReceiptPage } from '../pages/report-receipt.tsx'
import { ReportStartPage } from '../pages/report-start.tsx'
import { ReportStepPage } from '../pages/report-step.tsx'
import { takesReports } from '../queries/reports.ts'
import {
  beginReport,
  keepMailbox,
  keepReport,
  type ReportInHand,
  readMailboxField,
  readReport,
} from '../report/kept-report.ts'
import { mayDo } from '../report/limits.ts'
import { receiptFile } from '../report/receipt-file.ts'
import { isStep, neighbour, type Step, steps, withAnswers } from '../report/steps.ts'

type C = Context<UmbrellaEnv>
type Body = Record<string, unknown>
type Shown = {
  begins?: boolean
  problems?: (Problem & { step?: Step })[]
  refusal?: Refusal
  status?: 200 | 409 | 422 | 429
}

async function show(c: C, report: ReportInHand, { begins, problems, refusal, status }: Shown = {}) {
  const kept = await keepReport(c.var, report)
  const { country } = c.var.umbrella
  return c.var.page(<ReportStepPage {...{ report, kept, country, begins, problems, refusal }} />, {
    status: status ?? (refusal ? 409 : problems?.length ? 422 : 200),
  })
}

async function start(c: C) {
  const takes = await c.var.read(takesReports)
  return c.var.page(<ReportStartPage takes={takes} country={c.var.umbrella.country} />)
}

const everyAnswer = (body: Body) => steps.reduce((typed, step) => withAnswers(typed, step, body), {})

// What was typed last is not lost with the field that cannot be read.
async function startAgain(c: C, body: Body, because: 'expired' | 'damaged') {
  const values = everyAnswer(body)
  const reasons = {
    expired: 'monitoring.report.expired',
    damaged: 'monitoring.report.damaged',
  } as const
  return show(c, { ...beginReport(), values }, { refusal: refuse(reasons[because]) })
}

async function addFileOf(c: C, report: ReportInHand, body: Body): Promise<Shown> {
  const file = fileIn(body, 'file')
  if (!file) {
    return body.go === 'add'
      ? { problems: [{ field: 'file', message: 'monitoring.report.files.missing' }] }
      : {}
  }
  if (!mayDo(c, 'files')) return { refusal: refuse('monitoring.report.tooMany'), status: 429 }
  const kept = await c.var.write(tx => keepReportFile(tx, report.receipt, file))
  if (!kept.ok) return { problems: [{ field: 'file', message: kept.reason, values: kept.values as never }] }
  report.files.push(kept.file)
  return {}
}

async function submit(c: C, report: ReportInHand) {
  const checked = checkReport(report.values)
  if (!checked.ok) return show(c, report, { problems: checked.problems })
  if (!mayDo(c, 'reports'))
    return show(c, report, { refusal: refuse('monitoring.report.tooMany'), status: 429 })
  const { id, receipt } = report
  const outcome = await c.var.write(tx =>
    submitReport(tx, { id, receipt, locale: c.var.locale, told: checked.report }),
  )
  if (!outcome.ok) return show(c, report, { refusal: outcome })
  return c.var.page(<ReportReceiptPage receipt={receipt} kept={await keepMailbox(c.var, receipt)} />)
}

async function dropFile(c: C, report: ReportInHand, id: string) {
  if (!report.files.some(file => file.id === id)) return show(c, report)
  await c.var.write(tx => dropReportFile(tx, report.receipt, id))
  return show(c, { ...report, files: report.files.filter(file => file.id !== id) })
}

/** Where a press of a button leads, after what was typed was taken in. */
async function go(c: C, report: ReportInHand, body: Body) {
  const { step, values } = report
  const wanted = typeof body.go === 'string' ? body.go : 'stay'
  if (wanted.startsWith('drop ')) return dropFile(c, report, wanted.slice(5))
  // From a browser that wanted to seal by itself and could not send.
  if (wanted === 'everything') return show(c, { ...report, step: 'review', values: everyAnswer(body) })
  if (step === 'files') {
    const added = await addFileOf(c, report, body)
    if (added.problems || added.refusal) return show(c, report, added)
  }
  if (isStep(wanted)) return show(c, { ...report, step: wanted })
  if (wanted === 'back') return show(c, { ...report, step: neighbour(values, step, -1) })
  if (wanted !== 'next') return show(c, report)
  if (step === 'review') return submit(c, report)
  const problems = problemsOf(step, values)
  if (problems.length > 0) return show(c, report, { problems })
  return show(c, { ...report, step: neighbour(values, step, 1) })
}

async function answered(c: C) {
  const body: Body = await c.req.parseBody({ all: true })
  if (typeof body.kept !== 'string') return show(c, beginReport())
  const kept = await readReport(c.var, body.kept)
  if (!kept.ok) return startAgain(c, body, kept.because)
  const report = kept.value
  return go(c, { ...report, values: withAnswers(report.values, report.step, body) }, body)
}

/** The way from the first question to the receipt. No answer is ever in an address: each page is the answer to a form. */
export const reportRoutes = umbrellaRoutes()
  .get('/report', open, start)

  .get('/report/new', open, async c =>
    (await c.var.read(takesReports)) ? show(c, beginReport(), { begins: true }) : c.var.seeOther('/report'),
  )

  .post('/report/new', open, answered)

  .post('/report/receipt', open, async c => {
    const { kept } = await c.req.parseBody()
    const read = await readMailboxField(c.var, typeof kept === 'string' ? kept : '')
    if (!read.ok) return startAgain(c, {}, read.because)
    return receiptFile(c, read.value.receipt)
  })
