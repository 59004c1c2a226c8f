import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { JobRef } from './definition.ts'

export type EnqueueOptions = {
  /** Not before this moment. */
  startAfter?: Temporal.Instant
  /** Requests with one key that wait at the same time become one job. */
  singletonKey?: string
}

/**
 * Asks for a job in the caller's transaction: it runs after the commit, and never when that does not happen. The umbrella
 * must be the transaction's. Returns the job's id.
 */
export async function enqueue(
  tx: Tx,
  queue: string,
  ref: JobRef,
  options: EnqueueOptions = {},
): Promise<string> {
  const id = newId()
  await rows(
    tx,
    'jobs.enqueue',
    `insert into platform.outbox (id, umbrella_id, queue, subject_id, singleton_key, start_after)
     values ($1, $2, $3, $4, $5, coalesce($6, now()))`,
    [id, ref.umbrella, queue, ref.id, options.singletonKey ?? null, options.startAfter?.toString() ?? null],
  )
  return id
}
