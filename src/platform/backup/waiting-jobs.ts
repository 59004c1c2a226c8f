import type pg from 'pg'

/** The columns of platform.outbox that a job which waits is restored into. */
export const outboxColumns = [
  'id',
  'umbrella_id',
  'queue',
  'subject_id',
  'singleton_key',
  'start_after',
  'created_at',
]

// Work in hand counts as waiting: its process will not be there, and a job may run twice. What lies between pg-boss and
// platform.dead_letters is tried once more, and fails there again if it must. pg-boss's own queues are made anew.
const waiting = `
  select coalesce(source_id, id), (data ->> 'umbrella')::uuid, coalesce(source_name, name), (data ->> 'id')::uuid,
    nullif(singleton_key, id::text), start_after, created_on
  from pgboss.job
  where state in ('created', 'retry', 'active') and coalesce(source_name, name) ~ '^[a-z][a-z-]*\\.[a-z][a-z-]*$'
  order by 1`

/** COPY of the jobs that pg-boss has and that are not done, as rows for the outbox. */
export const copyWaitingJobs = `copy (${waiting}) to stdout`

/** Whether pg-boss was ever started on this database. */
export async function hasJobs(worker: pg.ClientBase): Promise<boolean> {
  const { rows } = await worker.query<{ there: boolean }>(
    "select to_regclass('pgboss.job') is not null as there",
  )
  return rows[0]!.there
}
