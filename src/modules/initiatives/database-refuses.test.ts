import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import './messages/index.ts'
import { newId } from '#platform/id.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { ask, endVoting, newVoters, type Voter, vote } from '#tests/decisions.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { advanceDecision } from './actions/advance-decision.ts'

const database = await freshDatabase()
let umbrella: string
let voters: Voter[]
let open: string
let sealed: string

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  voters = await newVoters(database, umbrella, 3)
  open = await ask(database, umbrella)
  sealed = await ask(database, umbrella)
  for (const decision of [open, sealed]) await vote(database, umbrella, decision, voters[0]!)
  await endVoting(database, sealed)
  await writeAs(database, umbrella, null, tx => advanceDecision(tx, sealed))
})

type Values = unknown[]
const asRequest = (text: string, values: Values = [], account: string | null = voters[1]!.person) =>
  writeAs(database, umbrella, account, tx => tx.$client.query(text, values))
const asOwner = (text: string, values: Values = []): Promise<pg.QueryResult> =>
  database.owner.query(text, values)

describe('of a sealed decision nothing changes, also not for the owner of the tables', () => {
  test.each([
    [
      'its tally',
      'update initiatives.decisions set tally = \'{"yes": 3, "no": 0, "abstain": 0, "stand_aside": 0}\' where id = $1',
    ],
    ['its outcome', "update initiatives.decisions set outcome = 'supported' where id = $1"],
    ['its end', "update initiatives.decisions set status = 'open' where id = $1"],
    ['itself', 'delete from initiatives.decisions where id = $1'],
    ['a position', "update initiatives.positions set choice = 'no' where decision_id = $1"],
    ['the row of a position', 'delete from initiatives.positions where decision_id = $1'],
    ['the running tally', 'update initiatives.tallies set n = n + 1 where decision_id = $1'],
    ['a ballot', "update initiatives.ballots set choice = 'no' where decision_id = $1"],
    ['the row of a ballot', 'delete from initiatives.ballots where decision_id = $1'],
    ['an elector', "update initiatives.electors set form = 'individual' where decision_id = $1"],
    ['the row of an elector', 'delete from initiatives.electors where decision_id = $1'],
  ])('%s', async (_what, text) => {
    await expect(asOwner(text, [sealed])).rejects.toThrow(/closed|append-only|stays as it was cast/)
  })

  test('and nothing is added', async () => {
    const late = `insert into initiatives.ballots (umbrella_id, id, decision_id, elector_id, ordinal, choice, channel, cast_at)
      values ($1, $2, $3, $4, 9, 'yes', 'self', now())`
    await expect(asOwner(late, [umbrella, newId(), sealed, voters[1]!.membership])).rejects.toThrow(/closed/)
    const elector = `insert into initiatives.electors (umbrella_id, decision_id, elector_id, membership_id, form, shard)
      values ($1, $2, $3, $3, 'collective', 0)`
    const [newcomer] = await newVoters(database, umbrella, 1)
    for (const decision of [sealed, open])
      await expect(asOwner(elector, [umbrella, decision, newcomer!.membership])).rejects.toThrow(/electorate/)
  })
})

