import { rows, type Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { enqueue } from './enqueue.ts'
import '#platform/messages/index.ts'

/** A job that failed for good. `failure` is the kind of error and its codes; it holds no personal data. */
export type DeadLetter = {
  id: string
  umbrella: string | null
  queue: string
  subject: string
  failure: string
  attempts: number
  failedAt: Temporal.Instant
}

/** Unsettled dead letters that the transaction's account may see, newest first: coordinators those of their umbrella,
 * administrators those of the installation. */
export async function deadLetters(tx: Tx, limit = 50): Promise<DeadLetter[]> {
  const letters = await rows<Omit<DeadLetter, 'failedAt'> & { failedAt: string }>(
    tx,
    'jobs.dead-letters',
    `select id, umbrella_id as umbrella, queue, subject_id as subject, failure, attempts, failed_at as "failedAt"
     from platform.dead_letters where settled_at is null order by failed_at desc, id limit $1`,
    [limit],
  )
  return letters.map(letter => ({ ...letter, failedAt: Temporal.Instant.from(letter.failedAt) }))
}

/** How many there are, for the members' home. */
export async function countDeadLetters(tx: Tx): Promise<number> {
  const sql = 'select count(*) as count from platform.dead_letters where settled_at is null'
  return (await rows<{ count: number }>(tx, 'jobs.count-dead-letters', sql))[0]!.count
}

type Found = { umbrella: string | null; queue: string; subject: string }

async function settle(tx: Tx, id: string, outcome: 'retried' | 'dismissed'): Promise<Found | undefined> {
  const [settled] = await rows<Found>(
    tx,
    'jobs.settle',
    `update platform.dead_letters set settled_at = now(), settled_by = platform.current_account(), outcome = $2
     where id = $1 and settled_at is null
     returning umbrella_id as umbrella, queue, subject_id as subject`,
    [id, outcome],
  )
  if (!settled)
    found((await rows(tx, 'jobs.letter', 'select 1 from platform.dead_letters where id = $1', [id]))[0])
  return settled
}

/** Lets the job run again from the start, as a new job. Refused when somebody was faster; NotFound when it is not theirs to see. */
export async function retryDeadLetter(tx: Tx, id: string): Promise<Outcome> {
  const letter = await settle(tx, id, 'retried')
  if (!letter) return refuse('platform.jobs.settled')
  await enqueue(tx, letter.queue, { umbrella: letter.umbrella, id: letter.subject })
  return { ok: true }
}

/** Puts it away undone. Refused and NotFound as above. */
export async function dismissDeadLetter(tx: Tx, id: string): Promise<Outcome> {
  return (await settle(tx, id, 'dismissed')) ? { ok: true } : refuse('platform.jobs.settled')
}
