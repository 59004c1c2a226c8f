import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Duplex, Readable } from 'node:stream'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { Decrypter, Encrypter } from 'age-encryption'
import { createTarDecoder, createTarPacker } from 'modern-tar'
import type { Sink } from './new-file.ts'

export type Entry = { name: string; bytes: Uint8Array }
export type Put = (entry: Entry) => Promise<void>

type Bytes = ReadableStream<Uint8Array>
type Through = ReadableWritablePair<Uint8Array, Uint8Array>

// Node types the streams of the web anew; they are the same.
const through = (transform: Duplex) => Duplex.toWeb(transform) as unknown as Through

async function drain(from: Bytes, into: Sink): Promise<void> {
  for await (const chunk of from) await into.write(chunk)
}

/**
 * Packs what `produce` puts, in that order, into a compressed, encrypted archive, and writes it to `sink`. What is in
 * memory at one time is bounded; an entry is written by the time its promise resolves or soon after.
 */
export async function writeArchive(
  sink: Sink,
  encrypter: Encrypter,
  produce: (put: Put) => Promise<void>,
): Promise<void> {
  const { readable, controller } = createTarPacker()
  const put: Put = async ({ name, bytes }) => {
    const body = controller.add({ name, size: bytes.length, mode: 0o600 }).getWriter()
    await body.write(bytes)
    await body.close()
  }
  const sealed = await encrypter.encrypt((readable as Bytes).pipeThrough(through(createZstdCompress())))
  const produced = produce(put).then(
    () => controller.finalize(),
    error => {
      controller.error(error)
      throw error
    },
  )
  const outcomes = await Promise.allSettled([drain(sealed, sink), produced])
  const reasons = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []))
  // When one side fails the other does too; a full disk is what the person has to hear of.
  if (reasons.length > 0) throw reasons.find(reason => reason?.syscall) ?? reasons.at(-1)
}

// Pieces are a few megabytes. Whoever could make a larger entry has the key, but a mistake must not fill the memory.
const largestEntry = 64 * 1024 * 1024

async function wholeBody(body: Bytes, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let filled = 0
  for await (const chunk of body) {
    bytes.set(chunk, filled)
    filled += chunk.length
  }
  if (filled !== size) throw new Error('an entry is cut off')
  return bytes
}

/**
 * The entries of an archive, one after the other. It has been proved whole and unchanged only when the last one has been
 * taken and the loop has ended without an error. Throws what age, zstd, tar or the file system report.
 */
export async function* readArchive(path: string, decrypter: Decrypter): AsyncGenerator<Entry> {
  const file = Readable.toWeb(createReadStream(path)) as unknown as Bytes
  const opened = (await decrypter.decrypt(file)) as Bytes
  const entries = opened
    .pipeThrough(through(createZstdDecompress()))
    .pipeThrough(createTarDecoder({ strict: true }))
  for await (const { header, body } of entries) {
    if (header.size > largestEntry) throw new Error('an entry is too large')
    yield { name: header.name, bytes: await wholeBody(body, header.size) }
  }
}

/** The first bytes of a file, for its kind. Throws what the file system reports. */
export async function beginningOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
