import type pg from 'pg'
import type { Tx } from '#platform/database/scope.ts'
import {
  type BallotRecord,
  type ChallengeRecord,
  type ElectorRecord,
  type Hashed,
  LinesHash,
  type SecretBallotRecord,
  type VoterRecord,
} from '../recount/canonical.ts'

const batch = 5000

// Columns stand in the order of their names, in which they are written.

/** Rows of a query in parts, as they are at its beginning, whatever their number. One at a time in a transaction. */
async function* inParts<R extends pg.QueryResultRow>(
  tx: Tx,
  query: string,
  decision: string,
): AsyncGenerator<R[]> {
  const { $client } = tx
  await $client.query(`declare decision_log no scroll cursor for ${query}`, [decision])
  try {
    for (;;) {
      const { rows } = await $client.query<R>(`fetch ${batch} from decision_log`)
      if (rows.length > 0) yield rows
      if (rows.length < batch) return
    }
  } finally {
    // Not there any more when the transaction failed.
    await $client.query('close decision_log').catch(() => {})
  }
}

const moment = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** The electorate as it was when the decision opened, in the order in which it is hashed. */
export const electorRecords = (tx: Tx, decision: string): AsyncGenerator<ElectorRecord[]> =>
  inParts(
    tx,
    `select elector_id as elector, form, membership_id as member, name from initiatives.electors
     where umbrella_id = platform.current_umbrella() and decision_id = $1 order by elector_id`,
    decision,
  )

/** The whole log of an open ballot, in the order in which it is hashed. */
export const ballotRecords = (tx: Tx, decision: string): AsyncGenerator<BallotRecord[]> =>
  inParts(
    tx,
    `select id as ballot, ${moment('cast_at')} as "castAt", channel, choice, ${moment('confirmed_at')} as "confirmedAt",
       elector_id as elector, marks, ordinal, statement
     from initiatives.ballots where umbrella_id = platform.current_umbrella() and decision_id = $1
     order by elector_id, ordinal`,
    decision,
  )

/** The challenges of a decision's ballots, in the order in which they are hashed. */
export const challengeRecords = (tx: Tx, decision: string): AsyncGenerator<ChallengeRecord[]> =>
  inParts(
    tx,
    `select ballot_id as ballot, id as challenge, ${moment('raised_at')} as "raisedAt",
       ${moment('settled_at')} as "settledAt", upheld
     from initiatives.challenges where umbrella_id = platform.current_umbrella() and decision_id = $1 order by id`,
    decision,
  )

/** What lay in the urn of a secret decision; nothing before the urn is opened. */
export const secretBallotRecords = (tx: Tx, decision: string): AsyncGenerator<SecretBallotRecord[]> =>
  inParts(
    tx,
    `select id as ballot, choice from initiatives.secret_ballots
     where umbrella_id = platform.current_umbrella() and decision_id = $1 order by id`,
    decision,
  )

/** Who took part in a secret decision. */
export const voterRecords = (tx: Tx, decision: string): AsyncGenerator<VoterRecord[]> =>
  inParts(
    tx,
    `select elector_id as voter from initiatives.secret_voters
     where umbrella_id = platform.current_umbrella() and decision_id = $1 order by elector_id`,
    decision,
  )

/** The hash of the lists one after the other: what sealing stores, and what a recount computes from the export. */
async function hashOfLists(...lists: AsyncGenerator<object[]>[]): Promise<Buffer> {
  const hash = new LinesHash()
  for (const list of lists)
    for await (const part of list) for (const record of part) hash.add(record as Hashed)
  return hash.digest()
}

/** The hash of the log of an open ballot: every ballot, then every challenge. */
export const logHashOf = (tx: Tx, decision: string): Promise<Buffer> =>
  hashOfLists(ballotRecords(tx, decision), challengeRecords(tx, decision))