describe('while members vote', () => {
  test.each([
    ['the electorate', 'electorate = 2'],
    ['the text', "text = '{}'"],
    ['the title', `title = '{"en": "Another"}'`],
    ['the rules', "rules = '{}'"],
    ['the fingerprint', "fingerprint = sha256('')"],
    ['the number', 'number = 99'],
    ['whom it asks about', 'subject_id = gen_random_uuid()'],
  ])('%s stays for everybody', async (_what, change) => {
    await expect(asOwner(`update initiatives.decisions set ${change} where id = $1`, [open])).rejects.toThrow(
      /stays as it was opened/,
    )
  })

  test.each([
    ['shorten it', "closes_at = closes_at - interval '1 day'"],
    ['extend it', "closes_at = closes_at + interval '1 day', extended_at = now()"],
    [
      'start the countdown of no majority',
      "status = 'countdown', crossed_at = now(), countdown_until = now() + interval '48 hours'",
    ],
    [
      'seal it early',
      `status = 'sealed', outcome = 'not_supported', sealed_at = now(), log_hash = sha256(''),
       tally = '{"yes": 1, "no": 0, "abstain": 0, "stand_aside": 0}'`,
    ],
    ['cancel it', "status = 'cancelled', closed_at = now(), close_reason = 'x'"],
  ])('a request cannot %s', async (_what, change) => {
    await expect(
      asRequest(`update initiatives.decisions set ${change} where id = $1`, [open]),
    ).rejects.toThrow()
  })

  test('a request cannot seal with an outcome or a tally that the positions do not bear out', async () => {
    const over = await ask(database, umbrella)
    await vote(database, umbrella, over, voters[0]!)
    await endVoting(database, over)
    const seal = (outcome: string, yes: number) =>
      asRequest(
        `update initiatives.decisions set status = 'sealed', outcome = $2, sealed_at = now(), log_hash = sha256(''),
           tally = jsonb_build_object('yes', $3::integer, 'no', 0, 'abstain', 0, 'stand_aside', 0) where id = $1`,
        [over, outcome, yes],
      )
    await expect(seal('supported', 3)).rejects.toThrow(/does not go/)
    await expect(seal('supported', 1)).rejects.toThrow(/does not go/)
    await expect(seal('not_supported', 0)).rejects.toThrow(/does not go/)
    expect((await seal('not_supported', 1)).rowCount).toBe(1)
  })

  test.each([
    ['write a count', 'update initiatives.tallies set n = 100 where decision_id = $1'],
    ['move a position', "update initiatives.positions set choice = 'yes' where decision_id = $1"],
    ['rewrite a ballot', "update initiatives.ballots set choice = 'yes' where decision_id = $1"],
    ['take a ballot away', 'delete from initiatives.ballots where decision_id = $1'],
    ['add an elector', 'insert into initiatives.electors (decision_id) values ($1)'],
    ['settle a doubt', 'update initiatives.challenges set upheld = true where decision_id = $1'],
    ['read who cast a ballot', 'select person_id from initiatives.ballots where decision_id = $1'],
    ['read under which mandate', 'select mandate_id from initiatives.ballots where decision_id = $1'],
    ['read who supports', 'select person_id from initiatives.supports where decision_id = $1'],
  ])('a request cannot %s', async (_what, text) => {
    await expect(asRequest(text, [open])).rejects.toThrow(/permission denied/)
  })

  test.each([
    ['somebody else’s name', 'person_id'],
    ['a mandate of one’s choice', 'mandate_id'],
    ['a time of one’s choice', 'cast_at'],
    ['an order of one’s choice', 'ordinal'],
    ['a confirmation', 'confirmed_at'],
  ])('a ballot cannot be cast with %s', async (_what, column) => {
    await expect(
      asRequest(
        `insert into initiatives.ballots (id, decision_id, elector_id, choice, channel, ${column})
         values ($1, $2, $3, 'yes', 'self', null)`,
        [newId(), open, voters[1]!.membership],
      ),
    ).rejects.toThrow(/permission denied/)
  })

  test('a malformed ballot is refused and does not consume the vote', async () => {
    const insert = (choice: string) =>
      asRequest(
        `insert into initiatives.ballots (id, decision_id, elector_id, choice, channel) values ($1, $2, $3, $4, 'self')`,
        [newId(), open, voters[1]!.membership, choice],
      )
    await expect(insert('maybe')).rejects.toThrow(/check constraint/)
    await insert('no')
    const { rows } = await asOwner(
      'select ordinal, choice from initiatives.ballots where decision_id = $1 and elector_id = $2',
      [open, voters[1]!.membership],
    )
    expect(rows).toEqual([{ ordinal: 1, choice: 'no' }])
  })

  test('the electorate is what the database took: fewer or more are refused', async () => {
    const decision = newId()
    const half = writeAs(database, umbrella, null, async tx => {
      await tx.$client.query('select initiatives.take_electors($1)', [decision])
      await tx.$client.query(
        `insert into initiatives.decisions (id, number, kind, subject_id, title, text, text_hash, round, secret, method,
           discussion_until, closes_at, electorate, rules, electorate_hash, opening, fingerprint)
         select $1, 77, kind, subject_id, title, text, text_hash, round, secret, method, now(),
           now() + interval '14 days', 1, rules, electorate_hash, opening, fingerprint
         from initiatives.decisions where id = $2`,
        [decision, open],
      )
    })
    await expect(half).rejects.toThrow(/electorate is what was taken/)
    await expect(asRequest('select initiatives.take_electors($1)', [open])).rejects.toThrow(/taken once/)
    await expect(asRequest('select initiatives.take_electors($1)', [newId()])).rejects.toThrow(/foreign key/)
  })
})
