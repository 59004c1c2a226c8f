import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Platform } from '#platform/platform.ts'
import { type JobDefinition, type JobRef, noSubject } from './definition.ts'
import { failureOf } from './failure.ts'
import { startHandOver } from './hand-over.ts'
import { runnerOf, undertaker } from './run.ts'

/** Seconds. Tests shorten what people never wait for. */
export type JobTiming = {
  /** How often to look for due work that nobody announced: retries, and what was asked for later. */
  poll: number
  /** How often to look for jobs whose process died. */
  supervise: number
  /** How long `stop` lets jobs in hand finish. */
  grace: number
}

const usual: JobTiming = { poll: 10, supervise: 60, grace: 25 }

/** Where pg-boss lays jobs that failed for good, until they are moved to platform.dead_letters. */
const graveyard = 'platform.dead-letters'
const year = 365 * 24 * 3600

export type Jobs = {
  /** Whether jobs are being handed over and worked on, for /readyz. */
  healthy(): boolean
  /** Lets jobs in hand finish, then leaves the database. */
  stop(): Promise<void>
}

async function createQueue(boss: PgBoss, definition: JobDefinition): Promise<void> {
  const { limit, delay, backoff } = definition.retry ?? { limit: 5, delay: 30, backoff: true }
  const options = {
    retryLimit: limit,
    retryDelay: delay,
    retryBackoff: backoff,
    expireInSeconds: definition.timeout ?? 300,
    // Work that waits is never thrown away; work that is done need not be kept long.
    retentionSeconds: year,
    deleteAfterSeconds: 24 * 3600,
    deadLetter: graveyard,
    notify: true,
  }
  // createQueue leaves a queue that exists as it is; its options may have changed with the program.
  await boss.createQueue(definition.queue, { ...options, policy: 'short' })
  await boss.updateQueue(definition.queue, { ...options, retryDelayMax: backoff ? 6 * 3600 : null })
}

async function keepSchedules(boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  const wanted = new Set<string>()
  for (const { queue, schedule } of definitions) {
    if (!schedule) continue
    wanted.add(queue)
    const ref: JobRef = { umbrella: null, id: noSubject }
    // `once`: a weekly letter that fell into a night of downtime is sent in the morning, not next week.
    await boss.schedule(queue, schedule.cron, ref, {
      tz: schedule.zone,
      singletonKey: 'scheduled',
      missed: 'once',
    })
  }
  for (const { name } of await boss.getSchedules()) {
    if (!wanted.has(name)) await boss.unschedule(name)
  }
}

async function work(
  platform: Platform,
  boss: PgBoss,
  worker: pg.Pool,
  definitions: readonly JobDefinition[],
  timing: JobTiming,
) {
  const polling = {
    pollingIntervalSeconds: Math.min(timing.poll, 2),
    notifyPollingIntervalSeconds: timing.poll,
  }
  for (const definition of definitions) {
    const batch = { batchSize: definition.concurrency ?? 4, burstWhenBatchFull: true }
    await boss.work(
      definition.queue,
      { ...polling, ...batch, perJobResults: true },
      runnerOf(platform, boss, worker, definition),
    )
  }
  await boss.work(
    graveyard,
    { ...polling, batchSize: 20, includeMetadata: true },
    undertaker(platform, worker),
  )
}

function refuseDoubles(definitions: readonly JobDefinition[]): ReadonlySet<string> {
  const queues = new Set(definitions.map(definition => definition.queue))
  if (queues.size < definitions.length) throw new Error('two jobs have the same queue')
  return queues
}

/**
 * Starts working: moves what actions asked for to pg-boss, runs it, keeps the schedules. Several processes on one database
 * share the work. Installs or upgrades pg-boss's tables in schema `pgboss`.
 */
export async function startJobs(
  platform: Platform,
  definitions: readonly JobDefinition[],
  given: Partial<JobTiming> = {},
): Promise<Jobs> {
  const timing = { ...usual, ...given }
  const queues = refuseDoubles(definitions)
  const log = platform.log.child({ part: 'jobs' })
  const worker = new pg.Pool({ ...platform.database.worker, max: 4, idleTimeoutMillis: 10_000 })
  let stopping: Promise<void> | null = null
  // PostgreSQL may be told to stop when we are: the connections that it takes are those we are giving up.
  const leaving = () => stopping !== null || platform.stopping?.aborted === true
  worker.on('connect', client => client.on('error', () => {}))
  worker.on('error', error => {
    if (!leaving()) log.warn({ failure: failureOf(error) }, 'a connection was lost')
  })
  // pg-boss reads times as the driver gives them by default, not as ours does.
  const boss = new PgBoss({
    ...platform.database.worker,
    types: undefined,
    max: 4,
    schema: 'pgboss',
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: timing.supervise,
    monitorIntervalSeconds: timing.supervise,
  } as ConstructorParameters<typeof PgBoss>[0] & object)
  let failing = 0
  boss.on('error', error => {
    if (leaving()) return
    failing = Date.now()
    log.error({ failure: failureOf(error) }, 'the job queue failed')
  })
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'the job queue warns'))
  try {
    await boss.start()
    await boss.createQueue(graveyard, {
      retryLimit: 1000,
      retryDelay: 60,
      retentionSeconds: year,
      notify: true,
    })
    for (const definition of definitions) await createQueue(boss, definition)
    await keepSchedules(boss, definitions)
    await work(platform, boss, worker, definitions, timing)
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    await worker.end()
    throw error
  }
  const handOver = startHandOver(worker, boss, queues, {
    every: Math.min(timing.poll, 1) * 1000,
    onError: failure => {
      if (!leaving()) log.error({ failure }, 'jobs could not be handed over')
    },
  })
  const ear = await boss.getDb().listen?.('parasol_jobs', handOver.wake, handOver.wake)
  const stop = async () => {
    await ear?.close()
    await handOver.stop()
    await boss.stop({ graceful: true, timeout: timing.grace * 1000 })
    await worker.end()
  }
  return {
    healthy: () => stopping === null && handOver.silence() < 30_000 && Date.now() - failing > 5_000,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}
