import type pg from 'pg'
import { castBallot } from '#modules/initiatives/actions/cast-ballot.ts'
import { runningTally } from '#modules/initiatives/queries/count.ts'
import { choices } from '#modules/initiatives/schema/decisions.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Measured } from './figure.ts'
import type { DecisionBench } from './initiatives.ts'
import { connections, middle, pooled, rate } from './rate.ts'
import { type BenchDecision, openLargeDecision } from './seed-decision.ts'

const casts = 4000
const rounds = 3

type Voter = { membership: string; person: string }

/** People with mandates, each for a member of its own. */
async function seedVoters(
  { database: { owner } }: DecisionBench,
  { umbrella, id }: BenchDecision,
): Promise<Voter[]> {
  const { rows } = await owner.query<Voter>(
    `select elector_id as membership, gen_random_uuid() as person from initiatives.electors
     where umbrella_id = $1 and decision_id = $2 and form = 'collective' order by random() limit $3`,
    [umbrella, id, casts],
  )
  const people = rows.map(({ person }) => person)
  await owner.query(
    `with made as (insert into people.people (id, name) select unnest($1::uuid[]), 'bench' returning id)
     insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status,
       proposed_by, confirmed_by, confirmed_as, confirmed_at)
     select $2, gen_random_uuid(), v.membership, v.person, 'deputy', 'bench', '2020-01-01', 'confirmed', v.person, v.person,
       'founding', now()
     from unnest($1::uuid[], $3::uuid[]) v (person, membership) join made on made.id = v.person`,
    [people, umbrella, rows.map(({ membership }) => membership)],
  )
  await owner.query('analyze network.mandates, people.people')
  return rows
}

// The same four rows with the same indexes, and nothing that thinks: no trigger, no foreign key, no row-level security.
const twins = `
  drop schema if exists bench cascade;
  create schema bench;
  create table bench.ballots (like initiatives.ballots including indexes including defaults);
  create table bench.positions (like initiatives.positions including indexes including defaults) with (fillfactor = 70);
  create table bench.tallies (like initiatives.tallies including indexes including defaults) with (fillfactor = 30);
  create table bench.journal_entries (like platform.journal_entries including indexes including defaults);`

const bareWrites = [
  {
    name: 'bench.ballot',
    text: `insert into bench.ballots (umbrella_id, id, decision_id, elector_id, ordinal, person_id, choice, channel, cast_at)
           values ($1, $2, $3, $4, 1, $5, 'yes', 'self', now())`,
  },
  {
    name: 'bench.position',
    text: `update bench.positions set ballot_id = $2, choice = 'yes', last_ordinal = 1
           where umbrella_id = $1 and decision_id = $3 and elector_id = $4 and $5::uuid is not null`,
  },
  {
    name: 'bench.tally',
    text: `update bench.tallies set n = n + 1
           where umbrella_id = $1 and decision_id = $3 and choice = 'yes' and $2::uuid is not null and $5::uuid is not null
             and shard = (hashtextextended($4::uuid::text, 0) & 63)`,
  },
  {
    name: 'bench.journal',
    text: `insert into bench.journal_entries (umbrella_id, id, recorded_at, action, member_id, subject_type, subject_id,
             visibility, person_id, detail, record_salt, person_salt, about_salt, detail_salt, record_hash, person_hash,
             about_hash, detail_hash)
           values ($1, $2, now(), 'initiatives.ballot_cast', $4, 'decision', $3, 'public', $5, '{"choice":"yes"}',
             sha256('1'), sha256('2'), sha256('3'), sha256('4'), sha256('5'), sha256('6'), sha256('7'), sha256('8'))`,
  },
]

async function fillTwins(owner: pg.Pool, { umbrella, id }: BenchDecision): Promise<void> {
  await owner.query(twins)
  for (const table of ['positions', 'tallies'])
    await owner.query(
      `insert into bench.${table} select * from initiatives.${table} where umbrella_id = $1 and decision_id = $2`,
      [umbrella, id],
    )
  await owner.query('analyze bench.positions, bench.tallies')
}

async function bareRate(owner: pg.Pool, { umbrella, id }: BenchDecision, voters: Voter[]): Promise<number> {
  return pooled(owner, pool =>
    rate(voters, async ({ membership, person }) => {
      const client = await pool.connect()
      await client.query('begin')
      const values = [umbrella, newId(), id, membership, person]
      for (const statement of bareWrites) await client.query({ ...statement, values })
      await client.query('commit')
      client.release()
    }),
  )
}

async function castRate(
  { database }: DecisionBench,
  { umbrella, id }: BenchDecision,
  voters: Voter[],
): Promise<number> {
  return pooled(database.request, pool =>
    rate(voters, async ({ membership, person }) => {
      const cast = await inScope(pool, { umbrella, account: person }, 'write', tx =>
        castBallot(tx, { decision: id, membership, choice: 'yes', statement: null }),
      )
      if (!cast.ok) throw new Error(cast.reason)
    }),
  )
}

