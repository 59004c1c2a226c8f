import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Encrypter } from 'age-encryption'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { readApplied } from '#platform/database/migrate.ts'
import type { Database } from '#platform/database/open.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { projectRoot } from '#platform/project-root.ts'
import { secretFile } from '#platform/secrets.ts'
import { type Put, writeArchive } from './archive.ts'
import {
  type About,
  aboutEntry,
  formatVersion,
  type Manifest,
  manifestEntry,
  type Part,
  pieceOf,
  secretsEntry,
  waitingJobsPart,
} from './format.ts'
import { makeFile } from './new-file.ts'
import { copyOut, leftOut, nameOf, quoted, readTables, sameText } from './tables.ts'
import { Tally } from './tally.ts'
import { copyWaitingJobs, hasJobs, outboxColumns } from './waiting-jobs.ts'

const pieceSize = 4 * 1024 * 1024

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

/** Puts what a COPY sends into the archive, piece by piece, and returns what it came to. */
async function putRows(client: pg.ClientBase, sql: string, name: string, put: Put) {
  const tally = new Tally()
  let waiting: Uint8Array[] = []
  let size = 0
  let number = 0
  const putPiece = async () => {
    const bytes = Buffer.concat(waiting, size)
    waiting = []
    size = 0
    await put({ name: pieceOf(name, ++number), bytes })
  }
  for await (const chunk of client.query(copyTo(sql)) as AsyncIterable<Buffer>) {
    tally.add(chunk)
    waiting.push(chunk)
    size += chunk.length
    if (size >= pieceSize) await putPiece()
  }
  if (size > 0) await putPiece()
  return tally.result()
}

async function putTables(client: pg.ClientBase, put: Put): Promise<Part[]> {
  const parts: Part[] = []
  for (const table of await readTables(client)) {
    const name = nameOf(table)
    if (leftOut.has(name)) continue
    const { schema, columns } = table
    const rows = await putRows(client, copyOut(table), name, put)
    parts.push({ name, schema, table: table.table, columns, ...rows })
  }
  return parts
}

/** Jobs that pg-boss has: of its own role, on another connection, but of the same moment. */
async function putWaitingJobs(access: pg.ClientConfig, snapshot: string, put: Put): Promise<Part[]> {
  const worker = new pg.Client(access)
  worker.on('error', () => {})
  await worker.connect()
  try {
    await worker.query('begin isolation level repeatable read read only')
    await worker.query(`set transaction snapshot ${pg.escapeLiteral(snapshot)}`)
    await worker.query(sameText)
    if (!(await hasJobs(worker))) return []
    const rows = await putRows(worker, copyWaitingJobs, waitingJobsPart, put)
    return [{ name: waitingJobsPart, schema: 'platform', table: 'outbox', columns: outboxColumns, ...rows }]
  } finally {
    await worker.end()
  }
}

/** One moment of the database: nothing of ours can be altered by a migration until the transaction ends. */
async function openSnapshot(client: pg.ClientBase): Promise<string> {
  const tables = await readTables(client)
  await client.query('begin isolation level repeatable read read only')
  await client.query(sameText)
  if (tables.length > 0)
    await client.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`)
  const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
  return rows[0]!.snapshot
}

async function describe(client: pg.ClientBase): Promise<Omit<Manifest, 'parts'>> {
  const migrations = await readApplied(client)
  if (migrations.length === 0) {
    throw new OperatorProblem('There is nothing to back up: Parasol has never been started on this database.')
  }
  const { rows: umbrellas } = await client.query<Manifest['umbrellas'][number]>(
    'select slug, name from platform.umbrellas order by slug',
  )
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  const about: About = { format: formatVersion, program: version, madeAt: Temporal.Now.instant().toString() }
  return { ...about, format: formatVersion, postgres: rows[0]!.version, migrations, umbrellas }
}

export type Backup = { manifest: Manifest; size: number; sha256: string }

/**
 * Writes everything an installation needs to begin again elsewhere into one sealed file: all tables as of one moment,
 * jobs that wait, the secret. People go on working meanwhile. Memory does not grow with the database. Throws
 * OperatorProblem.
 */
export async function makeBackup(
  database: Pick<Database, 'owner' | 'worker'>,
  secret: string,
  path: string,
  encrypter: Encrypter,
): Promise<Backup> {
  const client = await database.owner.connect()
  try {
    const snapshot = await openSnapshot(client)
    const described = await describe(client)
    const { format, program, madeAt } = described
    let manifest: Manifest | undefined
    const produce = async (put: Put) => {
      await put({ name: aboutEntry, bytes: json({ format, program, madeAt } satisfies About) })
      await put({ name: secretsEntry, bytes: Buffer.from(secretFile(secret)) })
      const parts = [
        ...(await putTables(client, put)),
        ...(await putWaitingJobs(database.worker, snapshot, put)),
      ]
      manifest = { ...described, parts }
      await put({ name: manifestEntry, bytes: json(manifest) })
    }
    const file = await makeFile(path, sink => writeArchive(sink, encrypter, produce))
    await client.query('commit')
    return { manifest: manifest!, ...file }
  } finally {
    // Destroyed: after a failure it may be in the middle of a COPY.
    client.release(true)
  }
}
