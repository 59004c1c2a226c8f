import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import './messages/index.ts'
import type { Database } from '#platform/database/open.ts'
import type { Tx } from '#platform/database/scope.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  ask,
  endCountdown,
  endDiscussion,
  endVoting,
  newVoters,
  stateOfDecision,
  type Voter,
  vote,
} from '#tests/decisions.ts'
import { newMandate } from '#tests/members.ts'
import { cleanUp, Program } from '#tests/programs/start.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { advanceDecision } from './actions/advance-decision.ts'
import { castBallot } from './actions/cast-ballot.ts'

afterAll(cleanUp)

/** Takes text out of functions, in this database alone: what a lock is for shows when it is gone. */
async function without(database: Database, changes: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(changes)) {
    const { rows } = await database.owner.query<{ source: string }>(
      'select pg_get_functiondef($1::regproc) as source',
      [`initiatives.${name}`],
    )
    const { source } = rows[0]!
    if (!source.includes(text)) throw new Error(`${name} has no ${text}`)
    await database.owner.query(source.replaceAll(text, ''))
  }
}

type Log = { ballots: number; ordinals: number; positions: number; tally: number }

/** What one member's many ballots came to: how many there are, how many numbers they have, and how often it counts. */
async function logOf(database: Database, decision: string, membership: string): Promise<Log> {
  const { rows } = await database.owner.query<Log>(
    `select count(*)::integer as ballots, count(distinct ordinal)::integer as ordinals,
       (select count(*)::integer from initiatives.positions p where p.decision_id = $1 and p.choice is not null) as positions,
       (select sum(n)::integer from initiatives.tallies t where t.decision_id = $1) as tally
     from initiatives.ballots where decision_id = $1 and elector_id = $2`,
    [decision, membership],
  )
  return rows[0]!
}

/** Two processes, two representatives, one member: both vote as fast as they can. */
async function twoProcesses(database: Database, umbrella: string, decision: string, voter: Voter) {
  const deputy = await newPerson(database, [umbrella])
  await newMandate(database, umbrella, voter.membership, deputy, 'deputy')
  // Not the options of the pool: it hides its password, and on a server of one's own nobody enters without.
  const config = JSON.stringify({ ...database.listen, max: 1 })
  const programs = [voter.person, deputy].map(
    person =>
      new Program('voter.ts', [
        config,
        JSON.stringify({ umbrella, decision, membership: voter.membership, person, times: 100 }),
      ]),
  )
  await Promise.all(programs.map(program => program.said('ready')))
  for (const program of programs) program.child.stdin!.write('go\n')
  const done = await Promise.all(programs.map(program => program.said('done')))
  return done.map(text => JSON.parse(text) as { cast: number; refused: number; failed: number })
}

async function open(database: Database) {
  const umbrella = await newUmbrella(database)
  const voters = await newVoters(database, umbrella, 3)
  return { umbrella, voters, decision: await ask(database, umbrella) }
}

describe('two processes vote for one member', () => {
  test('without the lock on its position the member counts more than once, or ballots get lost', async () => {
    const database = await freshDatabase()
    await without(database, { compose_ballot: ' for update' })
    await database.owner.query('alter table initiatives.ballots drop constraint one_place_each')
    await database.owner.query('alter table initiatives.tallies drop constraint tallies_n_check')
    const { umbrella, voters, decision } = await open(database)
    await twoProcesses(database, umbrella, decision, voters[0]!)
    const { ballots, ordinals, tally } = await logOf(database, decision, voters[0]!.membership)
    expect({ numbered: ordinals === ballots, counted: tally }).not.toEqual({ numbered: true, counted: 1 })
  })

  test('with it each ballot has its place, all of them stay, and the member counts once', async () => {
    const database = await freshDatabase()
    const { umbrella, voters, decision } = await open(database)
    const outcomes = await twoProcesses(database, umbrella, decision, voters[0]!)
    for (const outcome of outcomes) expect(outcome).toEqual({ cast: 100, refused: 0, failed: 0 })
    expect(await logOf(database, decision, voters[0]!.membership)).toEqual({
      ...{ ballots: 200, ordinals: 200, positions: 1, tally: 1 },
    })
    const { rows } = await database.owner.query(
      `select b.ordinal, b.choice = p.choice as same from initiatives.positions p
       join initiatives.ballots b on b.id = p.ballot_id where p.decision_id = $1`,
      [decision],
    )
    expect(rows).toEqual([{ ordinal: 200, same: true }])
  })
})

