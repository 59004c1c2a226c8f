import { describe, expect, it } from 'vitest'
import { freeReports, hidden, openReportDesk, receiptIn, wholeReport } from '#tests/reports.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { Visitor } from '#tests/visitor.ts'
import { readReport } from '../queries/reports.ts'
import { keepReport } from '../report/kept-report.ts'
import { steps } from '../report/steps.ts'

const { vault, platform, app, stage, monitor, at, answer, report, recordIds, asMonitor } =
  await openReportDesk()
const visitor = new Visitor(stage)
const post = (fields: Record<string, string | string[]>) => visitor.post(at('/report/new'), fields)

describe('the way of a report', () => {
  it('begins with emergency numbers and the language, and says what becomes of it', async () => {
    const html = await (await visitor.get(at('/report', 'uk'))).text()
    const main = html.slice(html.indexOf('<main'))
    expect(main.indexOf('tel:112')).toBeGreaterThan(0)
    expect(main.indexOf('tel:112')).toBeLessThan(main.indexOf('<h1'))
    for (const locale of ['uk', 'pl', 'en']) expect(main).toContain(`href="${at('/report/new', locale)}"`)
  })

  it('asks one question a page, from the first to the receipt, and sets no cookie', async () => {
    const html = await answer(wholeReport)
    expect(html).toContain('Check before you send')
    const page = await post({ kept: hidden(html), go: 'next' })
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(receiptIn(await page.text())).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(visitor.cookies.size).toBe(0)
    expect(Object.keys(wholeReport)).toEqual(steps.slice(0, -1))
  })

  it('offers a way out on every page that leaves no trace of where it came from', async () => {
    for (const path of ['/report', '/report/new', '/report/mailbox']) {
      const html = await (await visitor.get(at(path, 'pl'))).text()
      expect(html).toMatch(/<p-exit><a [^>]*href="https:\/\/pl\.wikipedia\.org\/" rel="noreferrer noopener"/)
    }
  })

  it('stores what was told for the monitors alone, and in the open a region and a month', async () => {
    await report()
    const [shown] = await vault.as(monitor.account, freeReports)
    expect(shown).toMatchObject({ region: 'UA-51', precision: 'month', consents: ['map', 'statistics'] })
    expect(shown!.month).toBe('2026-03-01')
    const inside = await asMonitor(shown!.recordId, readReport)
    expect(inside.answers).toMatchObject({
      version: 1,
      whose: 'self',
      what: 'Нам відмовили в житлі.',
      where: { town: 'Одеса', place: 'Дерибасівська, 1' },
      wishes: ['legal'],
    })
    expect(await vault.as((await vault.colleague('lawyer')).account, freeReports)).toEqual([])
  })

  it('never puts an answer into an address', async () => {
    const html = await answer(wholeReport)
    const links = [...html.matchAll(/(?:href|action|formaction)="([^"]*)"/g)].map(match => match[1])
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(decodeURIComponent(link!)).not.toMatch(/Одеса|Нам|UA-51|kept/)
    expect(html).not.toMatch(/<form[^>]*method="get"/)
  })

  it('is stored once, however often a bad connection sends it, and every answer has the receipt', async () => {
    const review = hidden(await answer(wholeReport))
    const before = (await recordIds()).length
    const pages = await Promise.all([1, 2, 3].map(() => post({ kept: review, go: 'next' })))
    const receipts = await Promise.all(pages.map(async page => receiptIn(await page.text())))
    expect(new Set(receipts).size).toBe(1)
    expect(receipts[0]).not.toBe('')
    expect((await recordIds()).length).toBe(before + 1)
  })

  it('saves the receipt as a file whose name says nothing', async () => {
    const sent = await (await post({ kept: hidden(await answer(wholeReport)), go: 'next' })).text()
    const file = await visitor.post(at('/report/receipt'), { kept: hidden(sent) })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="code.txt"')
    expect(await file.text()).toContain(receiptIn(sent))
  })
})

