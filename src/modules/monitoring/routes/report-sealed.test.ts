import { describe, expect, it } from 'vitest'
import { readFile } from '#platform/vault/index.ts'
import { newKeyPair } from '#platform/vault/seal.ts'
import { freeReports, openReportDesk } from '#tests/reports.ts'
import { answers, pieces, sealingBrowser } from '#tests/sealing-browser.ts'
import { Visitor } from '#tests/visitor.ts'
import { openReport } from '../actions/open-reports.ts'
import { readReport } from '../queries/reports.ts'

type Reading = Parameters<typeof readFile>[0]
type Desk = Awaited<ReturnType<typeof openReportDesk>>

const desk = await openReportDesk()
const { vault, monitor, stage, at, asMonitor, recordIds } = desk
const megabyte = 1024 * 1024

const sealedOf = (form: FormData) => JSON.parse(String(form.get('sealed')))
const change = (form: FormData, what: object) =>
  form.set('sealed', JSON.stringify({ ...sealedOf(form), ...what }))
const rowsOf = async (record: string) =>
  (await vault.sql('select count(*)::int as n from vault.records where id = $1', [record]))[0]!.n

async function refusedWith(tamper: (form: FormData) => void, path = '', on: Desk = desk) {
  const browser = await sealingBrowser(on, (to, form) => {
    if (to === path) tamper(form)
  })
  const outcome = await browser.send([pieces('a.txt', 'text/plain', [new Uint8Array(200_000).fill(7)])])
  expect(outcome.ok).toBe(false)
  expect(await recordIds()).not.toContain(browser.sealing.place.record)
  return outcome.ok ? null : outcome.says
}

