import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readFile } from '#platform/vault/index.ts'
import { grownBy, megabytes } from '#tests/memory.ts'
import { openReportDesk } from '#tests/reports.ts'
import { sealingBrowser } from '#tests/sealing-browser.ts'
import { takeFiles } from '../browser/files-in-page.ts'
import { readReport } from '../queries/reports.ts'
import type { FileToSeal } from '../report/seal-report.ts'

const desk = await openReportDesk()
const { app, platform, at, asMonitor } = desk
const { origin } = platform.config
const megabyte = 1024 * 1024

const film = (count: number, look: () => void): FileToSeal => ({
  name: 'film.mp4',
  type: 'video/mp4',
  size: count * megabyte,
  stream: () => megabytes(count, look),
})

/** Sends a file as a browser does that seals by itself; nothing that was sent is kept here. */
async function send(count: number, look: () => void) {
  const browser = await sealingBrowser(desk, (path, form) => {
    look()
    const url = new URL(at(`/report/sealed${path}`), origin)
    return app.fetch(new Request(url, { method: 'POST', body: form, headers: { origin } }))
  })
  return { record: browser.sealing.place.record, outcome: await browser.send([film(count, look)]) }
}

describe('a file of 100 MB with a report', () => {
  it('that is sealed in the browser arrives whole, without the program having it in memory', async () => {
    await send(4, () => {})
    let sent: Awaited<ReturnType<typeof send>> | undefined
    const growth = await grownBy(async look => {
      sent = await send(100, look)
    })
    expect(sent!.outcome).toEqual({ ok: true })
    const size = await asMonitor(sent!.record, async (tx, opened) => {
      const { files } = await readReport(tx, opened)
      let read = 0
      for await (const piece of readFile(work => work(tx), opened, files[0]!.id)) read += piece.length
      return read
    })
    expect(size).toBe(100 * megabyte)
    expect(growth).toBeLessThan(64)
  }, 300_000)

  it('that is larger is refused by the page before it is read, and by the server chunk by chunk', async () => {
    const larger = { name: 'film.mp4', size: 100 * megabyte + 1 } as File
    expect(takeFiles([], [larger])).toEqual([
      { field: 'file', message: 'platform.vault.fileTooLarge', values: { megabytes: 100 } },
    ])
    const browser = await sealingBrowser(desk, (path, form) => {
      const sealed = JSON.parse(String(form.get('sealed')))
      if (path === '/chunks') form.set('sealed', JSON.stringify({ ...sealed, position: 1600 }))
    })
    expect(await browser.send([film(1, () => {})])).toMatchObject({ ok: false })
  })

  it('without a script is refused by a sentence, and hardly any of it is read', async () => {
    let drawn = 0
    const body = Readable.toWeb(
      Readable.from(
        megabytes(100, n => {
          drawn = n
        }),
      ),
    )
    const headers = {
      origin,
      accept: 'text/html',
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(100 * megabyte),
    }
    const sent = { method: 'POST', body, headers, duplex: 'half' } as unknown as RequestInit
    const answer = await app.fetch(new Request(new URL(at('/report/new'), origin), sent))
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('The file is too large')
    expect(drawn).toBeLessThan(30)
  })
})
