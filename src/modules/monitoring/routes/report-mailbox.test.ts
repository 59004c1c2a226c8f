import { describe, expect, it } from 'vitest'
import { newReceipt } from '#platform/vault/index.ts'
import { countQueries } from '#tests/query-count.ts'
import { freeReports, hidden, openReportDesk } from '#tests/reports.ts'
import { Visitor } from '#tests/visitor.ts'
import { answerReport, closeReport } from '../actions/answer-report.ts'
import { reportFacts } from '../queries/report-list.ts'
import { readReport } from '../queries/reports.ts'
import { keepMailbox, keepReport } from '../report/kept-report.ts'

const { vault, platform, app, stage, monitor, at, report, recordIds, asMonitor } = await openReportDesk()
const visitor = new Visitor(stage)
const [umbrella] = app.umbrellas.list().filter(({ id }) => id === vault.umbrella)
const place = { platform, umbrella: umbrella! }

const open = (receipt: string, locale = 'en') => visitor.post(at('/report/mailbox', locale), { receipt })
const act = (what: string, fields: Record<string, string | string[]>) =>
  visitor.post(at(`/report/mailbox/${what}`), fields)
const shadows = () => vault.as(monitor.account, freeReports)
const factsOf = async (id: string) => (await vault.as(monitor.account, tx => reportFacts(tx, id)))!

/** A report that nobody else touches, with what monitors know of it. */
async function newReport() {
  const before = new Set(await recordIds())
  const receipt = await report()
  const record = (await recordIds()).find(id => !before.has(id))!
  const shadow = (await shadows()).find(({ recordId }) => recordId === record)!
  return { receipt, record, id: shadow.id }
}

describe('a receipt', () => {
  it('opens the mailbox, however it was typed, and never shows what was told', async () => {
    const { receipt } = await newReport()
    const page = await open(` ${receipt.toLowerCase().replaceAll('-', ' ')} `)
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('No messages yet')
    for (const told of ['Нам відмовили', 'Одеса', 'Дерибасівська', receipt]) expect(html).not.toContain(told)
  })

  it('that nobody has is answered like one that is known: status, headers, length, questions to the database', async () => {
    const { receipt } = await newReport()
    const asked = countQueries(vault.database)
    const known = await open(receipt)
    const first = asked()
    const unknown = await open(newReceipt())
    expect(asked()).toEqual(first)
    // The receipt, the report, its messages.
    expect(first.length).toBeGreaterThanOrEqual(3)
    expect(unknown.status).toBe(known.status)
    expect([...unknown.headers]).toEqual([...known.headers])
    expect(known.headers.get('cache-control')).toBe('no-store, no-transform')
    const [long, short] = [await known.arrayBuffer(), await unknown.arrayBuffer()]
    expect(short.byteLength).toBe(long.byteLength)
    expect(new TextDecoder().decode(short)).toContain('There is no report with this receipt')
  })

  it('of a report that was begun and never sent is not known', async () => {
    const report = {
      ...{ id: crypto.randomUUID(), receipt: newReceipt(), step: 'files' as const },
      ...{ values: {}, files: [], until: Date.now() + 100_000 },
    }
    const kept = await keepReport(place, report)
    await visitor.upload(at('/report/new'), { kept, go: 'stay' }, { file: new File(['x'], 'x.txt') })
    expect(await (await open(report.receipt)).text()).toContain('There is no report with this receipt')
  })

  it('that cannot be one comes back to be corrected', async () => {
    const page = await open('ABC')
    expect(page.status).toBe(422)
    expect(await page.text()).toContain('value="ABC"')
  })

  it('of another coalition opens nothing here', async () => {
    const elsewhere = await openReportDesk()
    const page = await open(await elsewhere.report())
    expect(await page.text()).toContain('There is no report with this receipt')
  })

  it('is asked for again after an hour, and when the field was changed', async () => {
    const { receipt } = await newReport()
    const kept = await keepMailbox(place, receipt)
    for (const wrong of [kept.slice(0, -4), '', await keepReport(place, {} as never)]) {
      const page = await act('messages', { kept: wrong, text: 'x' })
      expect(page.status).toBe(409)
      expect(await page.text()).toContain('type your receipt again')
    }
  })
})

