import { decrypt, encrypt, newKey } from './cipher.ts'
import { type Bytes, type Context, SealBroken, utf8 } from './context.ts'
import { padded, unpadded } from './padding.ts'
import type { RecordPlace } from './sealed-record.ts'

// What is said about a file of a record. A browser can write it as well: nothing of Node may be imported here.

/** The largest file: 100 MB. */
export const largestSealedFile: number = 100 * 1024 * 1024

/** What is sealed about a file. `sha256` is of the content, in hex; `key` opens the content and nothing else. */
export type FileDescription = { name: string; mediaType: string; size: number; sha256: string; key: Bytes }

/** What is said about a file, and its content, are bound to. */
export const fileContext = ({ umbrella, record }: RecordPlace, id: string): Context => [
  'file',
  umbrella,
  record,
  id,
]

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (hex: string): Bytes =>
  new Uint8Array((hex.match(/../g) ?? []).map(pair => parseInt(pair, 16)))

/** A key for the content of one new file. */
export const newFileKey: () => Bytes = newKey

/** Seals what is to be known about a file under the data key of its record. */
export const sealDescription = (
  place: RecordPlace,
  dataKey: Uint8Array,
  id: string,
  { key, ...told }: FileDescription,
): Promise<Bytes> =>
  encrypt(
    dataKey,
    fileContext(place, id),
    padded(
      utf8(JSON.stringify({ ...told, key: hexOf(key) } satisfies Record<keyof FileDescription, unknown>)),
    ),
  )

// Whoever has a record's data key may have written it, in a browser of their own making.
function readDescription(text: string): FileDescription | null {
  const { name, mediaType, size, sha256, key } = JSON.parse(text) as Record<string, unknown>
  const fits =
    typeof name === 'string' &&
    typeof mediaType === 'string' &&
    Number.isSafeInteger(size) &&
    /^[0-9a-f]{64}$/.test(String(sha256)) &&
    /^[0-9a-f]{64}$/.test(String(key))
  return fits
    ? { name, mediaType, size: size as number, sha256: String(sha256), key: bytesOf(String(key)) }
    : null
}

/** What was sealed about a file. Throws SealBroken, also where it is no description. */
export async function openDescription(
  place: RecordPlace,
  dataKey: Uint8Array,
  { id, sealed }: { id: string; sealed: Uint8Array },
): Promise<FileDescription> {
  const context = fileContext(place, id)
  const text = new TextDecoder().decode(unpadded(await decrypt(dataKey, context, sealed), context))
  const read = attempt(() => readDescription(text))
  if (!read) throw new SealBroken(context)
  return read
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
