import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it, vi } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { trackedFiles } from '#tests/source-files.ts'
import { languageOf, makePdf } from './index.ts'
import { Press, PressBusy } from './press.ts'
import { printable } from './printable.ts'

const house = readFileSync(join(projectRoot, 'src/platform/documents/house.typ'), 'utf8')
const plain = '#import "house.typ": *\n#show: house\n= #data.heading\n#data.body\n'

const input = (body: string, heading = 'Рішення № 3') =>
  JSON.stringify({
    title: 'Рішення № 3: Żółta łódź',
    author: 'Коаліція',
    footer: 'Коаліція · 3',
    lang: 'uk',
    made: [2026, 3, 31, 9, 30, 0],
    data: { heading, body },
  })

const press = new Press()
const set = (source: string, data: string, by = press) =>
  by.set(
    [
      ['main.typ', source],
      ['house.typ', house],
    ],
    data,
  )

async function read(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const { info, metadata } = await document.getMetadata()
  return {
    text: items.map(item => ('str' in item ? item.str : '')).join(''),
    info: info as { Title?: string; Author?: string; Language?: string },
    xmp: metadata?.getRaw() ?? '',
    marked: (await document.getMarkInfo())?.Marked,
    tags: JSON.stringify(await page.getStructTree()),
  }
}

const fontsIn = (pdf: Uint8Array) => [
  ...new Set(
    [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/FontName \/[A-Z]+\+([A-Za-z0-9]+)/g),
    ].map(([, name]) => name),
  ),
]

describe('a document', () => {
  it('shows Ukrainian, Polish and other scripts, and is tagged with its language and title', async () => {
    const body = 'Їжак, ґанок, ’ — «так»; gęślą jaźń; שלום; Հայ; საქართველო'
    const { text, info, xmp, marked, tags } = await read(await set(plain, input(body)))
    expect(text).toContain('Рішення № 3')
    for (const word of ['Їжак, ґанок, ’ — «так»', 'gęślą jaźń', 'Հայ', 'საქართველო'])
      expect(text).toContain(word)
    expect(info.Title).toBe('Рішення № 3: Żółta łódź')
    expect(info.Author).toBe('Коаліція')
    expect(info.Language).toBe('uk')
    expect(marked).toBe(true)
    expect(tags).toContain('"H1"')
    expect(xmp).toContain('pdfuaid:part')
  })

  it('shows Arabic so that it can be searched and copied', async () => {
    const pdf = await set(plain, input('مرحبا بكم', 'العربية'))
    expect(fontsIn(pdf)).toContain('Vazirmatn')
    const { text } = await read(pdf)
    for (const word of ['العربية', 'مرحبا', 'بكم']) expect(text).toContain(word)
  })

  it('has the same bytes when it is made again, by another process too', async () => {
    const other = new Press()
    const first = await set(plain, input('Так'))
    expect(Buffer.from(await set(plain, input('Так'))).equals(first)).toBe(true)
    expect(Buffer.from(await set(plain, input('Так'), other)).equals(first)).toBe(true)
    expect(Buffer.from(await set(plain, input('Ні'))).equals(first)).toBe(false)
  })

  it('prints what people wrote as they wrote it, whatever it would mean as source', async () => {
    const written =
      '#panic("out") #read("/etc/passwd") #import "@preview/x:0.1.0" $x^2$ *bold* _i_ = H \\ `c` <a> @b // c /* d */ "e"'
    const { text } = await read(await set(plain, input(written, written)))
    const squeeze = (value: string) => value.replaceAll(/\s/g, '')
    expect(squeeze(text).split(squeeze(written))).toHaveLength(3)
  })

  it('is made without letters that our fonts lack, and then does not promise PDF/UA', async () => {
    const { text, xmp, marked } = await read(await set(plain, input('中文 Так')))
    expect(text).toContain('Так')
    expect(xmp).not.toContain('pdfuaid:part')
    expect(marked).toBe(true)
  })

  it('uses no font of the machine, asked for by name or as a stopgap', async () => {
    const pdf = await set('#set text(font: "DejaVu Sans")\n⚖ Так', input(''))
    expect(fontsIn(pdf).filter(name => name?.startsWith('DejaVuSans') && name !== 'DejaVuSansMono')).toEqual(
      [],
    )
    expect(fontsIn(await set(plain, input('⚖ Так')))).toEqual(['NotoSans'])
  })

  it.each([
    ['#read("/etc/passwd")', 'file not found'],
    ['#read("../../../../etc/passwd")', 'outside of project root'],
    ['#read("package.json")', 'file not found'],
    ['#import "@preview/example:0.1.0": *', 'failed to download'],
    ['#nothing', 'unknown variable'],
  ])('%s ends with a clear error', async (source, problem) => {
    await expect(set(source, input(''))).rejects.toThrow(problem)
    await expect(set(plain, input('after'))).resolves.toBeInstanceOf(Uint8Array)
  })
})

