import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import type { JobRef } from './definition.ts'
import { failureOf } from './failure.ts'

type Waiting = { id: string; umbrella: string | null; queue: string; subject: string; key: string | null }

const batch = 200

// Locked rows belong to another process that moves them at this moment.
const take = `
  delete from platform.outbox where id in (
    select id from platform.outbox where start_after <= now() order by start_after, created_at limit ${batch}
    for update skip locked)
  returning id, umbrella_id as umbrella, queue, subject_id as subject, singleton_key as key`

const layDown = `
  insert into platform.dead_letters (id, umbrella_id, queue, subject_id, failure, attempts)
  values ($1, $2, $3, $4, $5, 1)`

/** Moves due rows to pg-boss, in one transaction: none is lost, none doubled. Returns how many. */
async function moveBatch(worker: pg.Pool, boss: PgBoss, queues: ReadonlySet<string>): Promise<number> {
  const client = await worker.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const { rows } = await client.query<Waiting>(take)
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
    for (const [queue, waiting] of Map.groupBy(rows, row => row.queue)) {
      if (queues.has(queue)) {
        // Without a key of its own a job has its id: the queue's policy is one waiting job per key.
        const jobs = waiting.map(({ id, umbrella, subject, key }) => ({
          id,
          data: { umbrella, id: subject } satisfies JobRef,
          singletonKey: key ?? id,
        }))
        await boss.insert(queue, jobs, { db })
      } else {
        for (const { id, umbrella, subject } of waiting) {
          await client.query(layDown, [id, umbrella, queue, subject, 'UnknownQueue'])
        }
      }
    }
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback').catch(failure => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

export type HandOver = {
  /** Moves what is due, soon. */
  wake: () => void
  /** Milliseconds since it last found the outbox reachable. */
  silence: () => number
  /** Finishes the batch in hand. */
  stop: () => Promise<void>
}

/** Moves the outbox to pg-boss when woken, and every `every` milliseconds in case nobody woke it. */
export function startHandOver(
  worker: pg.Pool,
  boss: PgBoss,
  queues: ReadonlySet<string>,
  options: { every: number; onError: (failure: string) => void },
): HandOver {
  let last = Date.now()
  let asked = false
  let running: Promise<void> | null = null
  let stopped = false

  async function run() {
    do {
      asked = false
      try {
        while (!stopped && (await moveBatch(worker, boss, queues)) === batch) last = Date.now()
        last = Date.now()
      } catch (error) {
        options.onError(failureOf(error))
      }
    } while (asked && !stopped)
    running = null
  }

  const wake = () => {
    asked = true
    if (!stopped) running ??= run()
  }
  const timer = setInterval(wake, options.every)
  wake()
  return {
    wake,
    silence: () => Date.now() - last,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
