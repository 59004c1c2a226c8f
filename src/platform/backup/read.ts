import type { Decrypter } from 'age-encryption'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { secretIn } from '#platform/secrets.ts'
import { readArchive } from './archive.ts'
import {
  aboutEntry,
  aboutSchema,
  formatVersion,
  type Manifest,
  manifestEntry,
  manifestSchema,
  type Part,
  partOf,
  secretsEntry,
} from './format.ts'
import { unreadable } from './keys.ts'
import { Tally } from './tally.ts'

/** A backup that is not as it was written. */
export class DamagedBackup extends Error {
  constructor(path: string, why: string, options?: ErrorOptions) {
    super(`${path} is damaged (${why}): take another backup.`, options)
    this.name = 'DamagedBackup'
  }
}

export type Contents = { manifest: Manifest; secret: string }

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function refuseOtherFormat(path: string, bytes: Uint8Array): void {
  const { format, program } = aboutSchema.parse(JSON.parse(text(bytes)))
  if (format === formatVersion) return
  throw new OperatorProblem(
    `${path} was made by Parasol ${program} in format ${format}, and this program reads format ${formatVersion}: use a program of that version.`,
  )
}

/** Says which table is not as the manifest has it; null when all are. */
function difference(parts: Part[], tallies: Map<string, Tally>): string | null {
  const names = new Set(parts.map(({ name }) => name))
  const stray = [...tallies.keys()].find(name => !names.has(name))
  if (stray !== undefined) return `${stray} is not in its list of contents`
  for (const { name, rows, bytes, sha256 } of parts) {
    const found = (tallies.get(name) ?? new Tally()).result()
    if (found.rows !== rows || found.bytes !== bytes || found.sha256 !== sha256)
      return `${name} is not as it was written`
  }
  return null
}

async function readThrough(path: string, decrypter: Decrypter): Promise<Contents> {
  const tallies = new Map<string, Tally>()
  let manifest: Manifest | undefined
  let secret: string | null = null
  for await (const { name, bytes } of readArchive(path, decrypter)) {
    const part = partOf(name)
    if (name === aboutEntry) refuseOtherFormat(path, bytes)
    else if (name === secretsEntry) secret = secretIn(text(bytes))
    else if (name === manifestEntry) manifest = manifestSchema.parse(JSON.parse(text(bytes)))
    else if (part !== null) {
      if (!tallies.has(part)) tallies.set(part, new Tally())
      tallies.get(part)!.add(bytes)
    }
  }
  if (!manifest) throw new DamagedBackup(path, 'its list of contents is missing')
  if (secret === null) throw new DamagedBackup(path, 'its secret is missing')
  const why = difference(manifest.parts, tallies)
  if (why !== null) throw new DamagedBackup(path, why)
  return { manifest, secret }
}

/**
 * Reads a backup from beginning to end and checks every byte of it; touches nothing else. Throws DamagedBackup, and
 * OperatorProblem when the key does not fit or the file cannot be read.
 */
export async function readBackup(path: string, decrypter: Decrypter): Promise<Contents> {
  try {
    return await readThrough(path, decrypter)
  } catch (error) {
    if (error instanceof OperatorProblem || error instanceof DamagedBackup) throw error
    if (/no identity matched/.test((error as Error).message)) {
      throw new OperatorProblem(
        `${path} does not open: this is not its passphrase or its secret key, or the beginning of the file is damaged.`,
      )
    }
    throw unreadable(path, error) ?? new DamagedBackup(path, 'it was changed or cut off', { cause: error })
  }
}
