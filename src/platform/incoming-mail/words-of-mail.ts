import { createHash } from 'node:crypto'
import PostalMime, { addressParser, decodeWords, type Email } from 'postal-mime'
import { decodeText } from './charsets.ts'
import { readText } from './text-of-parts.ts'

/** What could not be kept or read as it was meant. `charset` is what it was read as. */
export type Remark =
  | { kind: 'charsetMissing' | 'charsetWrong'; charset: string }
  | { kind: 'unreadable' | 'fromHtml' | 'textCut' | 'noText' | 'tooManyFiles' }
  | { kind: 'fileNotKept'; name: string; reason: 'tooLarge' | 'notAccepted' }

/** What a mail says, as far as it can be told; everything of it is what a stranger wrote. */
export type MailWords = {
  messageId: string
  /** SHA-256 in hexadecimal of what follows the headers, which do differ from way to way. */
  bodySha256: string
  fromName: string
  fromAddress: string
  subject: string
  text: string
  /** Written by a machine, as far as it says so of itself: not to be answered. */
  automatic: boolean
  files: { name: string; bytes: Uint8Array }[]
  remarks: Remark[]
}

export const mostFiles = 50
const longestText = 100_000

const cut = (text: string, longest: number) => [...text.slice(0, 2 * longest)].slice(0, longest).join('')

/** One line without signs that are not seen, or that turn the direction of writing. */
export const oneLine = (text: string, longest: number): string =>
  cut(text.replace(/[\p{Zl}\p{Zp}\s\p{Cc}]+/gu, ' ').replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, ''), longest).trim()

const asLines = (text: string): string =>
  text
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\p{Cs}]/gu, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()

// The end of the headers, and of the blank line after them.
function headersEnd(raw: Uint8Array): number {
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] !== 10) continue
    if (raw[at + 1] === 10) return at + 2
    if (raw[at + 1] === 13 && raw[at + 2] === 10) return at + 3
  }
  return raw.length
}

type Headers = (name: string) => string

// Old programs write letters into headers as they are, in the encoding of their machine.
function headersOf(email: Email, raw: Uint8Array): { header: Headers; charset: string | null } {
  const parsed: Headers = name => email.headers.find(({ key }) => key === name)?.value ?? ''
  if (!['subject', 'from'].some(name => parsed(name).includes('\ufffd'))) {
    return { header: parsed, charset: null }
  }
  const { text, charset } = decodeText(raw.subarray(0, Math.min(headersEnd(raw), 256 * 1024)), null)
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const header: Headers = name =>
    lines
      .find(line => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  return { header, charset }
}

function isAutomatic(header: Headers): boolean {
  const submitted = header('auto-submitted').trim()
  return (
    (submitted !== '' && !/^no\b/i.test(submitted)) ||
    /^\s*(bulk|junk|list|auto_reply)\b/i.test(header('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'list-id', 'list-unsubscribe'].some(name => header(name) !== '') ||
    /^\s*multipart\/report\b/i.test(header('content-type'))
  )
}

function senderOf(header: Headers): { fromName: string; fromAddress: string } {
  const [sender] = addressParser(header('from').slice(0, 2000), { flatten: true })
  const address = sender?.address ?? ''
  const fit = /^[^\s@<>"]+@[^\s@<>"]+$/.test(address) && address.length <= 254
  return {
    fromName: oneLine(sender?.name ?? '', 200),
    fromAddress: fit ? oneLine(address, 254).toLowerCase() : '',
  }
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function filesOf({ attachments }: Email): Pick<MailWords, 'files' | 'remarks'> {
  const files = attachments
    .slice(0, mostFiles)
    .map(({ filename, content }) => ({ name: filename ?? '', bytes: bytesOf(content) }))
    .filter(({ bytes }) => bytes.length > 0)
  return { files, remarks: attachments.length > mostFiles ? [{ kind: 'tooManyFiles' }] : [] }
}

/** What is kept of a mail of which nothing could be made out: that it came. */
export const unreadable = (raw: Uint8Array): MailWords => ({
  ...{ messageId: '', fromName: '', fromAddress: '', subject: '', text: '', automatic: false, files: [] },
  bodySha256: sha256(raw.subarray(headersEnd(raw))),
  remarks: [{ kind: 'unreadable' }],
})

const options = { forceRfc822Attachments: true, maxNestingDepth: 50, maxHeadersSize: 1024 * 1024 }

function frameOf(email: Email, raw: Uint8Array) {
  const { header, charset } = headersOf(email, raw)
  const words = {
    messageId: oneLine(decodeWords(header('message-id')), 500),
    ...senderOf(header),
    subject: oneLine(decodeWords(header('subject').slice(0, 10_000)), 500),
    automatic: isAutomatic(header),
  }
  return { words, charset }
}

/** The headers alone, of a mail whose parts cannot be read. */
export async function readHeaders(raw: Uint8Array): Promise<MailWords> {
  const email = await PostalMime.parse(raw.subarray(0, Math.min(headersEnd(raw), 256 * 1024)), options)
  return { ...unreadable(raw), ...frameOf(email, raw).words }
}

/** Reads a mail. Throws on what nobody sends in earnest: nesting deeper than fifty, headers of megabytes. */
export async function readWords(raw: Uint8Array): Promise<MailWords> {
  const parser = new PostalMime(options)
  const email = await parser.parse(raw)
  const { words, charset } = frameOf(email, raw)
  const read = await readText(parser)
  const text = asLines(read.text)
  const { files, remarks } = filesOf(email)
  const ofHeaders: Remark[] =
    charset && !read.remarks.some(({ kind }) => kind.startsWith('charset'))
      ? [{ kind: 'charsetMissing', charset }]
      : []
  const ofLength: Remark[] = text === '' ? [{ kind: 'noText' }] : []
  if (read.cut || [...text].length > longestText) ofLength.push({ kind: 'textCut' })
  return {
    ...words,
    bodySha256: sha256(raw.subarray(headersEnd(raw))),
    text: cut(text, longestText),
    files,
    remarks: [...ofHeaders, ...read.remarks, ...ofLength, ...remarks],
  }
}
