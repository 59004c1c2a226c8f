import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Binaries } from './embedded-binaries.ts'
import { type Folders, hasCluster, socketFile } from './embedded-folders.ts'

/** Server parameters given on the command line, over the defaults below. */
export type Settings = Record<string, string>

const defaults: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // A week of logs, in the cluster's own folder.
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  // An error's text and detail can quote what a person wrote. The program logs its own errors; here only the server's
  // life is recorded ("log" stands above "error" in this parameter's order).
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

// Words are compared by explicit ICU collations; the default one only has to be the same everywhere. The character
// class must know letters beyond ASCII, or trigrams of Cyrillic words are empty; its name differs between systems.
const characterClasses = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8']

const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

async function runInitdb(
  binaries: Binaries,
  folders: Folders,
  into: string,
  characterClass: string,
): Promise<string> {
  const options = [
    `--pgdata=${into}`,
    '--username=postgres',
    '--auth=trust',
    '--data-checksums',
    '--encoding=UTF8',
  ]
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const run = promisify(execFile)(
    join(binaries.folder, 'bin/initdb'),
    [...options, ...locale, `--lc-ctype=${characterClass}`, '--no-instructions'],
    { ...folders.runner, cwd: '/', env: environment },
  )
  return run.then(
    () => '',
    (error: { stderr?: string; message: string }) => (error.stderr ? oneLine(error.stderr) : error.message),
  )
}

async function removeHalfMade({ data }: Folders): Promise<void> {
  for (const name of await readdir(data)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    // Its initdb may outlive the killed program for a moment and go on writing: the folder is emptied until it stays empty.
    const patient = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }
    if (pid && !isAlive(Number(pid))) await rm(join(data, name), patient)
  }
}

/**
 * Makes the cluster where there is none. It is made beside its place and renamed, so that a program killed half-way
 * leaves nothing that looks like a database, and two programs that start at once end with one.
 */
export async function initialise(binaries: Binaries, folders: Folders): Promise<void> {
  if (hasCluster(folders)) return refuseOtherVersion(binaries, folders)
  await removeHalfMade(folders)
  const half = join(folders.data, `postgres.new-${process.pid}`)
  let complaint = ''
  for (const characterClass of characterClasses) {
    await rm(half, { recursive: true, force: true })
    await mkdir(half, { mode: 0o700 })
    if (folders.runner) await chown(half, folders.runner.uid, folders.runner.gid)
    complaint = await runInitdb(binaries, folders, half, characterClass)
    if (!complaint) break
  }
  if (!complaint) await rename(half, folders.cluster).catch(() => {})
  await rm(half, { recursive: true, force: true })
  if (!hasCluster(folders)) throw new OperatorProblem(`The database could not be initialised: ${complaint}`)
}

async function refuseOtherVersion(binaries: Binaries, { cluster }: Folders): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (made === binaries.major) return
  throw new OperatorProblem(
    `The database in ${cluster} was made by PostgreSQL ${made} and this program brings ${binaries.major}: make a backup with the program that made it, and restore that into an empty folder.`,
  )
}

function oneLine(text: string): string {
  const reason = text.split('\n').find(line => /FATAL|error:/.test(line))
  return reason?.replace(/^.*?(FATAL|error):\s*/, '') ?? 'it gave no reason'
}

/** A running child: `ended` resolves with the reason in one line; `release` lets our process end before it does. */
export type Postmaster = { child: ChildProcess; ended: Promise<string>; release: () => void }

/** Starts `postgres`. It leads its own session: Ctrl-C in a terminal must reach us, and us alone, first. */
export function spawnPostmaster(binaries: Binaries, folders: Folders, settings: Settings): Postmaster {
  const parameters = { ...defaults, unix_socket_directories: folders.socket, ...settings }
  const child = spawn(
    join(binaries.folder, 'bin/postgres'),
    [
      '-D',
      folders.cluster,
      ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...folders.runner, cwd: '/', env: environment, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-8000)
  })
  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', (code, signal) =>
      resolve(said.includes('FATAL') ? oneLine(said) : `it ended with ${signal ?? `code ${code}`}`),
    )
  })
  const release = () => {
    child.stderr!.destroy()
    child.unref()
  }
  return { child, ended, release }
}

/** Whether a process with that id exists, whoever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether a process is alive and serves this cluster. Its id alone proves little: after a crash it may belong to somebody
 * else, or to a dead child nobody waited for.
 */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      const state = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)![0]
      return state !== 'Z' && state !== 'X' && readlinkSync(`/proc/${pid}/cwd`) === cluster
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EACCES'
    }
  }
  const { stdout } = spawnSync('/bin/ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' })
  return !stdout.startsWith('Z') && stdout.includes(cluster)
}

/** The process that serves the cluster and the folder of its socket, from postmaster.pid, when it is really alive. */
export async function runningPostmaster({
  cluster,
}: Folders): Promise<{ pid: number; socket: string } | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number.parseInt(lines[0]!, 10)
  return pid > 0 && isPostmasterOf(cluster, pid) ? { pid, socket: lines[4] ?? '' } : undefined
}

// A power cut can leave the file without its content. One that is being written has it within milliseconds.
async function isAbandoned(file: string, text: string, cluster: string): Promise<boolean> {
  const pid = Number.parseInt(text, 10)
  if (pid > 0) return !isPostmasterOf(cluster, pid)
  const written = (await stat(file).catch(() => null))?.mtimeMs ?? Date.now()
  return Date.now() - written > 2000
}

async function removeIfStale(file: string, cluster: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (!(await isAbandoned(file, text, cluster))) return
  if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true })
}

/**
 * Removes what a killed server left, where PostgreSQL dares not: it takes any living process with the recorded id for
 * its predecessor. Call it only after PostgreSQL refused, since the file of a server just starting must stay. Shared
 * memory still held by orphaned children stops a second server in any case.
 */
export async function removeStaleFiles({ cluster, socket }: Folders): Promise<void> {
  await removeIfStale(join(cluster, 'postmaster.pid'), cluster)
  await removeIfStale(join(socket, `${socketFile}.lock`), cluster)
}
