import { gcmKey } from './cipher.ts'
import { type Bytes, type Context, SealBroken } from './context.ts'

// STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) as in the age format: chunks of 64 KiB; the nonce counts them and marks
// the last, so that none can be left out, doubled or moved. Read by browsers too: nothing of Node may be imported here.

const chunkSize = 64 * 1024
const tag = 16

/** Length of a sealed chunk, the last one at most. */
export const sealedChunkSize: number = chunkSize + tag

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>
type Chunk = { bytes: Bytes; last: boolean }

/** Pieces of any length as chunks of one length; the last may be shorter, and empty only when there is nothing at all. */
async function* inChunks(pieces: Pieces, size: number): AsyncGenerator<Chunk> {
  let held: Bytes = new Uint8Array(size)
  let filled = 0
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      if (filled === size) {
        yield { bytes: held, last: false }
        held = new Uint8Array(size)
        filled = 0
      }
      const taken = piece.subarray(at, at + size - filled)
      held.set(taken, filled)
      filled += taken.length
      at += taken.length
    }
  }
  yield { bytes: held.subarray(0, filled), last: true }
}

function nonce(position: number, last: boolean): Bytes {
  const iv = new Uint8Array(12)
  // The age format has room for more; 2^32 chunks are 256 TiB.
  new DataView(iv.buffer).setUint32(7, position)
  iv[11] = last ? 1 : 0
  return iv
}

/** Encrypts chunk by chunk. The key must be new for each stream: it is what keeps chunks of two streams apart. */
export async function* encryptStream(key: Uint8Array, pieces: Pieces): AsyncGenerator<Bytes> {
  const imported = await gcmKey(key)
  let position = 0
  for await (const { bytes, last } of inChunks(pieces, chunkSize)) {
    const iv = nonce(position++, last)
    yield new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, imported, bytes))
  }
}

/** Decrypts chunk by chunk; what it has given out was sealed in this place. Throws SealBroken, also at a missing end. */
export async function* decryptStream(
  key: Uint8Array,
  pieces: Pieces,
  context: Context,
): AsyncGenerator<Bytes> {
  const imported = await gcmKey(key)
  let position = 0
  for await (const { bytes, last } of inChunks(pieces, sealedChunkSize)) {
    // A second way to write the same stream: an empty chunk after full ones.
    if (last && position > 0 && bytes.length <= tag) throw new SealBroken(context)
    const iv = nonce(position++, last)
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, imported, bytes).catch(error => {
      throw new SealBroken(context, error)
    })
    yield new Uint8Array(opened)
  }
}
