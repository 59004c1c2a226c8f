import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachment } from '#platform/files/disposition.ts'
import type { Json } from '#platform/journal/record.ts'
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
const sources = new Map<string, string>()

function sourceOf(path: string): string {
  const known = sources.get(path)
  if (known !== undefined) return known
  const text = readFileSync(join(projectRoot, path), 'utf8')
  sources.set(path, text)
  return text
}

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

/**
 * The paper as tagged PDF, set in a process of its own. The same paper gives the same bytes on every machine. Throws
 * PressBusy when too many are waiting.
 */
export async function makePdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const house = sourceOf('src/platform/documents/house.typ')
  const pdf = await press.set(
    [
      ['main.typ', sourceOf(paper.source)],
      ['house.typ', house],
    ],
    inputOf(paper),
  )
  return new Uint8Array(pdf)
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
