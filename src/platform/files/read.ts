import { createHash } from 'node:crypto'
import { rows, type Tx } from '#platform/database/scope.ts'
import { attachment } from './disposition.ts'
import { chunkSize, type StoredFile } from './store.ts'

/** What is known about a file of this umbrella, without its content. */
export async function findFile(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const [found] = await rows<StoredFile>(
    tx,
    'files.find',
    `select id, name, media_type as "mediaType", size, encode(sha256, 'hex') as sha256
     from platform.files where umbrella_id = platform.current_umbrella() and id = $1`,
    [id],
  )
  return found
}

async function readChunk(tx: Tx, id: string, position: number): Promise<Buffer> {
  const [found] = await rows<{ bytes: Buffer }>(
    tx,
    'files.chunk',
    `select bytes from platform.file_chunks
     where umbrella_id = platform.current_umbrella() and file_id = $1 and position = $2`,
    [id, position],
  )
  if (!found) throw new Error('a part of a file is missing')
  return found.bytes
}

/** Opens a short reading transaction; in a handler, `c.var.read`. */
export type Reading = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * The content piece by piece, a transaction for each: none is open while a slow phone takes its time. Fails at the end when
 * the content is not what was stored.
 */
export function fileContent(read: Reading, file: StoredFile): ReadableStream<Uint8Array> {
  const hash = createHash('sha256')
  let position = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const bytes = await read(tx => readChunk(tx, file.id, position))
        hash.update(bytes)
        position++
        controller.enqueue(bytes)
        if (position * chunkSize < file.size) return
        if (hash.digest('hex') !== file.sha256) throw new Error('a file is not what was stored')
        controller.close()
      },
    },
    // Nothing is read before somebody takes it.
    { highWaterMark: 0 },
  )
}

/** The answer to a request for a file: always a download, never shown inside of our pages. */
export function fileResponse(read: Reading, file: StoredFile): Response {
  return new Response(fileContent(read, file), {
    headers: {
      'Content-Type': file.mediaType.startsWith('text/')
        ? `${file.mediaType}; charset=utf-8`
        : file.mediaType,
      'Content-Length': String(file.size),
      'Content-Disposition': attachment(file.name),
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
