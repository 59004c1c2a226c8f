import type pg from 'pg'
import type { Job, JobResult, JobWithMetadata, PgBoss } from 'pg-boss'
import { inScope, type Scope, type Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { GiveUp, type JobContext, type JobDefinition, type JobRef, NotYet } from './definition.ts'
import { failureOf } from './failure.ts'

const mark = `insert into platform.job_marks (umbrella_id, job_id, step) values ($1, $2, $3) on conflict do nothing`

function contextOf(platform: Platform, worker: pg.Pool, job: Job<JobRef>): JobContext {
  const { request } = platform.database
  return {
    platform,
    worker,
    job: job.id,
    signal: job.signal,
    inScope: (scope, mode, work) => inScope(request, scope, mode, work),
    once: <T>(scope: Scope, work: (tx: Tx) => Promise<T>, step = '') =>
      inScope(request, scope, 'write', async tx => {
        const first = await tx.$client.query(mark, [scope.umbrella, job.id, step])
        return first.rowCount === 1 ? work(tx) : undefined
      }),
  }
}

// A schedule that is for each umbrella arrives once, without one, and becomes a job for each.
async function fanOut(boss: PgBoss, worker: pg.Pool, queue: string): Promise<void> {
  const { rows } = await worker.query<{ id: string }>('select id from platform.umbrellas')
  await boss.insert(
    queue,
    rows.map(({ id }) => ({ data: { umbrella: id, id } satisfies JobRef, singletonKey: `scheduled ${id}` })),
  )
}

/** Runs the jobs that pg-boss hands over together, and says of each what became of it. */
export function runnerOf(platform: Platform, boss: PgBoss, worker: pg.Pool, definition: JobDefinition) {
  const { queue, handler, schedule } = definition
  async function runOne(job: Job<JobRef>): Promise<JobResult> {
    try {
      if (schedule?.each === 'umbrella' && job.data.umbrella === null) await fanOut(boss, worker, queue)
      else await handler(contextOf(platform, worker, job), job.data)
      return { id: job.id, status: 'completed' }
    } catch (error) {
      const failure = failureOf(error)
      if (error instanceof NotYet) platform.log.debug({ queue, job: job.id, failure }, 'a job waits')
      else platform.log.warn({ queue, job: job.id, failure }, 'a job failed')
      // A second run would find the same; pg-boss keeps this text, so it holds no message.
      return { id: job.id, status: error instanceof GiveUp ? 'deadletter' : 'failed', output: { failure } }
    }
  }
  return (jobs: Job<JobRef>[]): Promise<JobResult[]> => Promise.all(jobs.map(runOne))
}

/** What pg-boss noted about a job that failed for good: ours, or its own words for a job that never came back. */
function failureNoted(output: unknown): string {
  const { failure } = (output ?? {}) as { failure?: unknown }
  return typeof failure === 'string' ? failure : 'TimedOut'
}

const layDown = `
  insert into platform.dead_letters (id, umbrella_id, queue, subject_id, failure, attempts)
  values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`

/** Moves jobs that failed for good from pg-boss to where coordinators see them. */
export function undertaker(platform: Platform, worker: pg.Pool) {
  return async (jobs: JobWithMetadata<JobRef>[]): Promise<void> => {
    for (const { data, sourceName, sourceId, sourceOutput, sourceRetryCount } of jobs) {
      const failure = failureNoted(sourceOutput)
      await worker.query(layDown, [
        sourceId,
        data.umbrella,
        sourceName,
        data.id,
        failure,
        (sourceRetryCount ?? 0) + 1,
      ])
      platform.log.error({ queue: sourceName, job: sourceId, failure }, 'a job failed for good')
    }
  }
}
