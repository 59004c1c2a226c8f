import { getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { Press } from '#platform/documents/press.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { realisationDesk } from '#tests/realisation-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const here = await foundCoalition(stage, 'on-paper')
const { seats, opened } = await realisationDesk(stage, here)
const [olena] = seats
const visitor = new Visitor(stage)
afterAll(() => stage.close())

const status = async (answer: Response | Promise<Response>) => (await answer).status

describe('paper', () => {
  const textOf = async (bytes: ArrayBuffer) => {
    const document = await getDocumentProxy(new Uint8Array(bytes.slice(0)))
    const pages = []
    for (let n = 1; n <= document.numPages; n++) {
      const { items } = await (await document.getPage(n)).getTextContent()
      pages.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
    }
    const { metadata } = await document.getMetadata()
    return { pages, xmp: metadata?.getRaw() ?? '' }
  }

  it.each(['uk', 'pl', 'en'])(
    'of a decision has text, tally, positions and fingerprint, in %s',
    async locale => {
      await opened('stand_aside')
      const { rows } = await stage.platform.database.owner.query<{ number: number; fingerprint: string }>(
        `select number, encode(fingerprint, 'hex') as fingerprint from initiatives.decisions where umbrella_id = $1
       order by number desc limit 1`,
        [here.id],
      )
      const { number, fingerprint } = rows[0]!
      const address = `/${locale}/${here.slug}/decisions/${number}/pdf`
      const answer = await visitor.get(address)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('content-disposition')).toContain(`decision-${number}-${locale}.pdf`)
      const bytes = await answer.arrayBuffer()
      const setting = vi.spyOn(Press.prototype, 'set')
      for (const query of ['?a=1', '?a=2'])
        expect((await visitor.get(address + query)).headers.get('content-type')).toBe('application/pdf')
      expect(setting).not.toHaveBeenCalled()
      setting.mockRestore()
      const { pages, xmp } = await textOf(bytes)
      const all = pages.join(' ')
      expect(all).toContain(locale === 'uk' ? 'Дім національностей' : 'House of Nations')
      expect(all).toContain('Відкрити дім для всіх спільнот міста')
      expect(all).toContain('A member')
      expect(all).toContain('Не від нашого імені')
      expect(all.replaceAll(/\s/g, '')).toContain(fingerprint)
      expect(xmp).toContain('pdfuaid:part')
      expect(Buffer.from(bytes).equals(Buffer.from(await (await visitor.get(address)).arrayBuffer()))).toBe(
        true,
      )
      expect(await status(visitor.get(`/${locale}/${here.slug}/decisions/99999/pdf`))).toBe(404)
    },
  )

  it('of a realisation is one page, and says what it lacks', async () => {
    const { path } = await opened()
    const { browser } = olena.who
    for (let n = 0; n < 9; n++) {
      const need = {
        membership: olena.membership,
        kind: 'people',
        title: `Hands ${n} ${'and more '.repeat(15)}`,
        amount: '3',
      }
      await browser.post(`${path}/needs`, need)
      await browser.post(`${path}/milestones`, {
        title: `Step ${n} ${'on a long way '.repeat(10)}`,
        due: '2027-01-01',
      })
    }
    await browser.post(`${path}/reports`, {
      membership: olena.membership,
      body: 'A long story. '.repeat(500),
    })
    const { pages, xmp } = await textOf(await (await visitor.get(`${path}/summary`)).arrayBuffer())
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('Hands 0')
    expect(xmp).toContain('pdfuaid:part')
  })
})