describe('a report that was sealed in a browser', () => {
  it('is opened by monitors as any other', async () => {
    const { sealing, send } = await sealingBrowser(desk)
    expect(await send()).toEqual({ ok: true })
    const [shown] = await vault.as(monitor.account, freeReports)
    expect(shown).toMatchObject({ id: sealing.id, region: 'UA-51', consents: ['map', 'statistics'] })
    expect(String(shown!.month)).toBe('2026-03-01')
    const inside = await asMonitor(shown!.recordId, readReport)
    expect(inside.answers).toMatchObject({ version: 1, locale: 'uk', what: answers.what })
    expect(inside.answers.where).toMatchObject({ town: 'Одеса' })
  })

  it('hands in no word of it, no receipt and no key', async () => {
    const { sealing, send, sent } = await sealingBrowser(desk)
    const file = pieces('квиток.txt', 'text/plain', [Buffer.from('canary in a file')])
    expect(await send([file])).toEqual({ ok: true })
    const travelled = await Promise.all(sent.map(({ form }) => new Response(form).bytes()))
    const whole = Buffer.concat(travelled)
    expect(whole.length).toBeGreaterThan(1000)
    const secrets = [answers.what, answers.town, answers.place, 'canary in a file', 'квиток', sealing.receipt]
    for (const secret of secrets) expect(whole.includes(Buffer.from(String(secret)))).toBe(false)
    expect(whole.includes(Buffer.from('UA-51'))).toBe(true)
    for (const way of ['hex', 'base64'] as const) {
      expect(whole.includes(Buffer.from(sealing.dataKey).toString(way))).toBe(false)
    }
  })

  it('opens a mailbox with the receipt that was drawn in the browser', async () => {
    const { sealing, send } = await sealingBrowser(desk)
    await send()
    const page = await new Visitor(stage).post(at('/report/mailbox'), { receipt: sealing.receipt })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Write to the team')
  })

  it('brings files of many chunks, chunk by chunk', async () => {
    const { sealing, send, sent } = await sealingBrowser(desk)
    const parts = Array.from({ length: 5 }, (_, n) => new Uint8Array(megabyte / 2).fill(n))
    const files = [pieces('../фото\u202e.jpg', 'image/jpeg', parts), pieces('b', '', [new Uint8Array([1])])]
    expect(await send(files)).toEqual({ ok: true })
    for (const { form } of sent)
      expect((await new Response(form).bytes()).length).toBeLessThan(1.2 * megabyte)
    const read = await asMonitor(sealing.place.record, async (tx, opened) => {
      const reading: Reading = work => work(tx)
      const { files } = await readReport(tx, opened)
      const photo = files.find(({ name }) => name === '..фото.jpg')!
      const content = await Array.fromAsync(readFile(reading, opened, photo.id))
      return { files, content: Buffer.concat(content) }
    })
    expect(read.files.map(({ size }) => size).sort()).toEqual([1, 2.5 * megabyte])
    expect(read.content.equals(Buffer.concat(parts))).toBe(true)
  })

  it('arrives once, however often a bad connection sends it', async () => {
    let lost = 0
    const { sealing, send, sent } = await sealingBrowser(desk, () => {
      if (lost++ % 2 === 0) throw new TypeError('no network')
    })
    const file = pieces('a.txt', 'text/plain', [new Uint8Array(70_000)])
    expect(await send([file])).toEqual({ ok: true })
    const uploads = sent.filter(({ path }) => path === '/chunks').length
    expect(await send([file])).toEqual({ ok: true })
    expect(sent.filter(({ path }) => path === '/chunks')).toHaveLength(uploads)
    expect((await recordIds()).filter(id => id === sealing.place.record)).toHaveLength(1)
    const inside = await asMonitor(sealing.place.record, readReport)
    expect(inside.files).toHaveLength(1)
  })

  it('leaves out a file that was taken out of it after it had arrived', async () => {
    let broken = true
    const { sealing, send } = await sealingBrowser(desk, path => {
      if (path === '' && broken) return Response.json({ says: 'not now', again: false }, { status: 409 })
    })
    const [one, two] = ['one', 'two'].map(name => pieces(name, '', [Buffer.from(name)]))
    expect(await send([one!, two!])).toEqual({ ok: false, says: 'not now' })
    broken = false
    expect(await send([two!])).toEqual({ ok: true })
    const inside = await asMonitor(sealing.place.record, readReport)
    expect(inside.files.map(({ name }) => name)).toEqual(['two'])
  })

  it('is sealed anew when the team’s key changes while it is being sent', async () => {
    let stale: unknown
    const { sealing, send } = await sealingBrowser(desk, (path, form) => {
      if (path !== '' || stale) return
      stale = sealedOf(form).team
      change(form, { team: { ...sealedOf(form).team, id: crypto.randomUUID() } })
    })
    expect(await send()).toEqual({ ok: true })
    expect((await asMonitor(sealing.place.record, readReport)).answers.what).toBe(answers.what)
  })
})