describe('a refused answer', () => {
  it('comes back with what was typed and every problem', async () => {
    const { whose, name, what, when, day, where, whom, why, after, files } = wholeReport
    const html = await answer({ whose, name, what, when, day, where, whom, why, after, files })
    const page = await post({
      kept: hidden(html),
      go: 'next',
      'wishes[]': ['record', 'call'],
      safely: 'лише вранці',
    })
    expect(page.status).toBe(422)
    const refused = await page.text()
    for (const field of ['wishes', 'contact']) expect(refused).toContain(`href="#field-${field}"`)
    expect(refused).toContain('лише вранці')
    expect(refused).toMatch(/value="call" checked/)
  })

  it('is kept when somebody goes back, and named on the last page beside all others', async () => {
    let html = await answer({ whose: wholeReport.whose })
    html = await (await post({ kept: hidden(html), naming: 'named', name: '', go: 'back' })).text()
    html = await (await post({ kept: hidden(html), whose: 'saw', go: 'review' })).text()
    const page = await post({ kept: hidden(html), go: 'next' })
    expect(page.status).toBe(422)
    const review = await page.text()
    for (const step of ['name', 'what']) expect(review).toContain(`href="#answer-${step}"`)
    html = await (await post({ kept: hidden(review), go: 'name' })).text()
    expect(html).toMatch(/value="named" checked/)
  })

  it.each([
    ['exact', { day: '2999-01-01' }, ['day']],
    ['exact', { day: 'yesterday' }, ['day']],
    ['range', { from: '2026-03-05', until: '2026-03-01' }, ['until']],
    ['range', {}, ['from', 'until']],
    ['month', { month: '13', year: '1026' }, ['month', 'year']],
    ['half_year', {}, ['half', 'year']],
  ])('of a day (%s, %o) names %o', async (precision, day, fields) => {
    const { whose, name, what } = wholeReport
    const html = await answer({ whose, name, what, when: { precision } })
    const page = await post({ kept: hidden(html), ...(day as Record<string, string>), go: 'next' })
    expect(page.status).toBe(422)
    const refused = await page.text()
    expect([...refused.matchAll(/href="#field-(\w+)"/g)].map(match => match[1])).toEqual(fields)
  })

  it('leaves out the day where nobody knows it', async () => {
    const { whose, name, what } = wholeReport
    const html = await answer({ whose, name, what, when: { precision: 'unknown' } })
    expect(html).toContain('Where was it?')
  })
})

describe('the hidden field', () => {
  it('carries the answers into another language', async () => {
    const html = await answer({ whose: wholeReport.whose, name: wholeReport.name })
    const page = await visitor.post(at('/report/new', 'pl'), {
      kept: hidden(html),
      what: 'Хтось',
      go: 'stay',
    })
    const polish = await page.text()
    expect(polish).toContain('Co się stało?')
    expect(polish).toContain('Хтось</textarea>')
  })

  it.each([
    ['changed', (kept: string) => `${kept.slice(0, 40)}${kept[40] === 'A' ? 'B' : 'A'}${kept.slice(41)}`],
    ['cut', (kept: string) => kept.slice(0, 90)],
    ['made up', () => 'AAAA'],
    ['empty', () => ''],
  ])('that was %s is refused kindly, and what was typed last is not lost', async (_, change) => {
    const html = await answer({ whose: wholeReport.whose, name: wholeReport.name })
    const page = await post({ kept: change(hidden(html)), what: 'Остання відповідь', go: 'next' })
    expect(page.status).toBe(409)
    const refused = await page.text()
    expect(refused).toContain('Please start again')
    const kept = hidden(await (await post({ kept: hidden(refused), whose: 'self', go: 'what' })).text())
    expect(await (await post({ kept, what: 'Остання відповідь', go: 'review' })).text()).toContain('Остання')
  })

  it('ends after a day', async () => {
    const [umbrella] = app.umbrellas.list().filter(({ id }) => id === vault.umbrella)
    const kept = await keepReport(
      { platform, umbrella: umbrella! },
      { id: crypto.randomUUID(), receipt: 'x', step: 'what', values: {}, files: [], until: Date.now() - 1 },
    )
    const page = await post({ kept, what: 'x', go: 'next' })
    expect(page.status).toBe(409)
    expect(await page.text()).toContain('More than a day has passed')
  })

  it('of another coalition is worth nothing here', async () => {
    const other = await newUmbrella(vault.database)
    await vault.colleague('monitor', other)
    await app.umbrellas.reload()
    const html = await answer({ whose: wholeReport.whose })
    const page = await visitor.post(at('/report/new', 'en', other), { kept: hidden(html), go: 'next' })
    expect(page.status).toBe(409)
  })
})

describe('a coalition whose monitors have no key', () => {
  it('says so, says where to turn, and takes nothing', async () => {
    const keyless = await newUmbrella(vault.database)
    await app.umbrellas.reload()
    const html = await (await visitor.get(at('/report', 'en', keyless))).text()
    expect(html).toContain('cannot take reports yet')
    expect(html).toContain('tel:0800501720')
    expect((await visitor.get(at('/report/new', 'en', keyless))).headers.get('location')).toBe(
      at('/report', 'en', keyless),
    )
    const [there] = app.umbrellas.list().filter(({ id }) => id === keyless)
    const values = { whose: 'self', naming: 'anonymous', what: 'x', precision: 'unknown' }
    const kept = await keepReport(
      { platform, umbrella: there! },
      {
        id: crypto.randomUUID(),
        receipt: '0000-0000-0000-0000-0000',
        step: 'review',
        values,
        files: [],
        until: Date.now() + 1000_000,
      },
    )
    const page = await visitor.post(at('/report/new', 'en', keyless), { kept, go: 'next' })
    expect(page.status).toBe(409)
    expect(await page.text()).toContain('was not stored')
    expect(await vault.sql('select from vault.records where umbrella_id = $1', [keyless])).toEqual([])
  })
})
