import fc from 'fast-check'
import { expect, test } from 'vitest'
import './messages/index.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { type Happening, happening, members, Turbulence } from '#tests/decision-turbulence.ts'
import { endVoting, stateOfDecision } from '#tests/decisions.ts'
import { advanceDecision } from './actions/advance-decision.ts'
import { isMajority } from './majority.ts'
import { type Choice, choices, type Tally } from './schema/decisions.ts'

const database = await freshDatabase()

type Ballot = { elector: string; ordinal: number; choice: Choice; counts: boolean; refuted: boolean }

/** The simplest count there is: of every elector the last ballot of the log that counts. */
function countLog(log: readonly Ballot[]): Tally {
  const tally: Tally = { yes: 0, no: 0, abstain: 0, stand_aside: 0 }
  const last = new Map<string, Choice>()
  for (const { elector, choice, counts, refuted } of log) if (counts && !refuted) last.set(elector, choice)
  for (const choice of last.values()) tally[choice]++
  return tally
}

async function logOf(decision: string): Promise<Ballot[]> {
  const { rows } = await database.owner.query<Ballot>(
    `select b.elector_id as elector, b.ordinal, b.choice, b.channel = 'self' or b.confirmed_at is not null as counts,
       exists (select 1 from initiatives.challenges c where c.ballot_id = b.id and c.upheld) as refuted
     from initiatives.ballots b where b.decision_id = $1 order by b.elector_id, b.ordinal`,
    [decision],
  )
  return rows
}

/** Everything that belongs to a decision, as one text. */
async function everythingOf(decision: string): Promise<string> {
  const { rows } = await database.owner.query<{ all: string }>(
    `select (select to_jsonb(d) from initiatives.decisions d where id = $1)::text
       || (select jsonb_agg(b order by id) from initiatives.ballots b where decision_id = $1)::text
       || (select jsonb_agg(p order by elector_id) from initiatives.positions p where decision_id = $1)::text
       || (select jsonb_agg(t order by shard, choice) from initiatives.tallies t where decision_id = $1)::text
       || (select jsonb_agg(e order by elector_id) from initiatives.electors e where decision_id = $1)::text as all`,
    [decision],
  )
  return rows[0]!.all
}

const say = (choice: Choice, ...which: number[]): Happening[] =>
  which.map(member => ({ what: 'cast', member, choice }))
const then = (...what: string[]): Happening[] =>
  what.map(one => ({ what: one, member: 2, by: 0, choice: 'yes' }))

/** What chance seldom brings together. */
const stories: [Happening[]][] = [
  [
    [
      ...then('discussion over'),
      ...say('yes', 0, 1, 2),
      ...then(
        'the clock is read',
        'challenge',
        'the clock is read',
        'dismiss',
        'the clock is read',
        'countdown over',
        'the clock is read',
        'cast',
        'leave',
      ),
    ],
  ],
  [
    [
      ...then('discussion over'),
      ...say('yes', 0, 1, 2, 3),
      ...then('the clock is read', 'challenge', 'uphold', 'cast', 'cast by deputy'),
      ...say('no', 0, 1),
      ...then('the clock is read'),
    ],
  ],
  [
    [
      ...then(
        'on paper',
        'confirm',
        'cast by deputy',
        'on paper',
        'leave',
        'confirm',
        'join',
        'challenge',
        'uphold',
      ),
    ],
  ],
]

const found: Turbulence[] = []

test('whatever happens in whatever order, the tally is what the log says, N stays, and a seal is final', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async happenings => {
      const coalition = await new Turbulence(database).found()
      found.push(coalition)
      const { decision } = coalition
      let final: string | null = null
      for (const now of [...happenings, { what: 'the clock is read' }] as Happening[]) {
        const before = await stateOfDecision(database, decision)
        await coalition.happens(now)
        const after = await stateOfDecision(database, decision)
        const log = await logOf(decision)
        expect(after.electorate).toBe(members)
        expect(after.running).toEqual(countLog(log))
        expect(Object.values(after.running).reduce((sum, n) => sum + n)).toBeLessThanOrEqual(members)
        if (now.what.startsWith('cast') && now.choice === 'yes')
          expect(after.running.yes).toBeGreaterThanOrEqual(before.running.yes)
        if (after.status !== 'sealed') continue
        final ??= await everythingOf(decision)
        expect(await everythingOf(decision)).toBe(final)
        expect(after.tally).toEqual(countLog(log))
        expect(after.outcome).toBe(isMajority(after.tally!.yes, members) ? 'supported' : 'not_supported')
      }
    }),
    { numRuns: 25, endOnFailure: true, examples: stories },
  )
})

test('and at the end each of those decisions is sealed as its log says, unless the outcome is in doubt', async () => {
  const outcomes = new Set<string>()
  for (const { umbrella, decision } of found) {
    if ((await stateOfDecision(database, decision)).status !== 'sealed') await endVoting(database, decision)
    const advance = await writeAs(database, umbrella, null, tx => advanceDecision(tx, decision))
    const { status, outcome, tally } = await stateOfDecision(database, decision)
    expect(status === 'sealed').toBe(advance !== 'doubted')
    if (status !== 'sealed') continue
    expect(tally).toEqual(countLog(await logOf(decision)))
    outcomes.add(outcome!)
  }
  expect(found.length).toBeGreaterThanOrEqual(25)
  expect(outcomes).toContain('not_supported')
  const { rows } = await database.owner.query<Record<string, number>>(
    `select (select count(*) from initiatives.ballots)::integer as ballots,
       (select count(*) from initiatives.ballots where confirmed_at is not null)::integer as confirmed,
       (select count(distinct elector_id) from initiatives.ballots where ordinal > 1)::integer as changed,
       (select count(*) from initiatives.challenges where upheld)::integer as upheld,
       (select count(*) from initiatives.challenges where not upheld)::integer as dismissed,
       (select count(*) from platform.journal_entries where action = 'initiatives.majority_reached')::integer as crossed`,
  )
  // What was thrown at them did happen.
  for (const [what, times] of Object.entries(rows[0]!)) expect(times, what).toBeGreaterThan(0)
})

test('one more yes never turns a decision down', () => {
  const ballot = fc.record({
    ...{ elector: fc.constantFrom('a', 'b', 'c', 'd', 'e'), ordinal: fc.nat() },
    ...{ choice: fc.constantFrom(...choices), counts: fc.boolean(), refuted: fc.boolean() },
  })
  fc.assert(
    fc.property(fc.array(ballot), fc.nat(), (log, which) => {
      const passes = (ballots: readonly Ballot[]) => isMajority(countLog(ballots).yes, 5)
      const more = log.map((one, index) =>
        index === which % Math.max(1, log.length) ? { ...one, choice: 'yes' as const } : one,
      )
      expect(passes(log) && !passes(more)).toBe(false)
    }),
  )
})