describe('what is refused', () => {
  it.each<[string, (form: FormData) => void]>([
    ['no stanza for the team', form => change(form, { team: undefined })],
    ['no receipt', form => change(form, { receipt: undefined })],
    ['a stanza that is cut off', form => change(form, { team: { ...sealedOf(form).team, sealed: 'AAAA' } })],
    ['a region that is none', form => change(form, { region: 'UA-99' })],
    ['a month without a precision', form => change(form, { precision: null })],
    ['a month to come', form => change(form, { month: '2099-01-01' })],
    ['a consent that nobody asks for', form => change(form, { uses: ['everything'] })],
    ['an id that tells the time', form => change(form, { id: '0190f3a2-0000-7000-8000-000000000000' })],
    ['answers that are not sealed', form => form.set('bytes', new Blob(['{"what":"plain"}']))],
    ['answers that are missing', form => form.delete('bytes')],
    ['what is no JSON', form => form.set('sealed', '{')],
    ['a file that is not there', form => change(form, { files: [{ id: crypto.randomUUID(), chunks: 1 }] })],
    [
      'a file with fewer chunks than it has',
      form => change(form, { files: sealedOf(form).files.map((file: object) => ({ ...file, chunks: 2 })) }),
    ],
  ])('%s', async (_, tamper) => {
    expect(await refusedWith(tamper)).toMatch(/arrived incomplete or changed/)
  })

  it('a file of which a chunk got lost', async () => {
    const { sealing, send } = await sealingBrowser(desk, (path, form) => {
      if (path === '/chunks' && sealedOf(form).position === 0) return Response.json({})
    })
    const file = pieces('a', '', [new Uint8Array(2.5 * megabyte)])
    expect(await send([file])).toMatchObject({ ok: false, says: expect.stringMatching(/incomplete/) })
    expect(await recordIds()).not.toContain(sealing.place.record)
  })

  it('chunks of a file that never began, or that belong to another report', async () => {
    expect(await refusedWith(form => change(form, { file: crypto.randomUUID() }), '/chunks')).toMatch(
      /incomplete/,
    )
    const other = await sealingBrowser(desk)
    await other.send([pieces('a', '', [new Uint8Array(10)])])
    const begun = sealedOf(other.sent.find(({ path }) => path === '/files')!.form)
    expect(await refusedWith(form => change(form, { file: begun.file }), '/chunks')).toMatch(/incomplete/)
  })

  it('a receipt that belongs to another report, and a record that belongs to another receipt', async () => {
    const other = await sealingBrowser(desk)
    await other.send()
    const { stanza, place } = other.sealing
    expect(await refusedWith(form => change(form, { receipt: stanza }))).toMatch(/incomplete/)
    expect(await refusedWith(form => change(form, { receipt: stanza }), '/files')).toMatch(/incomplete/)
    const thief = await sealingBrowser(desk, (_, form) => change(form, { record: place.record }))
    expect(await thief.send()).toMatchObject({ ok: false, says: expect.stringMatching(/incomplete/) })
    expect((await asMonitor(place.record, readReport)).answers.what).toBe(answers.what)
  })

  it('another file once the report is stored', async () => {
    const browser = await sealingBrowser(desk)
    await browser.send()
    expect(await browser.send([pieces('late', '', [new Uint8Array(5)])])).toMatchObject({ ok: false })
    expect((await asMonitor(browser.sealing.place.record, readReport)).files).toEqual([])
  })

  it('everything, where nobody could read it', async () => {
    const empty = await openReportDesk()
    await empty.vault.takeRole(empty.monitor)
    await empty.vault.sql('delete from vault.team_seals')
    const { send, sealing } = await sealingBrowser(empty)
    expect(await send()).toMatchObject({ ok: false, says: expect.stringMatching(/./) })
    expect(await empty.vault.sql('select from vault.records where id = $1', [sealing.place.record])).toEqual(
      [],
    )
  })

  it('and leaves nothing behind', async () => {
    const { sealing, send } = await sealingBrowser(desk, (path, form) => {
      if (path === '') change(form, { team: { ...sealedOf(form).team, id: crypto.randomUUID() } })
    })
    expect(await send()).toMatchObject({ ok: false, says: expect.stringMatching(/key has just changed/) })
    expect(await rowsOf(sealing.place.record)).toBe(0)
  })
})

describe('what could not be looked into', () => {
  it('is shown to monitors as what does not open, instead of breaking their page', async () => {
    const { publicKey } = await newKeyPair()
    const { sealing, send } = await sealingBrowser(desk, (path, form) => {
      if (path === '')
        change(form, {
          team: {
            ...sealedOf(form).team,
            sealed: Buffer.concat([publicKey, publicKey, Buffer.alloc(17)]).toString('base64'),
          },
        })
    })
    expect(await send()).toEqual({ ok: true })
    await vault.opened(monitor, async (tx, key) => {
      expect(await openReport(tx, key, sealing.place.record, 'to look')).toBeNull()
    })
  })
})
