import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { until } from '../until.ts'

const started = new Set<ChildProcess>()
const folders = new Set<string>()

/** An empty data folder that goes away with `cleanUp`, which also stops whatever still runs on it. */
export async function emptyFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'parasol-test-'))
  await chmod(parent, 0o755)
  folders.add(parent)
  return join(parent, 'data')
}

let prepared: Promise<string> | undefined
const preparedFolders: string[] = []

async function prepare(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'parasol-prepared-'))
  preparedFolders.push(parent)
  await chmod(parent, 0o755)
  const data = join(parent, 'data')
  await (await onDatabase(data, 'command')).end('SIGTERM')
  return data
}

// Test files may share a process, and so what was prepared in it.
process.once('exit', () => {
  for (const folder of preparedFolders) rmSync(folder, { recursive: true, force: true })
})

/** A data folder whose database has been initialised and stopped: a copy of one, which is quicker than making it. */
export async function preparedFolder(): Promise<string> {
  prepared ??= prepare()
  const data = await emptyFolder()
  execFileSync('cp', ['-a', await prepared, data])
  return data
}

/** The process serving a data folder's cluster, from postmaster.pid. */
export async function postgresOf(data: string): Promise<number> {
  const text = await readFile(join(data, 'postgres/postmaster.pid'), 'utf8').catch(() => '')
  return Number.parseInt(text, 10) || 0
}

/** Whether a process runs; a dead one that nobody has waited for (in a container without init) does not. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

// Programs say JSON; what `serve` prints for a person is a line of words.
function parse(line: string): Record<string, unknown> {
  return line.startsWith('{') ? JSON.parse(line) : { line }
}

/** A running program: what it said, and how it ended. */
export class Program {
  readonly child: ChildProcess
  readonly news: Record<string, unknown>[] = []
  stderr = ''
  code: number | null | undefined

  constructor(script: string, args: string[], env: Record<string, string> = {}) {
    const file = join(import.meta.dirname, script)
    this.child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env } })
    started.add(this.child)
    createInterface({ input: this.child.stdout! }).on('line', line => this.news.push(parse(line)))
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    this.child.once('exit', code => {
      this.code = code
      started.delete(this.child)
    })
  }

  get pid(): number {
    return this.child.pid!
  }

  /** Resolves with what the program said first about `key`; throws when it ends before. */
  async said(key: string): Promise<string> {
    const find = () => this.news.find(news => key in news)
    await until(() => find() !== undefined || this.code !== undefined, `the program says "${key}"`)
    const news = find()
    if (!news) throw new Error(`the program ended with ${this.code}: ${this.stderr}`)
    return String(news[key])
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.code === undefined) {
      this.child.kill(signal)
      await once(this.child, 'exit')
    }
    return this.code ?? null
  }

  async exit(): Promise<number | null> {
    if (this.code === undefined) await once(this.child, 'exit')
    return this.code ?? null
  }
}

/** Starts a program on a data folder's embedded database and waits until it is connected. */
export async function onDatabase(
  data: string,
  role: 'serve' | 'command',
  env = {},
): Promise<Program & { socket: string }> {
  const program = new Program('embedded.ts', [data, role], env)
  return Object.assign(program, { socket: await program.said('socket') })
}

/** One statement as the superuser over a socket. */
export async function ask<R extends pg.QueryResultRow>(socket: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  return client
    .query<R>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** Ends what the tests started, by process id, and removes their folders. */
export async function cleanUp(): Promise<void> {
  for (const child of started) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  for (const folder of folders) {
    const postgres = await postgresOf(join(folder, 'data'))
    if (postgres && alive(postgres)) process.kill(postgres, 'SIGQUIT')
    if (postgres) await until(() => !alive(postgres), 'PostgreSQL has ended').catch(() => {})
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    folders.delete(folder)
  }
}
