import { createHash } from 'node:crypto'
import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { withoutTraces } from './picture-traces.ts'
import { recognise, safeName } from './recognise.ts'
import '#platform/messages/index.ts'

/** The largest file, in bytes: 20 MB. */
export const largestFile = 20 * 1024 * 1024
/** As many bytes of a file as are read and written at a time. */
export const chunkSize = 256 * 1024

/** A file as it is kept. `sha256` in hexadecimal, `size` in bytes. */
export type StoredFile = { id: string; name: string; mediaType: string; size: number; sha256: string }

/** What somebody hands in. A stream must not come from the network: the transaction is open while it is read. */
export type HandedIn = { name: string; bytes: Uint8Array | Blob | ReadableStream<Uint8Array> }

/** The bytes, or null as soon as there are too many. */
async function readAll(source: HandedIn['bytes']): Promise<Buffer | null> {
  if (source instanceof Uint8Array) return source.length > largestFile ? null : Buffer.from(source)
  if (source instanceof Blob && source.size > largestFile) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of source instanceof Blob ? source.stream() : source) {
    size += part.length
    if (size > largestFile) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function insert(tx: Tx, file: StoredFile, bytes: Buffer): Promise<void> {
  await rows(
    tx,
    'files.store',
    'insert into platform.files (id, name, media_type, size, sha256) values ($1, $2, $3, $4, $5)',
    [file.id, file.name, file.mediaType, file.size, Buffer.from(file.sha256, 'hex')],
  )
  for (let position = 0; position * chunkSize < bytes.length; position++) {
    const chunk = bytes.subarray(position * chunkSize, (position + 1) * chunkSize)
    const sql = 'insert into platform.file_chunks (file_id, position, bytes) values ($1, $2, $3)'
    await rows(tx, 'files.store-chunk', sql, [file.id, position, chunk])
  }
}

/**
 * Keeps a file in the umbrella of the transaction. Its type is read from its content; the name is made safe; a picture
 * loses what it says about its making. Refused when it is empty, too large, broken or of a kind we do not take. Who may open it is for the room to say.
 */
export async function storeFile(
  tx: Tx,
  { name, bytes: source }: HandedIn,
): Promise<Outcome<{ file: StoredFile }>> {
  const read = await readAll(source)
  if (read === null) return refuse('platform.file.tooLarge', { megabytes: largestFile / 1024 / 1024 })
  if (read.length === 0) return refuse('platform.file.empty')
  const mediaType = await recognise(read, name)
  const bytes = mediaType && withoutTraces(read, mediaType)
  if (!mediaType || !bytes) return refuse('platform.file.notAccepted')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { id: newId(), name: safeName(name, mediaType), mediaType, size: bytes.length, sha256 }
  await insert(tx, file, bytes)
  return { ok: true, file }
}

/** Removes a file of this umbrella with its content. Whatever refers to it goes first. */
export async function deleteFile(tx: Tx, id: string): Promise<void> {
  const sql = 'delete from platform.files where umbrella_id = platform.current_umbrella() and id = $1'
  await rows(tx, 'files.delete', sql, [id])
}