describe('the press', () => {
  it('tells who waits when its process dies, and starts another', async () => {
    const fragile = new Press()
    await set(plain, input('1'), fragile)
    const { pid } = fragile
    if (!pid) throw new Error('no process')
    process.kill(pid, 'SIGSTOP')
    const waiting = set(plain, input('2'), fragile)
    process.kill(pid, 'SIGKILL')
    await expect(waiting).rejects.toThrow('SIGKILL')
    await expect(set(plain, input('3'), fragile)).resolves.toBeInstanceOf(Uint8Array)
    expect(fragile.pid).not.toBe(pid)
  })

  it('refuses the hundred and first who would have to wait', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 101 }, (_, i) => set(plain, input(`${i}`))))
    expect(asked.filter(one => one.status === 'fulfilled')).toHaveLength(100)
    expect(asked.at(-1)).toMatchObject({ status: 'rejected', reason: expect.any(PressBusy) })
  })
})

describe('what goes onto paper', () => {
  it('has no control characters, halves of letters or marks that turn the line', () => {
    const text = `a\u0000b\ud800c\u202Ed\u2066e\ufffef\n\tg`
    expect(printable({ list: [text], n: 1, no: null })).toEqual({ list: ['ab�cdef\n\tg'], n: 1, no: null })
  })

  it('names languages as Typst knows them', () => {
    expect(['uk', 'en-GB', 'rue-x-lemko', 'ar-XB', '?'].map(languageOf)).toEqual([
      'uk',
      'en',
      'rue',
      'ar',
      'en',
    ])
  })

  it('comes from sources that evaluate nothing and import the house alone', () => {
    const files = trackedFiles('src/**/*.typ')
    expect(files).toContain('src/platform/documents/house.typ')
    const found = files.filter(path => {
      const code = readFileSync(join(projectRoot, path), 'utf8').replaceAll(/\/\/.*$/gm, '')
      const imports = [...code.matchAll(/#?(?:import|include)\s+"([^"]+)"/g)].map(([, name]) => name)
      return /\b(eval|read|plugin)\s*\(/.test(code) || imports.some(name => name !== 'house.typ')
    })
    expect(found).toEqual([])
  })

  it('refuses a source that is not there', async () => {
    const paper = { title: 't', author: 'a', footer: 'f', lang: 'uk', data: {} }
    await expect(
      makePdf({ ...paper, source: 'src/none.typ', made: Temporal.Instant.from('2026-01-01T00:00Z') }),
    ).rejects.toThrow('none.typ')
  })
})

it('is set once for all who ask for the same, and again when anything in it differs', async () => {
  const setting = vi.spyOn(Press.prototype, 'set')
  const paper = (heading: string) => ({
    ...{
      source: 'src/modules/initiatives/papers/decision.typ',
      title: heading,
      author: 'Коаліція',
      footer: '',
    },
    ...{ lang: 'uk', made: Temporal.Instant.from('2026-03-31T09:30:00Z'), data: null },
  })
  // The source finds no data: each attempt fails, and a failure is not remembered.
  const [one, other] = await Promise.allSettled([makePdf(paper('A')), makePdf(paper('A'))])
  expect([one.status, other.status, setting.mock.calls.length]).toEqual(['rejected', 'rejected', 1])
  await expect(makePdf(paper('A'))).rejects.toThrow()
  await expect(makePdf(paper('B'))).rejects.toThrow()
  expect(setting).toHaveBeenCalledTimes(3)
  setting.mockRestore()
})
