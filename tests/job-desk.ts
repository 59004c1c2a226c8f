import { pino } from 'pino'
import { inScope, type Scope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { enqueue, type JobDefinition, type JobRef, type Jobs, startJobs } from '#platform/jobs/index.ts'
import type { Platform } from '#platform/platform.ts'
import { freshDatabase } from './database.ts'
import { newPerson, newUmbrella } from './umbrella.ts'

/** A queue of its own for each test, and what arrived in it. */
export function recorder(name: string, more: Partial<JobDefinition> = {}) {
  const seen: JobRef[] = []
  const definition: JobDefinition = {
    queue: `test.${name}`,
    handler: async (_context, ref) => {
      seen.push(ref)
    },
    ...more,
  }
  return { seen, definition, queue: definition.queue }
}

/** A database with one umbrella and its coordinator, and a worker that is started for each test. */
export async function openJobDesk() {
  const database = await freshDatabase()
  const umbrella = await newUmbrella(database)
  const coordinator = await newPerson(database, [umbrella])
  await database.owner.query(
    `insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'coordinator')`,
    [umbrella, newId(), coordinator],
  )
  let running: Jobs | undefined

  async function work(...definitions: JobDefinition[]): Promise<Jobs> {
    const platform = { database, log: pino({ level: 'silent' }) } as unknown as Platform
    running = await startJobs(platform, definitions, { poll: 1, supervise: 1, grace: 5 })
    return running
  }

  /** Stops the worker and throws away what a test left. */
  async function clear(): Promise<void> {
    await running?.stop()
    running = undefined
    await database.owner.query('truncate platform.outbox, platform.dead_letters')
  }

  const write = <T>(work: (tx: Tx) => Promise<T>, scope: Scope = { umbrella, account: null }) =>
    inScope(database.request, scope, 'write', work)

  const ask = (queue: string, id = newId()) => write(tx => enqueue(tx, queue, { umbrella, id }))

  async function outboxEmpty(): Promise<boolean> {
    const { rows } = await database.owner.query<{ count: number }>(
      'select count(*) as count from platform.outbox',
    )
    return rows[0]!.count === 0
  }

  return { database, umbrella, coordinator, work, clear, write, ask, outboxEmpty }
}

export type JobDesk = Awaited<ReturnType<typeof openJobDesk>>
