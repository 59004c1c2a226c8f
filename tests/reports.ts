import { listReports, type ReportLine } from '#modules/monitoring/queries/report-list.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { OpenRecord } from '#platform/vault/index.ts'
import { openRecord } from '#platform/vault/index.ts'
import { createApp } from '#src/app.ts'
import { testPlatform } from './platform.ts'
import { openVaultDesk, type Somebody } from './vault-desk.ts'
import { type Stage, Visitor } from './visitor.ts'

type Fields = Record<string, string | string[]>

/** The answers of a whole report, by the name of each question. */
export const wholeReport = {
  whose: { whose: 'self' },
  name: { naming: 'anonymous' },
  what: { what: 'Нам відмовили в житлі.' },
  when: { precision: 'month' },
  day: { month: '03', year: '2026' },
  where: { region: 'UA-51', town: 'Одеса', place: 'Дерибасівська, 1' },
  whom: { whom: 'Ромська родина' },
  why: { 'signs[]': ['WORDS', 'PATTERN'], why: '' },
  after: { reported: 'no', after: '' },
  files: {},
  wish: { 'wishes[]': ['legal'], contact: '', safely: '' },
  consents: { 'uses[]': ['statistics', 'map'] },
} satisfies Record<string, Fields>

/** The value of a hidden field in a page. */
export const hidden = (html: string, name = 'kept'): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** The receipt that a page shows. */
export const receiptIn = (html: string): string => /<code>([0-9A-Z-]{24})<\/code>/.exec(html)?.[1] ?? ''

/** Reports that are part of no incident yet, as monitors see them. */
export const freeReports = async (tx: Tx): Promise<ReportLine[]> =>
  (await listReports(tx, 'todo', null)).lines.filter(({ incident }) => incident === null)

/** An umbrella with a monitor who has a key, and browsers without JavaScript that report to it. */
export async function openReportDesk() {
  const vault = await openVaultDesk()
  const platform = await testPlatform(4999, vault.database)
  const app = await createApp(platform)
  const monitor = await vault.colleague('monitor')
  const stage = { platform, app } as Stage
  const at = (path: string, locale = 'en', umbrella = vault.umbrella) => `/${locale}/u-${umbrella}${path}`

  /** Answers every question up to `until` (not answered), and returns the page. */
  async function answer(answers: Record<string, Fields>, visitor = new Visitor(stage)): Promise<string> {
    let html = await (await visitor.get(at('/report/new'))).text()
    for (const fields of Object.values(answers)) {
      const page = await visitor.post(at('/report/new'), { ...fields, kept: hidden(html), go: 'next' })
      html = await page.text()
    }
    return html
  }

  /** A whole report; returns its receipt. */
  async function report(answers: Record<string, Fields> = wholeReport): Promise<string> {
    const review = await answer(answers)
    const sent = await new Visitor(stage).post(at('/report/new'), { kept: hidden(review), go: 'next' })
    return receiptIn(await sent.text())
  }

  const recordIds = async () =>
    (
      await vault.sql('select record_id as id from monitoring.reports where umbrella_id = $1', [
        vault.umbrella,
      ])
    ).map(({ id }) => id as string)

  /** Opens a record as the monitor, who says why. */
  const asMonitor = <T>(
    record: string,
    work: (tx: Parameters<Parameters<typeof vault.opened>[1]>[0], open: OpenRecord) => Promise<T>,
    who: Somebody = monitor,
  ): Promise<T> =>
    vault.opened(who, async (tx, key) => {
      const open = await openRecord(tx, key, record, 'to look')
      if (!open) throw new Error('the record does not open')
      return work(tx, open)
    })

  return { vault, platform, app, stage, monitor, at, answer, report, recordIds, asMonitor }
}
