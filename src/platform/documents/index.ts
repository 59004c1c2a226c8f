import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachment } from '#platform/files/disposition.ts'
import type { Json } from '#platform/journal/record.ts'
import { kept } from '#platform/kept.ts'
import { KeptBytes } from '#platform/kept-bytes.ts'
import { projectRoot } from '#platform/project-root.ts'
import { Press, PressBusy } from './press.ts'
import { printable } from './printable.ts'

/** A document to be set as PDF. Everything that people wrote is in `data`, `title`, `author` and `footer`. */
export type Paper = {
  /** Path of its Typst source in this checkout; `data` is what the source finds under that name. */
  source: string
  title: string
  /** Who issues it: the coalition. */
  author: string
  /** Stands on every page. */
  footer: string
  /** Language of the document, BCP 47. */
  lang: string
  /** Date in the metadata. The same paper has the same bytes: not the moment of printing. */
  made: Temporal.Instant
  data: Json
}

const press = new Press()
const papers = new KeptBytes()
const beingSet = new Map<string, Promise<Uint8Array>>()

const sourceOf = kept((path: string) => readFileSync(join(projectRoot, path), 'utf8'))

function inputOf({ title, author, footer, lang, made, data }: Paper): string {
  const { year, month, day, hour, minute, second } = made.toZonedDateTimeISO('UTC')
  const input = {
    title,
    author,
    footer,
    lang: languageOf(lang),
    made: [year, month, day, hour, minute, second],
    data,
  }
  return JSON.stringify(printable(input))
}

/** What Typst takes for a language: two or three letters, without region and variety. */
export const languageOf = (tag: string): string => /^[a-z]{2,3}(?=-|$)/i.exec(tag)?.[0].toLowerCase() ?? 'en'

async function setOnce(key: string, sources: [string, string][], input: string): Promise<Uint8Array> {
  const known = papers.find(key) ?? beingSet.get(key)
  if (known) return known
  const setting = press.set(sources, input).finally(() => beingSet.delete(key))
  beingSet.set(key, setting)
  const pdf = await setting
  papers.keep(key, pdf)
  return pdf
}

/**
 * The paper as tagged PDF, set in a process of its own. The same paper gives the same bytes on every machine, and is set
 * once while it is remembered, whatever address it was asked for under. Throws PressBusy when too many are waiting.
 */
export async function makePdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const sources: [string, string][] = [
    ['main.typ', sourceOf(paper.source)],
    ['house.typ', sourceOf('src/platform/documents/house.typ')],
  ]
  const input = inputOf(paper)
  // By all that is in it: nobody is given a paper that is newer or older than what they may read now.
  const key = createHash('sha256')
    .update(JSON.stringify([sources, input]))
    .digest('base64')
  return new Uint8Array(await setOnce(key, sources, input))
}

/** The answer to a request for a paper: a download under this name. 503 when too many are waiting. */
export async function pdfResponse(paper: Paper, name: string): Promise<Response> {
  try {
    const pdf = await makePdf(paper)
    return new Response(pdf, {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Length': String(pdf.byteLength),
        'Content-Disposition': attachment(name),
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof PressBusy) return new Response('', { status: 503, headers: { 'Retry-After': '60' } })
    throw error
  }
}