describe('a ballot at the end', () => {
  const deed = (umbrella: string, account: string | null, work: (tx: Tx) => Promise<unknown>) => ({
    scope: { umbrella, account },
    work,
  })
  const yes = (umbrella: string, decision: string, { membership, person }: Voter) =>
    deed(umbrella, person, tx => castBallot(tx, { decision, membership, choice: 'yes', statement: null }))
  const end = (umbrella: string, decision: string) =>
    deed(umbrella, null, tx => advanceDecision(tx, decision))
  // Two of three have said yes and the countdown is over for whoever begins now; the ballot began a moment before.
  async function atTheEnd(database: Database) {
    const asked = await open(database)
    const { umbrella, voters, decision } = asked
    await endDiscussion(database, decision)
    for (const voter of voters.slice(0, 2)) await vote(database, umbrella, decision, voter)
    await database.owner.query(
      `update initiatives.decisions set closes_at = now() + interval '250 milliseconds' where id = $1`,
      [decision],
    )
    return asked
  }
  const late = (work: (tx: Tx) => Promise<unknown>) => async (tx: Tx) => {
    const result = await work(tx)
    await new Promise(resolve => setTimeout(resolve, 300))
    return result
  }

  test('would be accepted and left out of the count if it did not share the decision', async () => {
    const database = await freshDatabase()
    await without(database, {
      share_decision:
        'if not pg_try_advisory_xact_lock_shared(shared) then perform pg_advisory_xact_lock_shared(shared); end if;',
    })
    const { umbrella, voters, decision } = await atTheEnd(database)
    const ballot = yes(umbrella, decision, voters[2]!)
    const [cast, ended] = await oneAfterTheOther(
      database,
      { ...ballot, work: late(ballot.work) },
      end(umbrella, decision),
      { waits: false },
    )
    expect([cast, ended]).toMatchObject([{ ok: true }, 'sealed'])
    const { tally, running } = await stateOfDecision(database, decision)
    expect([tally!.yes, running.yes]).toEqual([2, 3])
  })

  test('is counted, because whoever seals waits for it', async () => {
    const database = await freshDatabase()
    const { umbrella, voters, decision } = await atTheEnd(database)
    const ballot = yes(umbrella, decision, voters[2]!)
    const [cast, ended] = await oneAfterTheOther(
      database,
      { ...ballot, work: late(ballot.work) },
      end(umbrella, decision),
    )
    expect([cast, ended]).toMatchObject([{ ok: true }, 'sealed'])
    const { tally, running } = await stateOfDecision(database, decision)
    expect([tally!.yes, running.yes]).toEqual([3, 3])
  })

  test('that comes while it is sealed is late', async () => {
    const database = await freshDatabase()
    const { umbrella, voters, decision } = await open(database)
    await endVoting(database, decision)
    const [ended, cast] = await oneAfterTheOther(
      database,
      end(umbrella, decision),
      yes(umbrella, decision, voters[0]!),
    )
    expect([ended, cast]).toMatchObject(['sealed', { ok: false, reason: 'initiatives.ballot.tooLate' }])
  })
})

describe('two processes at the end of a countdown', () => {
  let database: Database
  beforeEach(async () => {
    database = await freshDatabase()
  })

  test('seal once', async () => {
    const { umbrella, voters, decision } = await open(database)
    await endDiscussion(database, decision)
    for (const voter of voters) await vote(database, umbrella, decision, voter)
    const advance = { scope: { umbrella, account: null }, work: (tx: Tx) => advanceDecision(tx, decision) }
    expect(await oneAfterTheOther(database, advance, advance)).toEqual(['crossed', 'nothing'])
    await endCountdown(database, decision)
    expect(await oneAfterTheOther(database, advance, advance)).toEqual(['sealed', 'nothing'])
    const { rows } = await database.owner.query(
      "select action from platform.journal_entries where action in ('initiatives.decision_sealed', 'initiatives.majority_reached')",
    )
    expect(rows).toHaveLength(2)
  })

  test('ballots of different members do not wait for each other', async () => {
    const { umbrella, voters, decision } = await open(database)
    const cast = ({ membership, person }: Voter) => ({
      scope: { umbrella, account: person },
      work: (tx: Tx) => castBallot(tx, { decision, membership, choice: 'yes' as const, statement: null }),
    })
    expect(
      await oneAfterTheOther(database, cast(voters[0]!), cast(voters[1]!), { waits: false }),
    ).toMatchObject([{ ok: true }, { ok: true }])
  })
})
