// `npm run dev`: builds again whatever is saved (server, islands, styles), restarts the program, and reloads the pages
// that are open. The program itself is the real one; only a small proxy in front of it knows that this is development.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { readConfig } from '../src/platform/config.ts'
import { EmbeddedServer } from '../src/platform/database/embedded.ts'
import { OperatorProblem } from '../src/platform/operator-problem.ts'
import { startProxy } from './dev-proxy.mjs'
import { fail, pinnedNode, root } from './processes.mjs'

process.env.NODE_ENV = 'development'

/** Builds now and after every change. Calls `built` after each success; Vite shows a mistake, and it is waited out. */
async function keepBuilding(name, options, built) {
  const watcher = await build({ logLevel: 'warn', mode: 'development', build: { ...options, watch: {} } })
  let succeeded = true
  watcher.on('event', event => {
    if (event.code === 'START') succeeded = true
    if (event.code === 'ERROR') succeeded = false
    if (event.code === 'BUNDLE_END') event.result?.close?.()
    if (event.code === 'END' && succeeded) built(name)
  })
  return watcher
}

class Program {
  #child
  #restarting = Promise.resolve()

  constructor(environment, proxy) {
    this.environment = environment
    this.proxy = proxy
  }

  restart() {
    this.#restarting = this.#restarting.then(async () => {
      this.proxy.hold()
      await this.stop()
      const file = join(root, 'dist/server/parasol.js')
      const args = ['--enable-source-maps', file, 'serve', ...process.argv.slice(2)]
      const child = spawn(pinnedNode, args, {
        cwd: root,
        env: this.environment,
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      })
      this.#child = child
      if (await this.proxy.answers(() => child.exitCode === null)) this.proxy.release()
      else console.error('the program ended; it starts again after the next change')
    })
    return this.#restarting
  }

  async stop() {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

function afterAWhile(work) {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(work, 60)
  }
}

async function develop() {
  const config = readConfig()
  // What is built here is not what `npm start` would build.
  rmSync(join(root, 'dist/.stamp'), { force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  // PostgreSQL stays up while the program comes and goes.
  const database = config.databaseUrl ? undefined : await EmbeddedServer.join(config.dataFolder)
  const proxy = await startProxy(config)
  const environment = {
    ...process.env,
    PORT: String(proxy.upstream),
    PARASOL_HOST: '127.0.0.1',
    PARASOL_ORIGIN: config.origin,
  }
  const program = new Program(environment, proxy)
  const restart = afterAWhile(() => program.restart())
  const ready = new Set()
  const built = name => ready.add(name).size === 2 && restart()
  const watchers = [
    await keepBuilding('client', {}, built),
    await keepBuilding('server', { ssr: true }, built),
  ]
  watch(join(root, 'migrations'), restart)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
    process.on(signal, async () => {
      if (stopping) return
      stopping = true
      for (const watcher of watchers) await watcher.close()
      proxy.close()
      await program.stop()
      await database?.leave()
      process.exit(0)
    })
  }
}

await develop().catch(error => {
  if (error instanceof OperatorProblem) fail(error.message)
  throw error
})
