import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { SMTPServerDataStream } from 'smtp-server'
import type { ArrivedMail } from './mailbox.ts'

/** A mail in a file that has no name any more: when the program dies, it is gone, and its sender has heard no yes. */
export type MailAside = Omit<ArrivedMail, 'bounce'> & { close: () => Promise<void> }

async function* fromBeginning(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(256 * 1024), 0, 256 * 1024, position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}

/**
 * Writes a mail aside as fast as its sender sends, so that neither memory nor a transaction waits for them. Null for one that
 * is too large: it is heard out to the end and thrown away. Throws when the connection ends before the mail does.
 */
export async function putAside(stream: SMTPServerDataStream, folder: string): Promise<MailAside | null> {
  const path = join(folder, `mail-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await unlink(path)
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (stream.sizeExceeded) continue
      hash.update(chunk)
      await file.write(chunk, 0, chunk.length, size)
      size += chunk.length
    }
    if (stream.sizeExceeded) {
      await file.close()
      return null
    }
    return { size, sha256: hash.digest(), bytes: () => fromBeginning(file), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}
