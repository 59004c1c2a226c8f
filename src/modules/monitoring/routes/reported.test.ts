import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepReportFile } from '#modules/monitoring/actions/keep-report-file.ts'
import { inScope } from '#platform/database/scope.ts'
import { newReceipt } from '#platform/vault/index.ts'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { jpeg, pdf } from '#tests/file-samples.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { countQueries } from '#tests/query-count.ts'
import { hidden } from '#tests/reports.ts'
import { given } from '#tests/vault-desk.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { submitReport } from '../actions/submit-report.ts'
import { checkReport } from '../forms/report.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let locked: Present
let foreign: Present

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'intake')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  locked = await monitorOf(stage, place, 'locked', { opened: false })
  foreign = await monitorOf(stage, await foundCoalition(stage, 'intake-elsewhere'), 'foreign')
})
afterAll(() => stage.close())

const at = (path = '') => `/en/intake/reports${path}`

const answers = {
  whose: 'self',
  naming: 'named',
  name: 'Radmila',
  what: 'They refused us the flat.',
  precision: 'half_year',
  half: '2',
  year: '2025',
  region: 'UA-51',
  town: 'Odesa',
  place: 'Derybasivska 1',
  wishes: ['authority'],
  contact: 'radmila@home.example',
  uses: ['authority', 'media'],
}

/** Hands in a report, with these files. Returns its id. */
async function reported(over: Record<string, string | string[]> = {}, files: File[] = []): Promise<string> {
  const checked = checkReport({ ...answers, ...over })
  if (!checked.ok) throw new Error('the report is not whole')
  const [id, receipt] = [crypto.randomUUID(), newReceipt()]
  await inScope(stage.platform.database.request, { umbrella: place.id, account: null }, 'write', async tx => {
    for (const file of files) given(await keepReportFile(tx, receipt, file))
    given(await submitReport(tx, { id, receipt, locale: 'pl', told: checked.report }))
  })
  return id
}

const read = async (who: Present, path: string) => (await who.browser.get(at(path))).text()
const opened = (who: Present, id: string, reason = 'A new report') =>
  who.browser.post(at(`/${id}/opening`), { reason })
const row = async (id: string) =>
  (await stage.platform.database.owner.query('select * from monitoring.reports where id = $1', [id])).rows[0]

describe('the list of reports', () => {
  test('is for monitors with a second factor, of the coalition itself', async () => {
    const id = await reported()
    for (const path of ['', `/${id}`, '/new', `/incident?report=${id}`]) {
      expect((await new Visitor(stage).get(at(path))).status, path).toBe(303)
      expect((await place.coordinators[0].browser.get(at(path))).status, path).toBe(403)
      expect((await foreign.browser.get(at(path))).status, path).toBe(403)
      expect((await vera.browser.get(at(path))).status, path).toBe(200)
    }
    expect((await foreign.browser.get(`/en/intake-elsewhere/reports/${id}`)).status).toBe(404)
    expect((await foreign.browser.get(`/en/intake-elsewhere/reports/incident?report=${id}`)).status).toBe(404)
    expect((await vera.browser.get(at('/soon'))).status).toBe(404)
  })

  test('says nothing of what was told, and is empty with a word of hope', async () => {
    const id = await reported()
    const html = await read(vera, '')
    expect(html).toContain(id)
    for (const word of ['Radmila', 'refused', 'Derybasivska', 'home.example'])
      expect(html).not.toContain(word)
    const elsewhere = await foreign.browser.get('/en/intake-elsewhere/reports')
    expect(await elsewhere.text()).toContain('Nothing is waiting')
  })

  test('goes on where a page ends, in as many statements as with one', async () => {
    const asked = countQueries(stage.platform.database)
    await read(vera, '')
    const few = asked().length
    for (let n = 0; n < 32; n++) await reported()
    asked()
    const first = await read(vera, '')
    expect(asked().length).toBe(few)
    const ids = (html: string) => [...html.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id]) => id)
    const next = /href="[^"]*\?(after=[^"]+)"/.exec(first)![1]
    const second = ids(await read(vera, `?${next}`))
    expect(ids(first)).toHaveLength(30)
    expect(second.length).toBeGreaterThan(0)
    expect(second.filter(id => ids(first).includes(id))).toEqual([])
    expect((await vera.browser.get(at('?after=none_soon_x'))).status).toBe(200)
  })
})