describe('a conversation', () => {
  it('goes both ways, sealed, and a page sent twice writes once', async () => {
    const { receipt, record, id } = await newReport()
    const kept = hidden(await (await open(receipt)).text())
    for (const _ of [1, 2]) {
      const page = await act('messages', { kept, text: 'Вони повернулися вчора.' })
      expect(await page.text()).toContain('Your message has been sent')
    }
    const told = await asMonitor(record, async (tx, opened) => {
      const inside = await readReport(tx, opened)
      await answerReport(tx, opened, { report: id, text: 'Чи є свідки?' })
      return inside.messages
    })
    expect(told.map(({ from, text }) => [from, text])).toEqual([['reporter', 'Вони повернулися вчора.']])
    const html = await (await open(receipt)).text()
    expect(html).toMatch(/Monitoring team[\s\S]*Чи є свідки\?/)
    expect(html.match(/Вони повернулися вчора/g)).toHaveLength(1)
  })

  it('says to the monitors who waits, also when a report was closed', async () => {
    const { receipt, record, id } = await newReport()
    const waits = async () => (await factsOf(id)).report
    expect((await waits()).waitingSince).not.toBeNull()
    await asMonitor(record, (tx, opened) => answerReport(tx, opened, { report: id, text: 'Дякуємо.' }))
    expect((await waits()).waitingSince).toBeNull()
    await vault.as(monitor.account, tx => closeReport(tx, { report: id, record }))
    expect((await shadows()).map(shadow => shadow.id)).not.toContain(id)
    const page = await open(receipt)
    const html = await page.text()
    expect(html).toContain('has closed this report')
    await act('messages', { kept: hidden(html), text: 'Ще одне' })
    expect((await shadows()).map(shadow => shadow.id)).toContain(id)
    expect((await waits()).waitingSince).not.toBeNull()
  })

  it('refuses an empty message and keeps a long one', async () => {
    const { receipt } = await newReport()
    const kept = hidden(await (await open(receipt)).text())
    const empty = await act('messages', { kept, text: ' ' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('href="#messages-text"')
    const long = 'ж'.repeat(20_001)
    const page = await act('messages', { kept, text: long })
    expect(page.status).toBe(422)
    expect(await page.text()).toContain(long)
  })

  it('is not for other people: nobody but a monitor answers, and not in another record', async () => {
    const [mine, other] = [await newReport(), await newReport()]
    const outsider = await vault.colleague('lawyer')
    const closing = { report: mine.id, record: mine.record }
    expect((await vault.as(outsider.account, tx => closeReport(tx, closing))).ok).toBe(false)
    expect((await vault.as(null, tx => closeReport(tx, closing))).ok).toBe(false)
    const wrong = await asMonitor(mine.record, (tx, opened) =>
      answerReport(tx, opened, { report: other.id, text: 'x' }),
    )
    expect(wrong.ok).toBe(false)
  })
})

describe('consents', () => {
  it('are taken back and given by the receipt, each on record', async () => {
    const { receipt, id } = await newReport()
    const kept = hidden(await (await open(receipt)).text())
    const page = await act('consents', { kept, 'uses[]': ['statistics', 'lawyer'] })
    expect(await page.text()).toMatch(/value="lawyer" checked/)
    const { report: shadow, ledger } = await factsOf(id)
    expect(shadow.consents).toEqual(['lawyer', 'statistics'])
    expect(ledger.map(({ use, given }) => `${use} ${given}`)).toEqual([
      'statistics true',
      'map true',
      'map false',
      'lawyer true',
    ])
    await act('consents', { kept })
    expect((await factsOf(id)).report.consents).toEqual([])
  })

  it('are given by nobody else, and no line of the ledger is changed', async () => {
    const { id } = await newReport()
    const line = 'insert into monitoring.report_consents (report_id, use, given) values ($1, $2, true)'
    for (const account of [monitor.account, null]) {
      const attempt = vault.as(account, tx => tx.$client.query(line, [id, 'media']))
      await expect(attempt).rejects.toThrow(/row-level security/)
    }
    const change = vault.sql('update monitoring.report_consents set given = false where report_id = $1', [id])
    await expect(change).rejects.toThrow()
  })
})
