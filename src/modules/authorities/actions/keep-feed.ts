import { createHash, randomBytes } from 'node:crypto'
import { rows, type Tx } from '#platform/database/scope.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A new secret address for the calendar of whoever asks; the one before no longer works. Only its hash is kept. */
export async function makeFeed(tx: Tx): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await removeFeed(tx)
  await rows(
    tx,
    'authorities.make-feed',
    'insert into authorities.deadline_feeds (person_id, token_hash) values (platform.current_account(), $1)',
    [hashOf(token)],
  )
  return token
}

export async function removeFeed(tx: Tx): Promise<void> {
  await rows(
    tx,
    'authorities.remove-feed',
    `delete from authorities.deadline_feeds where umbrella_id = platform.current_umbrella()
       and person_id = platform.current_account()`,
  )
}

export type FeedEntry = { deadline: string; number: number; dueOn: string; updatedAt: string }

/** The days behind a secret address. Nothing for an address that nobody has. */
export const feedEntries = (tx: Tx, token: string): Promise<FeedEntry[]> =>
  rows(
    tx,
    'authorities.feed',
    `select deadline, number, due_on::text as "dueOn", updated_at as "updatedAt" from authorities.deadlines_of_feed($1)`,
    [hashOf(token)],
  )

export async function hasFeed(tx: Tx): Promise<boolean> {
  const found = await rows(
    tx,
    'authorities.has-feed',
    `select 1 from authorities.deadline_feeds where umbrella_id = platform.current_umbrella()
       and person_id = platform.current_account()`,
  )
  return found.length > 0
}

/** When a person made their secret address here; null without one. */
export async function feedSince(tx: Tx, person: string): Promise<string | null> {
  const [feed] = await rows<{ since: string }>(
    tx,
    'authorities.feed-since',
    `select made_at::text as since from authorities.deadline_feeds where umbrella_id = platform.current_umbrella()
       and person_id = $1`,
    [person],
  )
  return feed?.since ?? null
}

export async function forgetFeed(tx: Tx, person: string): Promise<void> {
  await rows(
    tx,
    'authorities.forget-feed',
    'delete from authorities.deadline_feeds where umbrella_id = platform.current_umbrella() and person_id = $1',
    [person],
  )
}
