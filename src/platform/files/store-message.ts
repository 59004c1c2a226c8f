import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { chunkSize } from './store.ts'

/** A mail as it came over the wire: whole, with whatever is in it. Only ever handed out as a download. */
export type WholeMessage = { size: number; sha256: Buffer; bytes: () => AsyncIterable<Uint8Array> }

async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    waiting.push(part)
    size += part.length
    while (size >= chunkSize) {
      const whole = Buffer.concat(waiting)
      yield whole.subarray(0, chunkSize)
      waiting = [whole.subarray(chunkSize)]
      size -= chunkSize
    }
  }
  if (size > 0) yield Buffer.concat(waiting)
}

/**
 * Keeps a mail byte for byte in the umbrella of the transaction: the one file whose type is not looked at. The bytes must not
 * come from the network. Returns its id.
 */
export async function storeMessage(tx: Tx, { size, sha256, bytes }: WholeMessage): Promise<string> {
  const id = newId()
  await rows(
    tx,
    'files.store',
    'insert into platform.files (id, name, media_type, size, sha256) values ($1, $2, $3, $4, $5)',
    [id, 'message.eml', 'message/rfc822', size, sha256],
  )
  let position = 0
  for await (const chunk of inChunks(bytes())) {
    const sql = 'insert into platform.file_chunks (file_id, position, bytes) values ($1, $2, $3)'
    await rows(tx, 'files.store-chunk', sql, [id, position++, chunk])
  }
  return id
}
