import { createHash } from 'node:crypto'
import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { type Bytes, SealBroken } from './context.ts'
import type { OpenRecord } from './records.ts'
import {
  type FileDescription,
  fileContext,
  largestSealedFile,
  newFileKey,
  openDescription,
  sealDescription,
} from './sealed-file.ts'
import { decryptStream, encryptStream } from './stream.ts'

/** A file of an open record. `sha256` is of the content, in hex. */
export type SealedFile = Omit<FileDescription, 'key'> & { id: string; addedOn: string }

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

class TooLarge extends Error {}

/** Counts and hashes what passes, and stops where a file is too large. */
function measure(source: Source) {
  const hash = createHash('sha256')
  let size = 0
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      size += piece.length
      if (size > largestSealedFile) throw new TooLarge()
      hash.update(piece)
      yield piece
    }
  }
  return { passing, result: () => ({ size, sha256: hash.digest('hex') }) }
}

async function storeChunks(tx: Tx, id: string, key: Bytes, source: Source): Promise<void> {
  let position = 0
  for await (const bytes of encryptStream(key, source)) {
    await rows(
      tx,
      'vault.add-chunk',
      'insert into vault.file_chunks (file_id, position, bytes) values ($1, $2, $3)',
      [id, position++, Buffer.from(bytes.buffer)],
    )
  }
}

/**
 * Adds a file to an open record, chunk by chunk: no more than a few of them are in memory. Read it from the disk, not from the
 * network: the transaction stays open. Refuses an empty file and one that is too large; after a refusal the transaction must
 * be rolled back, or end without the file.
 */
export async function addFile(
  tx: Tx,
  open: OpenRecord,
  { name, mediaType, content }: { name: string; mediaType: string; content: Source },
): Promise<Outcome<{ id: string }>> {
  const [id, key, measured] = [crypto.randomUUID(), newFileKey(), measure(content)]
  await tx.$client.query('savepoint sealed_file')
  const undo = () => tx.$client.query('rollback to savepoint sealed_file; release savepoint sealed_file')
  try {
    await storeChunks(tx, id, key, measured.passing())
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    await undo()
    return refuse('platform.vault.fileTooLarge', { megabytes: largestSealedFile / 1024 / 1024 })
  }
  const { size, sha256 } = measured.result()
  if (size === 0) {
    await undo()
    return refuse('platform.vault.fileEmpty')
  }
  const sealed = await sealDescription(open, open.dataKey, id, { name, mediaType, size, sha256, key })
  await rows(tx, 'vault.add-file', 'insert into vault.files (id, record_id, sealed) values ($1, $2, $3)', [
    id,
    open.record,
    sealed,
  ])
  await tx.$client.query('release savepoint sealed_file')
  return { ok: true, id }
}

type Stored = { id: string; sealed: Buffer; addedOn: string }

async function describe(
  open: OpenRecord,
  { id, sealed, addedOn }: Stored,
): Promise<SealedFile & { key: Bytes }> {
  return { id, addedOn, ...(await openDescription(open, open.dataKey, { id, sealed })) }
}

/** The files of an open record. Throws SealBroken when what is said about one is damaged. */
export async function filesOf(tx: Tx, open: OpenRecord): Promise<SealedFile[]> {
  const stored = await rows<Stored>(
    tx,
    'vault.files',
    `select id, sealed, added_on as "addedOn" from vault.files
     where umbrella_id = platform.current_umbrella() and record_id = $1 order by added_on, id`,
    [open.record],
  )
  return Promise.all(
    stored.map(async file => {
      const { key: _, ...told } = await describe(open, file)
      return told
    }),
  )
}

/** Opens a short reading transaction, in which the record is in sight; for a receipt, shown again each time. */
export type Reading = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

async function* chunks(read: Reading, id: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const [found] = await read(tx =>
      rows<{ bytes: Buffer }>(
        tx,
        'vault.chunk',
        `select bytes from vault.file_chunks
         where umbrella_id = platform.current_umbrella() and file_id = $1 and position = $2`,
        [id, position],
      ),
    )
    if (!found) return
    yield found.bytes
  }
}

/**
 * The content of a file of an open record, piece by piece, a transaction for each. Each piece was sealed in this place;
 * throws SealBroken where one is missing, moved or changed, and at the end when the whole is not what was stored.
 */
export async function* readFile(read: Reading, open: OpenRecord, id: string): AsyncGenerator<Uint8Array> {
  const context = fileContext(open, id)
  const [stored] = await read(tx =>
    rows<Stored>(
      tx,
      'vault.file',
      `select id, sealed, added_on as "addedOn" from vault.files
       where umbrella_id = platform.current_umbrella() and record_id = $1 and id = $2`,
      [open.record, id],
    ),
  )
  if (!stored) throw new Error('no such file in this record')
  const { key, sha256 } = await describe(open, stored)
  const hash = createHash('sha256')
  for await (const piece of decryptStream(key, chunks(read, id), context)) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sha256) throw new SealBroken(context)
}
