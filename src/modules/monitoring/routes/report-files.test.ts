import { describe, expect, it } from 'vitest'
import { newReceipt, readFile } from '#platform/vault/index.ts'
import { jpeg, pdf } from '#tests/file-samples.ts'
import { hidden, openReportDesk, wholeReport } from '#tests/reports.ts'
import { Visitor } from '#tests/visitor.ts'
import { pictureToLookAt } from '../queries/report-files.ts'
import { readReport } from '../queries/reports.ts'
import { keepReport } from '../report/kept-report.ts'

type Reading = Parameters<typeof readFile>[0]

const { vault, platform, app, stage, at, report, recordIds, asMonitor } = await openReportDesk()
const visitor = new Visitor(stage)
const [umbrella] = app.umbrellas.list().filter(({ id }) => id === vault.umbrella)
const place = { platform, umbrella: umbrella! }

const open = (receipt: string) => visitor.post(at('/report/mailbox'), { receipt })

async function newReport() {
  const before = new Set(await recordIds())
  const receipt = await report()
  return { receipt, record: (await recordIds()).find(id => !before.has(id))! }
}

describe('a file', () => {
  const photo = new Uint8Array([
    0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
  ])

  it('is added in the mailbox as it is, with its hash', async () => {
    const { receipt, record } = await newReport()
    const kept = hidden(await (await open(receipt)).text())
    const missing = await visitor.post(at('/report/mailbox/files'), { kept })
    expect(missing.status).toBe(422)
    const file = new File([photo], 'C:\\фото<1>.jpg')
    const page = await visitor.upload(at('/report/mailbox/files'), { kept }, { file })
    expect(await page.text()).toContain('1 file so far')
    const { files } = await asMonitor(record, readReport)
    expect(files).toMatchObject([{ mediaType: 'image/jpeg', size: photo.length }])
    expect(files[0]!.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is looked at without the place and time that a camera wrote into it, and stays as it came', async () => {
    const { receipt, record } = await newReport()
    const kept = hidden(await (await open(receipt)).text())
    const comment = Buffer.from('fffe0010 5265706f727420656d6261737379'.replaceAll(' ', ''), 'hex')
    const traced = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])
    const photo = new File([traced], 'photo.jpg')
    await visitor.upload(at('/report/mailbox/files'), { kept }, { file: photo })
    await visitor.upload(at('/report/mailbox/files'), { kept }, { file: new File([pdf], 'letter.pdf') })
    const { shown, original, letter } = await asMonitor(record, async (tx, opened) => {
      const read: Reading = work => work(tx)
      const { files } = await readReport(tx, opened)
      const [picture, document] = ['photo.jpg', 'letter.pdf'].map(name => files.find(f => f.name === name)!)
      return {
        shown: await pictureToLookAt(read, opened, picture!),
        original: Buffer.concat(await Array.fromAsync(readFile(read, opened, picture!.id))),
        letter: await pictureToLookAt(read, opened, document!),
      }
    })
    expect(original.includes('Report embassy')).toBe(true)
    expect(original.equals(traced)).toBe(true)
    expect(shown!.includes('Report embassy')).toBe(false)
    expect(letter).toBeNull()
  })

  it('comes with a report from its page, can be taken off before, and is the monitors’ only when it is sent', async () => {
    const { whose, name, what } = wholeReport
    const values = { ...whose, ...name, ...what, precision: 'unknown' }
    const receipt = newReceipt()
    const begun = { id: crypto.randomUUID(), receipt, values, files: [], until: Date.now() + 100_000 }
    let kept = await keepReport(place, { ...begun, step: 'files' })
    const add = async (label: string, go: string) => {
      const page = await visitor.upload(at('/report/new'), { kept, go }, { file: new File([photo], label) })
      const html = await page.text()
      kept = hidden(html)
      return html
    }
    const none = await visitor.post(at('/report/new'), { kept, go: 'add' })
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('href="#field-file"')
    const first = await add('перше.jpg', 'add')
    expect(first).toContain('перше.jpg')
    await add('друге.jpg', 'stay')
    const drop = /value="(drop [0-9a-f-]+)"/.exec(first)![1]!
    const less = await (await visitor.post(at('/report/new'), { kept, go: drop })).text()
    expect(less).not.toContain('перше.jpg')
    kept = hidden(less)
    const [draft] = await vault.sql(
      'select record_id as id from monitoring.report_drafts order by ends_at desc',
    )
    await expect(asMonitor(draft.id, readReport)).rejects.toThrow('does not open')
    const review = await (await visitor.post(at('/report/new'), { kept, go: 'review' })).text()
    const sent = await visitor.post(at('/report/new'), { kept: hidden(review), go: 'next' })
    expect(await sent.text()).toContain(receipt)
    const inside = await asMonitor(draft.id, readReport)
    expect(inside.files.map(file => file.name)).toEqual(['друге.jpg'])
    expect(inside.answers.what).toBe('Нам відмовили в житлі.')
    expect(await vault.sql('select from monitoring.report_drafts where record_id = $1', [draft.id])).toEqual(
      [],
    )
  })
})