describe('one report', () => {
  test('is closed until somebody says why, and colleagues read who opened it', async () => {
    const id = await reported()
    expect(await read(vera, `/${id}`)).not.toContain('refused')
    expect((await opened(vera, id, '')).status).toBe(422)
    expect((await opened(vera, crypto.randomUUID())).status).toBe(404)
    const page = await opened(vera, id)
    expect(page.status).toBe(200)
    const html = await page.text()
    for (const word of ['Radmila', 'refused us', 'Derybasivska 1', 'radmila@home.example', 'Polish'])
      expect(html, word).toContain(word)
    const after = await read(ivan, `/${id}`)
    expect(after).toContain('A new report')
    expect(after).not.toContain('Radmila')
  })

  test('leads to the vault and back where it is locked', async () => {
    const id = await reported()
    const away = await opened(locked, id)
    expect(away.headers.get('location')).toContain('/account/vault/unlock')
    expect((await vera.browser.get(at(`/${id}/opening`))).headers.get('location')).toBe(at(`/${id}`))
  })

  test('shows what is agreed to, what is not, and the word that we gave', async () => {
    const html = await read(vera, `/${await reported()}`)
    expect(html).toMatch(/Agreed to:[^<]*<\/strong> Passing it on to an authority[\s\S]*We promised to ask/)
    expect(html).toMatch(/Agreed to:[^<]*<\/strong> Telling it to the media[\s\S]*no names and no places/)
    expect(html).toMatch(/Not agreed to:[^<]*<\/strong> Statistics/)
    expect(html).toContain('Before anything goes to an authority')
    expect(html).toContain('2 entries, day by day')
  })

  test('is answered into the mailbox once, however often the page is sent', async () => {
    const id = await reported()
    const html = await (await opened(vera, id)).text()
    const fields = { reason: 'A new report', turn: hidden(html, 'turn'), text: 'Thank you. Who saw it?' }
    const missing = await vera.browser.post(at(`/${id}/messages`), { ...fields, text: '' })
    expect(missing.status).toBe(422)
    expect(await missing.text()).toContain('Radmila')
    for (let n = 0; n < 2; n++)
      expect((await vera.browser.post(at(`/${id}/messages`), fields)).status).toBe(303)
    expect((await row(id)).waiting_since).toBeNull()
    const told = await (await opened(ivan, id)).text()
    expect(told.match(/Who saw it\?/g)).toHaveLength(1)
    const foreigners = await foreign.browser.post(at(`/${id}/messages`), fields)
    expect(foreigners.status).toBe(403)
  })

  test('keeps what was typed when the vault was locked meanwhile', async () => {
    const id = await reported()
    const fields = { reason: 'A new report', turn: crypto.randomUUID(), text: 'A long answer' }
    const back = await locked.browser.post(at(`/${id}/messages`), fields)
    expect(back.status).toBe(422)
    const html = await back.text()
    expect(html).toContain('A long answer')
    expect(html).toContain('Unlock it in another tab')
    expect(html).not.toContain('Radmila')
  })

  test('is closed, and stands among the closed ones', async () => {
    const id = await reported()
    expect((await vera.browser.post(at(`/${id}/closing`))).status).toBe(303)
    expect((await row(id)).closed_on).not.toBeNull()
    expect(await read(vera, '?view=closed')).toContain(id)
    expect((await place.coordinators[0].browser.post(at(`/${id}/closing`))).status).toBe(403)
  })
})

describe('a file of a report', () => {
  test('is a picture behind a veil, without its traces, or the original to save', async () => {
    const photo = new File([new Uint8Array(jpeg)], 'фото.jpg')
    const id = await reported({}, [photo, new File([new Uint8Array(pdf)], 'letter.pdf')])
    const html = await (await opened(vera, id)).text()
    expect(html.match(/Look at the picture/g)).toHaveLength(1)
    expect(html).not.toContain('<img')
    const [path] = /\/files\/[0-9a-f-]{36}(?=")/.exec(html)!
    const look = await (await vera.browser.post(at(`/${id}${path}`), { reason: 'Looking' })).text()
    expect(look).toMatch(
      /<input class="checkbox" type="checkbox"[^>]*>[\s\S]*<img src="data:image\/jpeg;base64,/,
    )
    const saved = await vera.browser.post(at(`/${id}${path}/original`), { reason: 'Evidence' })
    expect(saved.headers.get('content-disposition')).toContain('attachment')
    expect(Buffer.from(await saved.arrayBuffer()).equals(jpeg)).toBe(true)
    expect((await vera.browser.post(at(`/${id}${path}`), { reason: '' })).status).toBe(422)
    const other = await reported()
    expect((await vera.browser.post(at(`/${other}${path}`), { reason: 'Looking' })).status).toBe(404)
    expect((await foreign.browser.post(at(`/${id}${path}`), { reason: 'Looking' })).status).toBe(403)
    expect((await locked.browser.post(at(`/${id}${path}`), { reason: 'Looking' })).status).toBe(303)
  })

  test('that does not open is said to be so', async () => {
    const id = await reported({}, [new File([new Uint8Array(jpeg)], 'photo.jpg')])
    const [path] = /\/files\/[0-9a-f-]{36}(?=")/.exec(await (await opened(vera, id)).text())!
    await stage.platform.database.owner.query(
      'update vault.file_chunks set bytes = set_byte(bytes, 20, 255 - get_byte(bytes, 20)) where file_id = $1',
      [path.split('/').at(-1)],
    )
    for (const way of [path, `${path}/original`]) {
      const answer = await vera.browser.post(at(`/${id}${way}`), { reason: 'Looking' })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('it arrived damaged')
    }
  })
})
