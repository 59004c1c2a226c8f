import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { type Folders, openFolders, secureSocketFolder } from './embedded-folders.ts'
import { ask, connect, type LockFunction, locks } from './embedded-locks.ts'
import { namesAnother, postNotice, readNotice, removeNotice } from './embedded-notice.ts'
import {
  initialise,
  isPostmasterOf,
  type Postmaster,
  removeStaleFiles,
  runningPostmaster,
  type Settings,
  spawnPostmaster,
} from './embedded-postmaster.ts'

const port = 5432
const patience = 30_000
const lossesAMinute = 5

export type EmbeddedOptions = {
  settings?: Settings
  /** Told when PostgreSQL ended under us; `fatal` when it could not be brought back. */
  onTrouble?: (what: string, fatal: boolean) => void
}

/**
 * PostgreSQL as a child process on a Unix socket. Several programs share one server: whoever comes first starts it,
 * whoever leaves last stops it, and a server that dies under a living program is started again.
 */
export class EmbeddedServer {
  readonly port = port
  #folders: Folders
  readonly #binaries: Binaries
  readonly #settings: Settings
  readonly #onTrouble: NonNullable<EmbeddedOptions['onTrouble']>
  #presence: pg.Client | undefined
  #postmaster: Postmaster | undefined
  #reached: Postmaster | undefined
  #refusal: string | undefined
  #serving = false
  #address: string | null = null
  #leaving = false
  #losses: number[] = []
  #rejoining: Promise<void> | undefined

  private constructor(folders: Folders, binaries: Binaries, options: EmbeddedOptions) {
    this.#folders = folders
    this.#binaries = binaries
    this.#settings = options.settings ?? {}
    this.#onTrouble = options.onTrouble ?? (() => {})
  }

  /** Starts the server of a data folder, or joins the one that runs. Throws OperatorProblem when neither works. */
  static async join(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
    const folders = await openFolders(dataFolder)
    const binaries = await findBinaries(folders.data, folders.runner !== undefined)
    const server = new EmbeddedServer(folders, binaries, options)
    await initialise(binaries, folders)
    await server.#enter()
    return server
  }

  /** The folder of the Unix socket: what a client takes as its host. */
  get socket(): string {
    return this.#folders.socket
  }

  /** A connection of the superuser, for bootstrap alone. The caller ends it. */
  superuser(database = 'postgres'): Promise<pg.Client> {
    return connect(this.socket, database)
  }

