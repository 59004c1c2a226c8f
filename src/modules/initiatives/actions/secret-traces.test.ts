import { describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { freshDatabase } from '#tests/database.ts'
import { endVoting } from '#tests/decisions.ts'
import { secretVoting } from '#tests/secret-voting.ts'
import type { SecretChoice } from '../schema/secret.ts'

const database = await freshDatabase()
const members = 9
const { voters, opened, vote, count } = await secretVoting(database, members)

const rowsOf = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await database.owner.query(text, values)).rows

/** What somebody with the whole database before them sees: every column, the place and the transaction of every row. */
const traces = async (table: string, decision: string) =>
  rowsOf<{ row: Record<string, unknown>; place: string; transaction: string; locked: string }>(
    `select to_jsonb(t) as row, ctid::text as place, xmin::text as transaction, xmax::text as locked
     from initiatives.${table} t where decision_id = $1 order by ctid`,
    [decision],
  )

describe.each([
  ['while votes are taken', false],
  ['after the closing', true],
] as const)('%s', (_when, closed) => {
  // Each choice belongs to known voters: the first three say yes, the next three no, the last three abstain.
  const truth = (n: number): SecretChoice => (['yes', 'no', 'abstain'] as const)[Math.floor(n / 3)]!

  async function voted() {
    const decision = await opened()
    for (const [n, voter] of voters.entries())
      expect(await vote(decision, voter, truth(n))).toEqual({ ok: true })
    if (closed) {
      await endVoting(database, decision)
      await count(decision)
    }
    return {
      ballots: await traces('secret_ballots', decision),
      electors: await traces('secret_voters', decision),
      decision,
    }
  }
  const choiceOf = (membership: unknown) => truth(voters.findIndex(voter => voter.membership === membership))

  test('no column joins a ballot and a voter', async () => {
    const { ballots, electors } = await voted()
    expect(ballots).toHaveLength(members)
    expect(electors).toHaveLength(members)
    const values = (list: { row: Record<string, unknown> }[]) =>
      new Set(
        list
          .flatMap(({ row }) => Object.entries(row))
          .filter(([name]) => !/^(umbrella|decision)_id$/.test(name))
          .map(([, value]) => value),
      )
    const shared = [...values(ballots)].filter(value => value !== null && values(electors).has(value))
    expect(shared).toEqual([])
    expect(ballots.every(({ row }) => /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(row.id as string))).toBe(true)
    const types = await rowsOf<{ type: string }>(
      `select distinct data_type as type from information_schema.columns
       where table_schema = 'initiatives' and table_name in ('secret_ballots', 'secret_voters')`,
    )
    expect(types.map(({ type }) => type).sort()).toEqual(['text', 'uuid'])
    if (closed) expect(electors.every(({ row }) => row.person_id === null)).toBe(true)
  })

  test('no transaction wrote or locked one ballot with one voter', async () => {
    const { ballots, electors, decision } = await voted()
    expect(new Set(ballots.map(({ transaction }) => transaction)).size).toBe(1)
    expect(new Set(electors.map(({ transaction }) => transaction)).size).toBe(1)
    const [locks] = await rowsOf(
      `select count(distinct xmax::text)::integer as n from initiatives.electors
       where decision_id = $1 and elector_id = any ($2)`,
      [decision, voters.map(({ membership }) => membership)],
    )
    expect(locks).toEqual({ n: 1 })
  })

  test('the order of rows says as little as chance, over many decisions', async () => {
    let together = 0
    let pairs = 0
    for (let n = 0; n < 12; n++) {
      const { ballots, electors } = await voted()
      for (const [at, { row }] of electors.entries()) {
        pairs++
        if (ballots[at]!.row.choice === choiceOf(row.elector_id)) together++
      }
    }
    // A third by chance. Rows left as they came would agree every time; 108 fair draws pass 70 once in a hundred million.
    expect(pairs).toBe(12 * members)
    expect(together).toBeLessThan(70)
  })
})

test('a vote leaves no mark anywhere else: no journal entry, no mail, no job, no lock on a person', async () => {
  const tables = await rowsOf<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('platform', 'accounts', 'people', 'network', 'initiatives', 'pgboss') and c.relkind = 'r' order by 1`,
  )
  expect(tables.length).toBeGreaterThan(60)
  const marks = async () => {
    const found = new Map<string, string>()
    for (const { name } of tables) {
      const [row] = await rowsOf<{ marks: string }>(
        `select coalesce(md5(string_agg(concat_ws(' ', ctid, xmin, xmax), ',' order by ctid)), '') as marks from ${name}`,
      )
      found.set(name, row!.marks)
    }
    return found
  }
  const decision = await opened()
  const before = await marks()
  await vote(decision, voters[0]!, 'yes')
  const after = await marks()
  // Foreign keys lock the one row of the decision, and at every vote the rows of all who have voted.
  expect([...after.keys()].filter(name => after.get(name) !== before.get(name))).toEqual([
    'initiatives.decisions',
    'initiatives.electors',
    'initiatives.secret_ballots',
    'initiatives.secret_voters',
  ])
})
