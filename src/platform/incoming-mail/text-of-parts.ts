import PostalMime from 'postal-mime'
import { type Decoded, decodeText } from './charsets.ts'
import type { Remark } from './words-of-mail.ts'

/**
 * A part of a mail as postal-mime keeps it. It decodes text by what the part says of itself and does not say when that was
 * nonsense; the bytes are here, where it keeps them for itself.
 */
type Part = {
  contentType: {
    value: string
    parsed: { value: string; params: Record<string, string> }
    multipart: string | false
  }
  contentDisposition: { parsed: { value: string } }
  content: ArrayBuffer | null
  childNodes: Part[]
  getTextContent: () => string
}

const isShown = ({ contentType, contentDisposition }: Part, type: string) =>
  contentType.parsed.value === type && contentDisposition.parsed.value !== 'attachment'

/** The parts that are to be read, in their order: of alternatives the plain one. */
function shownParts(part: Part): Part[] {
  if (!part.contentType.multipart) {
    return isShown(part, 'text/plain') || isShown(part, 'text/html') ? [part] : []
  }
  if (part.contentType.multipart !== 'alternative') return part.childNodes.flatMap(shownParts)
  const offered = part.childNodes.map(shownParts).filter(parts => parts.length > 0)
  const filled = (one: Part) =>
    isShown(one, 'text/plain') && new Uint8Array(one.content ?? []).some(byte => byte > 32)
  return offered.find(parts => parts.some(filled)) ?? offered.at(-1) ?? []
}

const mostParts = 100

const inHtml = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,30})/i

function decoded(part: Part): Decoded {
  const bytes = new Uint8Array(part.content ?? new ArrayBuffer(0))
  const said = part.contentType.parsed.params.charset ?? null
  const told = isShown(part, 'text/html')
    ? inHtml.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
    : null
  const read = decodeText(bytes, said ?? told?.[1] ?? null)
  // The library also undoes the soft line ends of format=flowed.
  const flowed = part.contentType.parsed.params.format?.toLowerCase() === 'flowed'
  return flowed && read.guessed === null ? { ...read, text: part.getTextContent() } : read
}

/**
 * The text of HTML, without anything that could be run or fetched. postal-mime turns HTML into text where a mail has both
 * kinds one after the other; so it is given such a mail.
 */
async function textOfHtml(html: string): Promise<string> {
  const body = Buffer.from(html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, ' ')).toString('base64')
  const lines = body.replace(/.{76}/g, '$&\n')
  const mail = [
    ...['Content-Type: multipart/mixed; boundary=x', '', '--x', 'Content-Type: text/plain', '', '', '--x'],
    ...[
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      lines,
      '--x--',
      '',
    ],
  ]
  return (await PostalMime.parse(mail.join('\n'))).text ?? ''
}

/** The text of a parsed mail, and what had to be guessed for it. */
export async function readText(
  parser: PostalMime,
): Promise<{ text: string; cut: boolean; remarks: Remark[] }> {
  const { root } = parser as unknown as { root: Part }
  const texts: string[] = []
  const remarks = new Map<string, Remark>()
  const parts = shownParts(root)
  for (const part of parts.slice(0, mostParts)) {
    const { text, charset, guessed } = decoded(part)
    const html = isShown(part, 'text/html')
    texts.push(html ? await textOfHtml(text) : text)
    if (html) remarks.set('html', { kind: 'fromHtml' })
    if (guessed) {
      const kind = guessed === 'wrong' ? 'charsetWrong' : 'charsetMissing'
      remarks.set(`${kind} ${charset}`, { kind, charset })
    }
  }
  return {
    text: texts.join('\n\n'),
    cut: parts.length > mostParts,
    remarks: [...remarks.values()].slice(0, 10),
  }
}
