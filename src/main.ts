import type { Logger } from 'pino'
import { type Config, requireMail } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { type Database, openDatabase } from '#platform/database/open.ts'
import { listen } from '#platform/http/web-server.ts'
import { receiveMail } from '#platform/incoming-mail/index.ts'
import { type InstallationKind, settleInstallation } from '#platform/installation.ts'
import { startJobs } from '#platform/jobs/index.ts'
import { createLog } from '#platform/log.ts'
import { closeMail } from '#platform/mail/index.ts'
import type { Platform } from '#platform/platform.ts'
import { loadSecrets, type Secrets } from '#platform/secrets.ts'
import { listenForChanges } from '#platform/umbrellas/changes.ts'
import { type App, createApp } from '#src/app.ts'
import { backgroundJobs, mailboxesOf } from '#src/background.ts'

type Closing = { close: () => Promise<void> }

const isServerStopping = (error: Error) => (error as { code?: string }).code === '57P01'

/** Resolves with the exit code once the program is to stop: 0 when somebody asked for it, 1 after trouble. */
function untilStopped(log: Logger) {
  const { promise, resolve } = Promise.withResolvers<number>()
  const stopping = new AbortController()
  const stop = (code: number) => {
    stopping.abort()
    resolve(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0))
  // `npm start` runs us as a child and holds this channel: when it is killed, nobody would stop us.
  process.on('disconnect', () => stop(0))
  process.on('uncaughtException', err => {
    // pg-boss stops listening to a connection before it closes it, and PostgreSQL may be told to stop when we are.
    if (stopping.signal.aborted && isServerStopping(err)) return
    log.fatal({ err }, 'a bug stops the program')
    stop(1)
  })
  return { stopped: promise, stop, stopping: stopping.signal }
}

async function connect(
  config: Config,
  secrets: Secrets,
  log: Logger,
  { stop, stopping }: ReturnType<typeof untilStopped>,
): Promise<Database> {
  return openDatabase(config, secrets, {
    serve: true,
    onIdleError: error => {
      if (stopping.aborted) return
      log.warn({ code: (error as { code?: string }).code }, 'a database connection was lost')
    },
    onTrouble: (what, fatal) => {
      log.error({ fatal }, what)
      if (fatal) stop(1)
    },
  })
}

/** Keeps what the process remembers of the database true. */
async function follow(platform: Platform, { umbrellas, cache }: App): Promise<Closing> {
  const close = await listenForChanges(platform, {
    changed: umbrella => {
      cache.evict(umbrella)
      void umbrellas.reload().then(
        () => cache.evict(umbrella),
        () => cache.flush(),
      )
    },
    missed: () => {
      cache.flush()
      void umbrellas.reload().then(
        () => cache.flush(),
        () => {},
      )
    },
  })
  return { close }
}

/** Lets every room fill an empty demonstration, from the ground up. */
export async function loadDemonstration(platform: Platform): Promise<void> {
  const { modules } = await createApp(platform)
  for (const module of modules) await module.demonstration?.(platform)
}

type Base = { config: Config; secrets: Secrets; database: Database; log: Logger; stopping: AbortSignal }

/** Migrates, and makes of an empty database what it is to be. */
async function prepare(base: Base, wanted: InstallationKind): Promise<Platform> {
  const { config, database, log } = base
  const applied = await migrate(database.owner)
  if (applied.length > 0) log.info({ applied: applied.length }, 'migrated')
  const load = () => loadDemonstration({ ...base, demonstration: config.loopback })
  const kind = await settleInstallation(database, wanted, load)
  requireMail(config, kind === 'demonstration')
  return { ...base, demonstration: kind === 'demonstration' && config.loopback }
}

/** Opens the doors; what has to be closed again, in reverse, is added to `closings`. Returns what to tell the person. */
async function open(platform: Platform, closings: Closing[]): Promise<string[]> {
  const { config, database } = platform
  const app = await createApp(platform)
  closings.push(await follow(platform, app))
  const jobs = await startJobs(platform, backgroundJobs(app.modules))
  closings.push({ close: () => closeMail(platform) }, { close: () => jobs.stop() })
  platform.jobsHealthy = () => jobs.healthy()
  closings.push(await listen(config, app.fetch))
  if (config.mail) closings.push(await receiveMail(platform, mailboxesOf(app.modules)))
  await database.announce(config.origin)
  return [
    `Parasol answers at ${config.origin}`,
    ...(platform.demonstration ? await signIns(platform, app) : []),
  ]
}

async function signIns(platform: Platform, { modules }: App): Promise<string[]> {
  const known = (await Promise.all(modules.flatMap(module => module.signIns?.(platform) ?? []))).flat()
  const width = Math.max(0, ...known.map(({ role }) => role.length)) + 2
  return ['Sign in as', ...known.map(({ role, address }) => `  ${role.padEnd(width)}${address}`)]
}

/**
 * Runs the program until it is told to stop: database, migrations, demonstration (unless `empty`), jobs, web server.
 * Returns the exit code. `print` tells the person at the terminal the address and how to sign in. Throws OperatorProblem.
 */
export async function serve(config: Config, empty: boolean, print: (line: string) => void): Promise<number> {
  const wanted = empty ? 'coalition' : 'demonstration'
  requireMail(config, !empty)
  const log = createLog(config)
  const ending = untilStopped(log)
  const { stopped, stopping } = ending
  const secrets = await loadSecrets(config.dataFolder, config.secret)
  const database = await connect(config, secrets, log, ending)
  const closings: Closing[] = []
  try {
    const prepared = prepare({ config, secrets, database, log, stopping }, wanted)
    const lines = await Promise.race([prepared.then(platform => open(platform, closings)), stopped])
    if (typeof lines === 'number') return lines
    for (const line of lines) print(line)
    log.info({ origin: config.origin, database: database.kind }, 'started')
    return await stopped
  } finally {
    log.info('stopping')
    for (const { close } of closings.reverse()) await close()
    await database.close()
  }
}
