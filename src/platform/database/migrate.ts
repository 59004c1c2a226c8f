import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { projectRoot } from '#platform/project-root.ts'

/** One step of the history: `number` from the file's name, `hash` of its exact bytes (SHA-256, hex). */
export type Migration = { number: number; name: string; hash: string; sql: string }

const fileName = /^(\d{4})_([a-z0-9_]+)\.sql$/
// Any constant will do, as long as every program that migrates this database takes the same one.
const lock = 7_265_201

/** The history in a folder, in order. Throws when a file is misnamed or two have one number. */
export async function readMigrations(folder = join(projectRoot, 'migrations')): Promise<Migration[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort()
  const migrations = await Promise.all(
    files.map(async file => {
      const match = fileName.exec(file)
      if (!match) throw new Error(`${file}: a migration is named like 0007_what_it_does.sql`)
      const bytes = await readFile(join(folder, file))
      const hash = createHash('sha256').update(bytes).digest('hex')
      return { number: Number(match[1]), name: file, hash, sql: bytes.toString('utf8') }
    }),
  )
  const twice = migrations.find((migration, index) => migrations[index - 1]?.number === migration.number)
  if (twice) throw new Error(`${twice.name}: another migration has the same number`)
  return migrations
}

/** One name for a whole history: changes when any byte of any migration does. */
export function historyHash(migrations: Migration[]): string {
  const hash = createHash('sha256')
  for (const { name, hash: own } of migrations) hash.update(`${name} ${own}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** A migration as a database remembers it. */
export type Applied = { number: number; name: string; hash: string }

/** What a database has been through, in order; empty for one that knows nothing of us. */
export async function readApplied(client: pg.ClientBase): Promise<Applied[]> {
  const known = await client.query<{ there: boolean }>(
    "select to_regclass('platform.migrations') is not null as there",
  )
  if (!known.rows[0]!.there) return []
  return (await client.query<Applied>('select number, name, hash from platform.migrations order by number'))
    .rows
}

/** Throws OperatorProblem when these files are not the continuation of that history. */
function refuseOtherHistory(applied: Applied[], migrations: Migration[]): void {
  const ours = new Map(migrations.map(migration => [migration.number, migration]))
  for (const { number, name, hash } of applied) {
    const migration = ours.get(number)
    if (!migration) {
      throw new OperatorProblem(
        `The database is newer than this program (it has migration ${name}): start the newer program, or restore a backup made by this one.`,
      )
    }
    if (migration.hash !== hash) {
      throw new OperatorProblem(
        `migrations/${migration.name} has changed since it was applied to this database: restore the file as it was and put the change into a new migration.`,
      )
    }
  }
  const last = applied.at(-1)
  const missed =
    last && migrations.find(m => m.number < last.number && !applied.some(a => a.number === m.number))
  if (missed) {
    throw new OperatorProblem(
      `migrations/${missed.name} comes before ${last.name}, which this database already has: give it the next free number.`,
    )
  }
}

const bookkeeping = `
  create schema if not exists platform;
  create table if not exists platform.migrations (
    number integer primary key,
    name text not null,
    hash text not null,
    applied_at timestamptz not null default now()
  )`

async function run(client: pg.ClientBase, { number, name, hash, sql }: Migration): Promise<void> {
  try {
    await client.query(sql)
    await client.query(bookkeeping)
    await client.query('insert into platform.migrations (number, name, hash) values ($1, $2, $3)', [
      number,
      name,
      hash,
    ])
  } catch (error) {
    const { message, position } = error as pg.DatabaseError
    const line = position ? `:${sql.slice(0, Number(position)).split('\n').length}` : ''
    throw new Error(`migrations/${name}${line} failed: ${message}`, { cause: error })
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await run(client, migration)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/**
 * Brings an empty database to the state of these files inside the caller's transaction, which holds off programs that
 * start meanwhile. Returns false, having done nothing, when the database has a history already.
 */
export async function applyWithin(client: pg.ClientBase, migrations: Migration[]): Promise<boolean> {
  await client.query(`select pg_advisory_xact_lock(${lock})`)
  if ((await readApplied(client)).length > 0) return false
  for (const migration of migrations) await run(client, migration)
  return true
}

/** How far a database is: names of the files it has and of those it lacks. Throws OperatorProblem like `migrate`. */
export async function readProgress(owner: pg.Pool): Promise<{ applied: string[]; pending: string[] }> {
  const history = await readMigrations()
  const client = await owner.connect()
  try {
    const applied = await readApplied(client)
    refuseOtherHistory(applied, history)
    const names = history.map(migration => migration.name)
    return { applied: names.slice(0, applied.length), pending: names.slice(applied.length) }
  } finally {
    client.release()
  }
}

/**
 * Brings a database to the end of the history and returns the names of the files applied now. Each file runs in its own
 * transaction; an advisory lock makes two programs that start at once take turns. Throws OperatorProblem when the
 * database holds another history than the files.
 */
export async function migrate(owner: pg.Pool, migrations?: Migration[]): Promise<string[]> {
  const history = migrations ?? (await readMigrations())
  const client = await owner.connect()
  try {
    await client.query(`select pg_advisory_lock(${lock})`)
    const applied = await readApplied(client)
    refuseOtherHistory(applied, history)
    const pending = history.slice(applied.length)
    for (const migration of pending) await apply(client, migration)
    return pending.map(migration => migration.name)
  } finally {
    // Destroyed rather than handed back: that frees the lock and whatever a migration set on the session.
    client.release(true)
  }
}
