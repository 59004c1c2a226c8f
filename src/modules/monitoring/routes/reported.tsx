import { openVault, vaultClosed, vaultIfOpen } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { attachment } from '#platform/files/disposition.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { readFile, type SealedFile } from '#platform/vault/index.ts'
import { answerReport, closeReport } from '../actions/answer-report.ts'
import type { OpenedReport } from '../actions/open-reports.ts'
import { answerForm } from '../forms/intake.ts'
import { reasonForm } from '../forms/parts.ts'
import { ReportPicturePage } from '../pages/report-picture.tsx'
import { pictureToLookAt } from '../queries/report-files.ts'
import type { ReportLine } from '../queries/report-list.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'
import { reportOf, showOpened, showReport, withOpened } from './report-of.tsx'

async function answer(c: C) {
  const form = await readForm(c, answerForm)
  const vault = await vaultIfOpen(c)
  const { values } = form
  const returned = (problems = form.ok ? [] : form.problems) => ({
    form: { name: 'messages' as const, values, problems },
  })
  if (!vault) return showReport(c, 422, returned([vaultClosed]))
  if (!form.ok) {
    const reason = reasonForm.safeParse(values)
    return reason.success
      ? showOpened(c, vault, reason.data.reason, returned(), 422)
      : showReport(c, 422, returned())
  }
  const { reason, text, turn } = form.data
  const outcome = await withOpened(c, vault, reason, (tx, { report }, { open }) =>
    answerReport(tx, open, { report: report.id, text, turn }),
  )
  if (outcome?.ok) return c.var.seeOther(`/reports/${idParam(c)}`, 'monitoring.said.reportAnswered')
  return showReport(c, 409, { refusal: outcome ?? refuse('monitoring.intake.report.doesNotOpen') })
}

type FileWork<T> = (tx: Tx, report: ReportLine, file: SealedFile, opened: OpenedReport) => Promise<T>

/** One file of a report, opened for this answer; or the answer that leads to what is missing. */
async function withFile<T>(c: C, work: FileWork<T>): Promise<T | Response> {
  const file = idParam(c, 'file')
  const form = await readForm(c, reasonForm)
  if (!form.ok) return showReport(c, 422, { form: { name: 'opening', ...form } })
  const vault = await openVault(c)
  if (vault instanceof Response) return vault
  const done = await withOpened(c, vault, form.data.reason, (tx, { report }, opened) =>
    work(tx, report, found(opened.files.find(({ id }) => id === file)), opened),
  )
  return done ?? showReport(c, 409, { refusal: refuse('monitoring.intake.report.doesNotOpen') })
}

const back = (c: C) => c.var.seeOther(`/reports/${idParam(c)}`)

export const reportedRoutes = umbrellaRoutes()
  .get('/reports/:id', monitors, c => showReport(c))

  // Nothing is redirected: what was opened is in this one answer and nowhere else. Whoever comes back finds it closed.
  .get('/reports/:id/opening', monitors, back)
  .get('/reports/:id/messages', monitors, back)
  .post('/reports/:id/opening', monitors, async c => {
    const form = await readForm(c, reasonForm)
    if (!form.ok) return showReport(c, 422, { form: { name: 'opening', ...form } })
    const vault = await openVault(c)
    return vault instanceof Response ? vault : showOpened(c, vault, form.data.reason)
  })

  .post('/reports/:id/messages', monitors, answer)

  .post('/reports/:id/closing', monitors, async c => {
    const outcome = await c.var.write(async tx => {
      const { report } = await reportOf(c, tx)
      return closeReport(tx, { report: report.id, record: report.recordId })
    })
    if (outcome.ok) return c.var.seeOther(`/reports/${idParam(c)}`, 'monitoring.said.reportClosed')
    return showReport(c, 409, { refusal: outcome })
  })

  .post('/reports/:id/files/:file', monitors, async c => {
    const shown = await withFile(c, async (tx, report, file, { open }) => {
      const bytes = await pictureToLookAt(read => read(tx), open, file)
      const picture = bytes && `data:${file.mediaType};base64,${bytes.toString('base64')}`
      return { report, name: file.name, picture }
    })
    return shown instanceof Response ? shown : c.var.page(<ReportPicturePage {...shown} />)
  })

  .post('/reports/:id/files/:file/original', monitors, async c => {
    const saved = await withFile(c, async (tx, _, file, { open }) => {
      // Whole before it leaves: a piece that does not open must not look like the end of a short file.
      const pieces = await Array.fromAsync(readFile(read => read(tx), open, file.id))
      return { pieces, name: file.name }
    })
    if (saved instanceof Response) return saved
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(saved.name),
    }
    return new Response(new Blob(saved.pieces as Uint8Array<ArrayBuffer>[]), { headers })
  })