  /** Declares this program the one that serves the folder. Throws OperatorProblem when another one does. */
  async serve(): Promise<void> {
    // A program killed a moment ago keeps the lock until its connection is found dead; PostgreSQL killed just now has to
    // come back first.
    const start = Date.now()
    for (let connected = start; !(await this.#claim()); await sleep(50)) {
      if (!this.#presence && Date.now() < start + patience) connected = Date.now()
      if (Date.now() > connected + 1500) throw new OperatorProblem(await this.#alreadyServed())
    }
    this.#serving = true
    await this.#post()
  }

  /** Writes the address at which the program answers into server.json. */
  async announce(address: string): Promise<void> {
    this.#address = address
    await this.#post()
  }

  /** Leaves, and stops PostgreSQL unless somebody else still uses it. Every pool must be closed before. */
  async leave(): Promise<void> {
    this.#leaving = true
    await this.#rejoining
    try {
      if (await this.#isLast()) await this.#stop()
      else if (this.#serving) await removeNotice(this.#folders)
    } finally {
      await this.#presence?.end().catch(() => {})
      this.#postmaster?.release()
    }
  }

  async #enter(): Promise<void> {
    for (let deadline = Date.now() + patience; ; await sleep(20)) {
      const answer = await connect(this.socket, 'postgres').catch(
        (error: { code?: string }) => error.code ?? 'unknown',
      )
      if (typeof answer !== 'string') {
        if (await this.#isPresent(answer)) return
      } else if (answer === '57P03') {
        // It answers that it is starting: after a crash that may take long, and is progress.
        deadline = Date.now() + patience
      } else await this.#startUnlessRunning()
      if (Date.now() > deadline) throw new OperatorProblem(await this.#unreachable(answer))
    }
  }

  /** False when the last program is just stopping the server: then it has to be started anew. */
  async #isPresent(client: pg.Client): Promise<boolean> {
    const present = await ask(client, 'pg_try_advisory_lock_shared', locks.presence).catch(() => false)
    if (!present) {
      await client.end().catch(() => {})
      return false
    }
    this.#presence = client
    this.#reached = this.#postmaster
    this.#postmaster?.release()
    client.once('end', () => {
      if (this.#leaving) return
      this.#rejoining = this.#rejoin()
    })
    return true
  }

  async #startUnlessRunning(): Promise<void> {
    if (this.#postmaster) return
    if (this.#refusal !== undefined) await this.#judgeRefusal(this.#refusal)
    const running = await runningPostmaster(this.#folders)
    if (running) {
      // Started with another TMPDIR, its socket may be elsewhere.
      if (running.socket) this.#folders = { ...this.#folders, socket: running.socket }
      return
    }
    await secureSocketFolder(this.#folders)
    const postmaster = spawnPostmaster(this.#binaries, this.#folders, this.#settings)
    this.#postmaster = postmaster
    void postmaster.ended.then(reason => {
      this.#postmaster = undefined
      // One that had answered did start: it was killed since.
      if (this.#reached !== postmaster) this.#refusal = reason
    })
  }

  /** Another program may have started it first, or children of a killed server may not have ended yet: try again. */
  async #judgeRefusal(reason: string): Promise<void> {
    this.#refusal = undefined
    if (/lock file .*(already exists|is empty)|bogus data in lock file/.test(reason))
      return removeStaleFiles(this.#folders)
    if (/pre-existing shared memory block/.test(reason)) return
    const log = join(this.#folders.cluster, 'log')
    throw new OperatorProblem(`PostgreSQL did not start: ${reason} (its log is in ${log})`)
  }

  async #rejoin(): Promise<void> {
    this.#presence = undefined
    this.#refusal = undefined
    this.#losses = [...this.#losses.filter(time => time > Date.now() - 60_000), Date.now()]
    if (this.#losses.length > lossesAMinute) return this.#onTrouble('PostgreSQL ends again and again', true)
    this.#onTrouble('PostgreSQL ended unexpectedly and is started again', false)
    try {
      await this.#enter()
      if (this.#serving) await this.serve()
    } catch (error) {
      this.#onTrouble((error as Error).message, true)
    }
  }

  /** PostgreSQL may be killed while we ask; once it is back, the program that served before goes first. */
  async #claim(): Promise<boolean> {
    const asked = this.#presence
    if (!asked) return false
    if (this.#losses.length > 0 && !this.#serving && (await namesAnother(this.#folders))) return false
    return ask(asked, 'pg_try_advisory_lock', locks.serving).catch(async error => {
      await sleep(50)
      if (this.#presence === asked) throw error
      return false
    })
  }

  async #isLast(): Promise<boolean> {
    if (!this.#presence) return false
    await this.#ask('pg_advisory_unlock_shared', locks.presence)
    if (!(await this.#ask('pg_try_advisory_lock', locks.presence))) return false
    return this.#serving || !(await this.#othersRemain())
  }

  /** Connections that no program of ours holds, for example somebody's psql. Our own pools take a moment to go. */
  async #othersRemain(): Promise<boolean> {
    const others = `select exists (select from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()) as remain`
    for (const deadline = Date.now() + 1000; Date.now() < deadline; await sleep(20)) {
      if (!(await this.#presence!.query<{ remain: boolean }>(others)).rows[0]!.remain) return false
    }
    return true
  }

  async #stop(): Promise<void> {
    const running = await runningPostmaster(this.#folders)
    if (running) process.kill(running.pid, 'SIGINT')
    const deadline = Date.now() + 60_000
    while (running && isPostmasterOf(this.#folders.cluster, running.pid)) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${running.pid}) does not stop`)
      await sleep(10)
    }
    this.#postmaster?.child.ref()
    await this.#postmaster?.ended
    await removeNotice(this.#folders)
  }

  #ask(what: LockFunction, key: number): Promise<boolean> {
    if (!this.#presence) throw new Error('PostgreSQL ended and has not come back')
    return ask(this.#presence, what, key)
  }

  #post(): Promise<void> {
    return postNotice(this.#folders, port, this.#address)
  }

  async #alreadyServed(): Promise<string> {
    const notice = await readNotice(this.#folders)
    const who = notice ? ` (process ${notice.pid}${notice.address ? `, ${notice.address}` : ''})` : ''
    return `Another program already serves ${this.#folders.data}${who}: stop it first, or set PARASOL_DATA to another folder.`
  }

  async #unreachable(answer: unknown): Promise<string> {
    const running = await runningPostmaster(this.#folders)
    return running
      ? `PostgreSQL (process ${running.pid}) runs on ${this.#folders.cluster} but cannot be reached over ${this.socket} (${answer}): stop it with kill -INT ${running.pid} and start again.`
      : `PostgreSQL did not start within ${patience / 1000} seconds: its log is in ${join(this.#folders.cluster, 'log')}.`
  }
}
