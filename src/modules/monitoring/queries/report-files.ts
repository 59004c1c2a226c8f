import { withoutTraces } from '#platform/files/picture-traces.ts'
import { type OpenRecord, readFile, type SealedFile } from '#platform/vault/index.ts'

type Reading = Parameters<typeof readFile>[0]

// Looked at in one page; a larger one is saved as it is.
const largestPicture = 20 * 1024 * 1024

const isPicture = ({ mediaType }: Pick<SealedFile, 'mediaType'>) => /^image\/(jpeg|png|webp)$/.test(mediaType)

/**
 * A picture of a report as monitors look at it: without place, time and device. The sealed original stays as it came, with its
 * hash. Null for other kinds of file and for a broken picture: those are handed out only as they are (`readFile`).
 */
export async function pictureToLookAt(
  read: Reading,
  open: OpenRecord,
  file: SealedFile,
): Promise<Buffer | null> {
  if (!isPicture(file) || file.size > largestPicture) return null
  const pieces = await Array.fromAsync(readFile(read, open, file.id))
  return withoutTraces(Buffer.concat(pieces), file.mediaType)
}