const parts = ['coordinator', 'secondCoordinator', 'representative']
const demonstrations = [
  'international-union',
  'ombudsman-ua',
  'lublin-bialystok',
  'local-cooperation',
  'komm',
]

/** Votes over HTTP, by people of the demonstration who are signed in: each changes the vote of a member of its own. */
async function httpRate(
  bench: DecisionBench,
  { umbrella, id, number }: BenchDecision,
  voters: Voter[],
): Promise<number> {
  const { owner } = bench.database
  const ready: { cookie: string; membership: string }[] = []
  for (const who of demonstrations.flatMap(slug => parts.map(part => `${slug}.${part}`))) {
    const signed = await bench.signIn(who)
    const voter = voters[ready.length]
    if (!voter) continue
    await owner.query(
      `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status,
         proposed_by, confirmed_by, confirmed_as, confirmed_at)
       values ($1, $2, $3, $4, 'deputy', 'bench', '2020-01-01', 'confirmed', $4, $4, 'founding', now())`,
      [umbrella, newId(), voter.membership, signed.person],
    )
    ready.push({ cookie: signed.cookie, membership: voter.membership })
  }
  const address = `${bench.origin}/en/${bench.slug}/decisions/${number}/vote`
  const tasks = Array.from({ length: 960 }, (_, n) => ({ ...ready[n % ready.length]!, turn: n }))
  const before = await runningAs(bench, { umbrella, id, number })
  const perSecond = await rate(tasks, async ({ cookie, membership, turn }) => {
    const answer = await fetch(address, {
      ...{ method: 'POST', redirect: 'manual', headers: { origin: bench.origin, cookie } },
      body: new URLSearchParams({ membership, choice: choices[turn % 3]!, statement: '' }),
    })
    if (answer.status !== 303) throw new Error(`a vote was answered ${answer.status}`)
    await answer.arrayBuffer()
  })
  const after = await runningAs(bench, { umbrella, id, number })
  if (after !== before) throw new Error('changed votes changed how many have answered')
  return perSecond
}

async function runningAs({ database }: DecisionBench, { umbrella, id }: BenchDecision): Promise<number> {
  const tally = await inScope(database.request, { umbrella, account: null }, 'read', tx =>
    runningTally(tx, id),
  )
  return Object.values(tally).reduce((sum, n) => sum + n)
}

/** Casting in process, beside the same rows written by the driver alone in turns of the same run, and over HTTP. */
export async function casting(bench: DecisionBench): Promise<Measured> {
  const { owner } = bench.database
  const shares: { bare: number; cast: number }[] = []
  let http = 0
  for (let round = 0; round < rounds; round++) {
    const decision = await openLargeDecision(bench.database, bench.umbrella)
    const voters = await seedVoters(bench, decision)
    await fillTwins(owner, decision)
    const bare = await bareRate(owner, decision, voters)
    shares.push({ bare, cast: await castRate(bench, decision, voters) })
    if ((await runningAs(bench, decision)) !== casts) throw new Error('not every ballot was counted')
    if (round === rounds - 1) http = await httpRate(bench, decision, voters)
  }
  await owner.query('drop schema bench cascade')
  const bare = middle(shares.map(share => share.bare))
  const value = middle(shares.map(share => share.cast))
  return {
    ...{ name: 'initiatives.cast', value, unit: 'ballots/s', limit: bare, target: '>= 0.4 of the limit' },
    ok: value >= 0.4 * bare,
    details: { http, connections, electors: 100_000 },
  }
}

async function readTimes(
  { database }: DecisionBench,
  umbrella: string,
  read: (tx: Tx) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < 1000; turn++) {
    const begun = performance.now()
    await inScope(database.request, { umbrella, account: null }, 'read', read)
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)
}

/** Reading the running tally of a decision in which nobody has voted, and of one in which everybody has. */
export async function tallying(bench: DecisionBench): Promise<Measured> {
  const full = await bench.sealed()
  const empty = await openLargeDecision(bench.database, bench.umbrella)
  const p99 = (times: number[]) => times[Math.floor(times.length * 0.99)]!
  const of = ({ id }: BenchDecision) => readTimes(bench, bench.umbrella, tx => runningTally(tx, id))
  const without = await of(empty)
  const withAll = await of(full)
  const nothing = await readTimes(bench, bench.umbrella, tx => tx.$client.query('select 1'))
  const value = p99(withAll)
  const growth = middle(withAll) / middle(without)
  return {
    ...{ name: 'initiatives.tally', value, unit: 'ms', limit: p99(nothing) },
    target: '<= 5 p99, the same with 0 and 100,000 ballots',
    ok: value <= 5 && growth <= 1.5,
    details: { emptyP99: p99(without), emptyMedian: middle(without), fullMedian: middle(withAll) },
  }
}
