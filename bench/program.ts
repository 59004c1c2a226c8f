import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Config } from '#platform/config.ts'
import { historyHash, readMigrations } from '#platform/database/migrate.ts'
import { type Database, openDatabase } from '#platform/database/open.ts'
import { projectRoot } from '#platform/project-root.ts'
import { loadSecrets } from '#platform/secrets.ts'
import { programEnvironment, programFlags } from '../bin/processes.mjs'

/** The program as it is built, running on a folder of its own as a demonstration. */
export type Program = {
  origin: string
  pid: number
  /** Resident memory of the program, without PostgreSQL, in bytes. */
  memory: () => number
  database: Database
  /** The cookie of a person of the demonstration, and who that is. */
  signIn: (as: string) => Promise<{ cookie: string; person: string }>
  stop: () => Promise<void>
}

const patience = 120_000

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null) throw new Error('the program did not start')
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error('the program is not ready')
}

async function signIn(origin: string, owner: pg.Pool, as: string) {
  const answer = await fetch(`${origin}/en/demonstration/session`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ as, to: '' }),
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`${as} could not sign in: ${answer.status}`)
  const { rows } = await owner.query<{ person: string }>(
    'select user_id as person from accounts.sessions order by created_at desc limit 1',
  )
  return { cookie, person: rows[0]!.person }
}

/** Where the bench's database is kept between runs: another one for each state of the migrations. */
async function findFolder(): Promise<string> {
  const cache = join(projectRoot, '.cache')
  const name = `bench-${historyHash(await readMigrations())}`
  mkdirSync(join(cache, name), { recursive: true })
  const others = readdirSync(cache).filter(entry => entry.startsWith('bench') && entry !== name)
  for (const other of others) rmSync(join(cache, other), { recursive: true, force: true })
  return join(cache, name)
}

/** Starts the built program and waits until it answers. Its database is kept between runs. */
export async function startProgram(): Promise<Program> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const dataFolder = await findFolder()
  const settings = {
    PORT: String(port),
    PARASOL_DATA: dataFolder,
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    ...programEnvironment,
  }
  const child = spawn(
    process.execPath,
    [...programFlags, join(projectRoot, 'dist/server/parasol.js'), 'serve'],
    {
      env: { PATH: process.env.PATH, NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '', ...settings },
      // With the channel the program notices when we are gone, and stops too.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  await untilReady(origin, child)
  const config = { databaseUrl: null, dataFolder } as Config
  const database = await openDatabase(config, await loadSecrets(dataFolder))
  return {
    origin,
    pid: child.pid!,
    database,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) * 1024,
    signIn: as => signIn(origin, database.owner, as),
    stop: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await database.close()
    },
  }
}
