import { hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDataFolder } from '#platform/data-folder.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'

/** Keys of 32 bytes, one per purpose, so that none opens what another one protects. */
export type Secrets = Record<'auth' | 'mail' | 'files' | 'database' | 'forms', Buffer>

const fileIn = (dataFolder: string) => join(dataFolder, 'secrets.json')

/** The text of a secrets.json. */
export const secretFile = (secret: string): string => `${JSON.stringify({ secret })}\n`

/**
 * Writes the installation's secret into secrets.json, readable by its owner alone. A file that is there stays as it is:
 * of two programs that start at once both read what the first one wrote. Returns whether it was written.
 */
export async function keepSecret(dataFolder: string, secret: string): Promise<boolean> {
  const folder = await makeDataFolder(dataFolder)
  const half = `${fileIn(folder)}.${randomUUID()}`
  await writeFile(half, secretFile(secret), { mode: 0o600 })
  const written = await link(half, fileIn(folder)).then(
    () => true,
    error => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return false
    },
  )
  await rm(half)
  return written
}

/** The secret in the text of a secrets.json; null when there is none. */
export function secretIn(text: string): string | null {
  try {
    const { secret } = JSON.parse(text) as { secret?: unknown }
    return typeof secret === 'string' && secret.length >= 32 ? secret : null
  } catch {
    return null
  }
}

/** The secret that secrets.json holds; null where there is no such file. Throws OperatorProblem. */
export async function readSecret(dataFolder: string): Promise<string | null> {
  const file = fileIn(dataFolder)
  const found = await stat(file).catch(() => null)
  if (!found) return null
  if (found.mode & 0o077) throw new OperatorProblem(`${file} can be read by others: run chmod 600 ${file}.`)
  const secret = secretIn(await readFile(file, 'utf8'))
  if (secret !== null) return secret
  throw new OperatorProblem(`${file} holds no secret: restore it from a backup of the data folder.`)
}

/** The keys that a secret stands for. */
export function keysOf(secret: string): Secrets {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `parasol ${purpose}`, 32))
  return {
    auth: key('auth'),
    mail: key('mail'),
    files: key('files'),
    database: key('database'),
    forms: key('forms'),
  }
}

/**
 * The installation's keys, derived from `PARASOL_SECRET` (`override`) or from secrets.json in the data folder, which is
 * made on the first start. Losing it ends every session and every link sent by mail. Throws OperatorProblem.
 */
export async function loadSecrets(dataFolder: string, override: string | null = null): Promise<Secrets> {
  if (override !== null) return keysOf(override)
  const kept = await readSecret(dataFolder)
  if (kept !== null) return keysOf(kept)
  await keepSecret(dataFolder, randomBytes(32).toString('base64url'))
  return keysOf((await readSecret(dataFolder))!)
}
