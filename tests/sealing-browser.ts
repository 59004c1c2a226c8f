import { type Post, ReportSending } from '#modules/monitoring/browser/send-report.ts'
import { checkReport } from '#modules/monitoring/forms/report.ts'
import { beginSealing, type FileToSeal } from '#modules/monitoring/report/seal-report.ts'
import type { FormValues } from '#platform/http/form.ts'
import type { openReportDesk } from './reports.ts'

type Desk = Awaited<ReturnType<typeof openReportDesk>>

/** A file that gives out its content in pieces, as a browser does. */
export const pieces = (name: string, type: string, parts: readonly Uint8Array[]): FileToSeal => ({
  name,
  type,
  size: parts.reduce((sum, part) => sum + part.length, 0),
  stream: async function* () {
    yield* parts
  },
})

/** The answers of a whole report that was told in a browser. */
export const answers: FormValues = {
  whose: 'self',
  naming: 'anonymous',
  what: 'Нам відмовили в житлі.',
  precision: 'month',
  month: '03',
  year: '2026',
  region: 'UA-51',
  town: 'Одеса',
  place: 'Дерибасівська, 1',
  signs: ['WORDS'],
  wishes: ['legal'],
  uses: ['statistics', 'map'],
}

/** What a browser does that seals by itself, against the program of a desk; `tamper` stands in the way. */
export async function sealingBrowser(
  { app, platform, at, vault }: Desk,
  tamper: (path: string, form: FormData) => unknown = () => null,
) {
  const sealing = await beginSealing(vault.umbrella)
  const sent: { path: string; form: FormData }[] = []
  const post: Post = async (path, form) => {
    const instead = tamper(path, form)
    if (instead instanceof Response) return instead
    sent.push({ path, form })
    const url = new URL(at(`/report/sealed${path}`), platform.config.origin)
    return app.fetch(
      new Request(url, { method: 'POST', body: form, headers: { origin: platform.config.origin } }),
    )
  }
  const sending = new ReportSending(sealing, post, { afterNothing: 1, afterTooMany: 1, tries: 3 })
  const send = (files: readonly FileToSeal[] = [], values = answers) => {
    const checked = checkReport(values)
    if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join(', '))
    return sending.send({ locale: 'uk', told: checked.report, files })
  }
  return { sealing, send, sent }
}
