import { createHash } from 'node:crypto'
import { leafHash } from './tree.ts'

// The same commitments as in migrations/0004_journal.sql, written a second time on purpose: the database seals, this
// verifies, and neither can go wrong without the other noticing.

/** An entry as the verifier reads it: every value as the text that was hashed. */
export type StoredEntry = {
  umbrella: string
  id: string
  recordedAt: string
  action: string
  member: string | null
  subjectType: string
  subjectId: string
  ruleKey: string | null
  ruleVersion: string | null
  visibility: string
  person: string | null
  about: string | null
  detail: string | null
  recordSalt: Buffer
  personSalt: Buffer | null
  aboutSalt: Buffer | null
  detailSalt: Buffer | null
  recordHash: Buffer
  personHash: Buffer
  aboutHash: Buffer
  detailHash: Buffer
}

/** One part of an entry: what is there, and the hash it must have. No salt: it was forgotten. */
export type Part = {
  name: 'record' | 'person' | 'about' | 'detail'
  fields: (string | null)[]
  salt: Buffer | null
  hash: Buffer
}

/** A field with its length in bytes in front, `-` for nothing. */
const field = (value: string | null): string =>
  value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`

/** The salted hash that a leaf commits to. */
export function partHash(part: Pick<Part, 'name' | 'fields'>, salt: Buffer): Buffer {
  const text = [part.name, ...part.fields].map(field).join('')
  return createHash('sha256').update(salt).update(text).digest()
}

/** The four parts of an entry, in the order in which its leaf holds their hashes. */
export function partsOf(entry: StoredEntry): Part[] {
  const record = [
    entry.umbrella,
    entry.id,
    entry.recordedAt,
    entry.action,
    entry.member,
    entry.subjectType,
    entry.subjectId,
    entry.ruleKey,
    entry.ruleVersion,
    entry.visibility,
  ]
  return [
    { name: 'record', fields: record, salt: entry.recordSalt, hash: entry.recordHash },
    { name: 'person', fields: [entry.person], salt: entry.personSalt, hash: entry.personHash },
    { name: 'about', fields: [entry.about], salt: entry.aboutSalt, hash: entry.aboutHash },
    { name: 'detail', fields: [entry.detail], salt: entry.detailSalt, hash: entry.detailHash },
  ]
}

/** The leaf of an entry, from the hashes of its parts. */
export const entryLeafHash = (entry: StoredEntry): Buffer =>
  leafHash(...partsOf(entry).map(part => part.hash))

/** A stored root, as text and bytes. */
export type StoredRoot = {
  umbrella: string
  size: number
  root: Buffer
  sealedAt: string
  previousSize: number
  previousRecord: Buffer | null
  record: Buffer
}

/** The hash that chains a root to the one before it. */
export function rootRecord(root: StoredRoot): Buffer {
  const fields = [
    root.umbrella,
    String(root.size),
    root.root.toString('hex'),
    root.sealedAt,
    String(root.previousSize),
    root.previousRecord?.toString('hex') ?? null,
  ]
  return createHash('sha256').update(Buffer.of(2)).update(fields.map(field).join('')).digest()
}
