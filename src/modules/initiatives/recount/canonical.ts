import { createHash } from 'node:crypto'
import type { Json } from '#platform/journal/record.ts'
import { kept } from '#platform/kept.ts'

/*
 * What the hashes of a decision are made of, described for readers in docs/recount.md. Opening, sealing and export all
 * build these records, so that the export shows exactly what was hashed. Changing one means a new `formatVersion`.
 */

export const format = 'parasol-decision'
export const formatVersion = 1

/**
 * A record that is hashed: text and whole numbers only, so that every language writes it alike. Names of natural persons
 * are never part of one: forgetting somebody must leave every hash true.
 */
export type Hashed = { readonly [key: string]: Json }

/** What is fixed at the moment of opening. The published fingerprint is its hash; it is kept whole beside it. */
export type OpeningRecord = {
  format: typeof format
  version: typeof formatVersion
  umbrella: string
  decision: string
  number: number
  kind: string
  subject: string | null
  round: number
  previous: string | null
  /** What is new since the earlier decision; only there with `previous`. */
  news?: Record<string, string>
  title: Record<string, string>
  /** Hash of `canonical(text)`. */
  textHash: string
  /** Language whose wording counts. */
  authoritative: string | null
  secret: boolean
  method: 'majority' | 'approval' | 'cumulative' | 'ordinal'
  openedBy: string | null
  openedAt: string
  discussionUntil: string
  closesAt: string
  /** N: it never changes. */
  electorate: number
  electorateHash: string
  rules: Record<string, { version: number; value: number }>
}

/** One elector, in the order of `elector`. `name` is null for individuals: their membership stands for them. */
export type ElectorRecord = {
  elector: string
  member: string | null
  form: string
  name: Record<string, string> | null
}

/** One ballot of the append-only log, in the order of (elector, ordinal). */
export type BallotRecord = {
  ballot: string
  elector: string
  ordinal: number
  choice: string | null
  marks: Json
  statement: Record<string, string> | null
  channel: string
  castAt: string
  /** When the member confirmed a vote that somebody else entered; without it such a vote does not count. */
  confirmedAt: string | null
}

/** One challenge of a ballot, in the order of `challenge`. Unsettled (`upheld` null), the outcome may not depend on it. */
export type ChallengeRecord = {
  challenge: string
  ballot: string
  raisedAt: string
  settledAt: string | null
  upheld: boolean | null
}

/** One ballot of a secret decision, in the order of `ballot` (a random id, drawn anew at closing). */
export type SecretBallotRecord = { ballot: string; choice: string }

/** Who took part in a secret decision, in the order of `voter` (an elector). */
export type VoterRecord = { voter: string }

// Records have few keys and are many.
const writtenKey = kept((key: string) => `${JSON.stringify(key)}:`)

const rises = (keys: string[]): boolean => keys.every((key, at) => at === 0 || keys[at - 1]! < key)

/** JSON as RFC 8785 has it, for text, whole numbers, booleans and null: keys in order of their UTF-16 units, no space. */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError('only whole numbers can be written alike everywhere')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value)
  // Records of a log arrive in order by the hundred thousand.
  if (!rises(keys)) keys.sort()
  let text = ''
  for (const key of keys) text += `${text === '' ? '{' : ','}${writtenKey(key)}${canonical(value[key]!)}`
  return text === '' ? '{}' : `${text}}`
}

/** SHA-256 of the canonical form. `toString('hex')` for people, as it is for `bytea`. */
export const hashOf = (value: Json): Buffer => createHash('sha256').update(canonical(value)).digest()

/** SHA-256 of many records, each in its canonical form and ended by a line feed. */
export class LinesHash {
  #hash = createHash('sha256')

  add(record: Hashed): void {
    this.#hash.update(`${canonical(record)}\n`)
  }

  digest(): Buffer {
    return this.#hash.digest()
  }
}

/** A moment as the records write it: UTC with six decimals, so that text order is time order. */
export const moment = (instant: Temporal.Instant | string): string =>
  Temporal.Instant.from(instant).toString({ fractionalSecondDigits: 6 })
