import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#platform/project-root.ts'
import type { Delivery, Order } from './typesetter.ts'

// Read from the checkout by Node itself, also by the built program.
const program = join(projectRoot, 'src/platform/documents/typesetter.ts')

// Nothing of ours is for foreign code to know. Packages that a source might name are not fetched, the fonts of the machine
// are not looked for: the same document everywhere.
const environment = {
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HTTP_PROXY: 'http://127.0.0.1:9',
  FONTCONFIG_FILE: join(projectRoot, 'src/platform/documents/no-fonts.conf'),
}

const longest = 60_000
const mostWaiting = 100

/** More documents are being asked for than can be made: a busy hour or somebody's script. */
export class PressBusy extends Error {
  override name = 'PressBusy'
}

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

/** Has documents set by one child process, one after another, started when it is first needed. */
export class Press {
  #child: ChildProcess | null = null
  #next = 1
  readonly #waiting = new Map<number, Waiting>()

  set(sources: Order['sources'], data: string): Promise<Uint8Array> {
    if (this.#waiting.size >= mostWaiting) return Promise.reject(new PressBusy())
    const child = this.#start()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), longest)
      this.#waiting.set(id, { resolve, reject, timer })
      // While somebody waits, the program does not end; idle, the child holds nobody up.
      child.ref()
      child.channel?.ref()
      child.send({ id, sources, data } satisfies Order)
    })
  }

  /** The process that sets documents, when one runs. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  #start(): ChildProcess {
    if (this.#child) return this.#child
    const child = fork(program, {
      cwd: '/',
      env: environment,
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', (delivery: Delivery) => this.#arrived(delivery))
    child.on('error', error => this.#lost(child, error))
    child.on('exit', (code, signal) =>
      this.#lost(child, new Error(`the typesetter ended with ${signal ?? code}`)),
    )
    this.#child = child
    return child
  }

  #arrived(delivery: Delivery): void {
    const waiting = this.#waiting.get(delivery.id)
    if (!waiting) return
    clearTimeout(waiting.timer)
    this.#waiting.delete(delivery.id)
    if (this.#waiting.size === 0) this.#rest()
    if ('pdf' in delivery) waiting.resolve(delivery.pdf)
    else waiting.reject(new Error(`a document could not be set: ${delivery.problem}`))
  }

  #rest(): void {
    this.#child?.unref()
    this.#child?.channel?.unref()
  }

  // All who wait are told; the next one starts a new process.
  #lost(child: ChildProcess, error: Error): void {
    if (this.#child !== child) return
    this.#child = null
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      reject(error)
    }
    this.#waiting.clear()
  }
}
