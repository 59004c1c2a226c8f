import { fileTypeFromBuffer } from 'file-type'

/** What people may hand in: media type and the endings that its files have, the usual one first. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
}

/** For the `accept` attribute of a file field. */
export const acceptedEndings = Object.values(accepted)
  .flat()
  .map(ending => `.${ending}`)
  .join(',')

const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()

const utf8 = new TextDecoder('utf-8', { fatal: true })

// No signature tells text: text is what is valid UTF-8 and has no control characters but those of lines and tables.
function isText(bytes: Uint8Array): boolean {
  try {
    return !/[^\P{Cc}\t\n\f\r\u0080-\u009f]/u.test(utf8.decode(bytes))
  } catch {
    return false
  }
}

/** The media type by content; the name decides only between CSV and plain text. Null for what we do not take. */
export async function recognise(bytes: Uint8Array, name: string): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return found.mime in accepted ? found.mime : null
  if (!isText(bytes)) return null
  return endingOf(name) === 'csv' ? 'text/csv' : 'text/plain'
}

const longest = 120

/**
 * A name that any computer can keep and that hides nothing: without folders, control characters and marks that turn the
 * writing direction ("gpj.exe"), with an ending that tells the truth about the content.
 */
export function safeName(name: string, mediaType: string): string {
  const endings = accepted[mediaType] ?? []
  const base = name
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const ending = endingOf(base)
  const kept = ending !== undefined && endings.includes(ending) ? ending : endings[0]!
  const stem = ending === kept ? base.slice(0, -ending.length - 1) : base
  const short = [...stem]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/, '')
  return `${short || 'file'}.${kept}`
}
