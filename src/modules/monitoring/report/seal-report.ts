import { sha256 } from '@noble/hashes/sha2.js'
import { newKey } from '#platform/vault/cipher.ts'
import { type Bytes, joined } from '#platform/vault/context.ts'
import { newReceipt, receiptKeys } from '#platform/vault/receipt.ts'
import { largestSealedFile, newFileKey, sealDescription } from '#platform/vault/sealed-file.ts'
import { type RecordPlace, sealDataKey, sealPart } from '#platform/vault/sealed-record.ts'
import { encryptStream } from '#platform/vault/stream.ts'
import { shadowOf, type ToldReport } from './answers.ts'
import { sealedText } from './sealed-text.ts'

// Seals a report where it was written, in the format of the vault. Runs in browsers: nothing of Node may be imported here.

/** The largest file, and how many: whoever seals by themselves is not held to what the server can have in its memory. */
export const largestFile: number = largestSealedFile
export const mostFiles = 10

/** Chunks of a file that travel together: about a megabyte. */
export const chunksAtOnce = 16

/** The team to seal to, as the server names it. */
export type TeamToSealTo = { id: string; publicKey: string }

/** A report that is being sealed: its keys, which leave this page only sealed, and its receipt, which never does. */
export type Sealing = {
  id: string
  place: RecordPlace
  dataKey: Bytes
  receipt: string
  /** What travels of the receipt, in base64. */
  stanza: { id: string; lookup: string; publicKey: string; sealed: string }
}

// For keys, not for files.
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const bytesOf = (text: string): Bytes => Uint8Array.from(atob(text), sign => sign.charCodeAt(0))

/** Draws the keys and the receipt of a new report. */
export async function beginSealing(umbrella: string): Promise<Sealing> {
  const place = { umbrella, record: crypto.randomUUID() }
  const [dataKey, receipt, id] = [newKey(), newReceipt(), crypto.randomUUID()]
  const { lookup, publicKey } = await receiptKeys(umbrella, receipt)
  const { sealed } = await sealDataKey(place, dataKey, { kind: 'receipt', id, publicKey })
  const stanza = { id, lookup: base64(lookup), publicKey: base64(publicKey), sealed: base64(sealed) }
  return { id: crypto.randomUUID(), place, dataKey, receipt, stanza }
}

/** The report without any of its words: what the server gets beside the sealed answers, and their bytes. */
export async function sealAnswers(
  { id, place, dataKey, stanza }: Sealing,
  team: TeamToSealTo,
  { locale, told, files }: { locale: string; told: ToldReport; files: readonly SentFile[] },
) {
  const recipient = { kind: 'team', id: team.id, publicKey: bytesOf(team.publicKey) } as const
  const { sealed } = await sealDataKey(place, dataKey, recipient)
  const answers = await sealPart(place, dataKey, { name: 'answers', text: sealedText(locale, told) })
  const open = { ...shadowOf(told), uses: told.uses }
  const from = { record: place.record, receipt: stanza }
  return {
    bytes: answers.sealed,
    sealed: { ...from, id, team: { id: team.id, sealed: base64(sealed) }, part: answers.id, files, ...open },
  }
}

/** A file as it is handed in: how many chunks it has. */
export type SentFile = { id: string; chunks: number }

/** What is asked of a file: browsers have it in `File`. */
export type FileToSeal = { name: string; type: string; size: number; stream: () => AsyncIterable<Uint8Array> }

async function measured(file: FileToSeal): Promise<{ size: number; sha256: string }> {
  const hash = sha256.create()
  let size = 0
  for await (const piece of file.stream()) {
    hash.update(piece)
    size += piece.length
  }
  const digest = Array.from(hash.digest(), byte => byte.toString(16).padStart(2, '0')).join('')
  return { size, sha256: digest }
}

// As the server names them where it seals: signs that turn the writing around or name folders are left out.
const nameOf = ({ name }: FileToSeal) =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '')
    .slice(-120)
    .trim() || 'file'

/** A file on its way: what is said about it, and its chunks, a few at a time. */
export type SealedUpload = {
  id: string
  description: Bytes
  chunks: () => AsyncGenerator<{ position: number; count: number; bytes: Bytes }>
}

/**
 * Seals a file. It is read twice, for its hash and for its chunks, and never held whole. Each call draws a new key: chunks
 * of a file that was changed meanwhile must not be sealed under the one before.
 */
export async function sealFile({ place, dataKey }: Sealing, file: FileToSeal): Promise<SealedUpload> {
  const [id, key] = [crypto.randomUUID(), newFileKey()]
  const told = { name: nameOf(file), mediaType: file.type || 'application/octet-stream', key }
  const description = await sealDescription(place, dataKey, id, { ...told, ...(await measured(file)) })
  return { id, description, chunks: () => inBundles(encryptStream(key, file.stream())) }
}

async function* inBundles(chunks: AsyncIterable<Bytes>) {
  let held: Bytes[] = []
  let position = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    if (held.length < chunksAtOnce) continue
    yield { position, count: held.length, bytes: joined(...held) }
    position += held.length
    held = []
  }
  if (held.length > 0) yield { position, count: held.length, bytes: joined(...held) }
}
