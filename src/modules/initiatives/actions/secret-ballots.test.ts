import { describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { endVoting, type Voter } from '#tests/decisions.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { secretVoting } from '#tests/secret-voting.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newPerson } from '#tests/umbrella.ts'
import { initiativesPersonalData } from '../personal-data.ts'
import type { SecretChoice } from '../schema/secret.ts'
import { castSecretBallot } from './cast-secret-ballot.ts'

const database = await freshDatabase()
const { umbrella, voters, opened, vote, count } = await secretVoting(database, 4)

const rowsOf = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await database.owner.query(text, values)).rows

describe('a secret ballot', () => {
  test('is cast once for a member, by one person for one member, and only by those who had a vote', async () => {
    const decision = await opened()
    const [first, second] = voters as [Voter, Voter]
    expect(await vote(decision, first, 'yes')).toEqual({ ok: true })
    expect(await vote(decision, first, 'no')).toMatchObject({ reason: 'initiatives.secret.votedAlready' })
    await newMandate(database, umbrella, second.membership, first.person, 'deputy')
    expect(await vote(decision, { ...second, person: first.person }, 'no')).toMatchObject({
      reason: 'initiatives.secret.otherMember',
    })
    expect(
      await vote(decision, { ...second, person: await newPerson(database, [umbrella]) }, 'no'),
    ).toMatchObject({
      reason: 'initiatives.secret.noMandate',
    })
    const late = await newMember(database, umbrella)
    const person = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, late.membership, person)
    expect(await vote(decision, { membership: late.membership, person }, 'yes')).toMatchObject({
      reason: 'initiatives.secret.noElector',
    })
    expect(
      await rowsOf('select 1 from initiatives.secret_ballots where decision_id = $1', [decision]),
    ).toHaveLength(1)
  })

  test('stands on the mandate of its moment: one that ends later takes nothing back, and casts nothing more', async () => {
    const decision = await opened()
    const [first, second] = voters as [Voter, Voter]
    const person = await newPerson(database, [umbrella])
    const mandate = await newMandate(database, umbrella, first.membership, person, 'deputy')
    expect(await vote(decision, { ...first, person }, 'yes')).toEqual({ ok: true })
    await database.owner.query(
      "update network.mandates set valid_from = '2020-01-01', valid_until = current_date - 1 where id = $1",
      [mandate],
    )
    expect(await vote(decision, first, 'no')).toMatchObject({ reason: 'initiatives.secret.votedAlready' })
    expect(await vote(decision, { ...second, person }, 'no')).toMatchObject({
      reason: 'initiatives.secret.noMandate',
    })
    await endVoting(database, decision)
    expect((await count(decision)).tally.yes).toBe(1)
  })

  test('of two representatives at the same moment is one', async () => {
    const decision = await opened()
    const [first] = voters as [Voter]
    const deputy = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, first.membership, deputy, 'deputy')
    const deed = (person: string, choice: SecretChoice) => ({
      scope: { umbrella, account: person },
      work: (tx: Parameters<typeof castSecretBallot>[0]) =>
        castSecretBallot(tx, { decision, membership: first.membership, choice }),
    })
    expect(await oneAfterTheOther(database, deed(first.person, 'yes'), deed(deputy, 'no'))).toEqual([
      { ok: true },
      { ok: false, reason: 'initiatives.secret.votedAlready' },
    ])
    expect(
      await rowsOf('select choice from initiatives.secret_ballots where decision_id = $1', [decision]),
    ).toEqual([{ choice: 'yes' }])
  })

  test('is not taken after the end, and the urn is not opened before', async () => {
    const decision = await opened()
    await vote(decision, voters[0]!, 'yes')
    await expect(count(decision)).rejects.toThrow()
    await endVoting(database, decision)
    expect(await vote(decision, voters[1]!, 'yes')).toMatchObject({ reason: 'initiatives.secret.over' })
    expect((await count(decision)).tally).toEqual({ yes: 1, no: 0, abstain: 0, stand_aside: 0 })
  })

  test('is destroyed uncounted when the decision ends without an outcome', async () => {
    const decision = await opened()
    await vote(decision, voters[0]!, 'yes')
    await writeAs(database, umbrella, null, tx =>
      tx.$client.query(
        "update initiatives.decisions set status = 'withdrawn', closed_at = now(), close_reason = 'withdrawn' where id = $1",
        [decision],
      ),
    )
    expect(
      await rowsOf(
        `select 1 from initiatives.secret_ballots where decision_id = $1 union all
         select 1 from initiatives.secret_voters where decision_id = $1`,
        [decision],
      ),
    ).toEqual([])
  })

  test('is read by nobody while votes are taken, and by no request written past the function', async () => {
    const decision = await opened()
    await vote(decision, voters[0]!, 'yes')
    const asked = (text: string) =>
      writeAs(database, umbrella, voters[0]!.person, async tx => (await tx.$client.query(text)).rows)
    expect(await asked('select * from initiatives.secret_ballots')).toEqual([])
    await expect(asked('select person_id from initiatives.secret_voters')).rejects.toThrow(
      /permission denied/,
    )
    await expect(asked('select xmin from initiatives.secret_voters')).rejects.toThrow(/permission denied/)
    await expect(asked(`delete from initiatives.secret_ballots`)).rejects.toThrow(/permission denied/)
    await expect(asked(`select initiatives.shuffle_secret('${decision}', true)`)).rejects.toThrow(
      /permission denied/,
    )
    const early = `update initiatives.decisions set status = 'sealed', outcome = 'supported', sealed_at = now(),
      tally = '{"yes": 9, "no": 0, "abstain": 0, "stand_aside": 0}', log_hash = sha256('x') where id = '${decision}'`
    await expect(asked(early)).rejects.toThrow(/at the end/)
    await endVoting(database, decision)
    await expect(asked(early)).rejects.toThrow(/lies in the urn/)
  })
})

test('a person takes along that they voted, never how, and can be forgotten before the end', async () => {
  const decision = await opened()
  const [{ person, membership }] = voters as [Voter]
  await vote(decision, voters[0]!, 'yes')
  const as = <T>(work: Parameters<typeof writeAs<T>>[3]) => writeAs(database, umbrella, person, work)
  const told = JSON.stringify(await as(tx => initiativesPersonalData.export(tx, person)))
  expect(told).toContain('secretVotes')
  expect(told).not.toContain('"yes"')
  await as(tx => initiativesPersonalData.erase(tx, person))
  const left = await rowsOf(
    'select elector_id, person_id from initiatives.secret_voters where decision_id = $1',
    [decision],
  )
  expect(left).toEqual([{ elector_id: membership, person_id: null }])
  await endVoting(database, decision)
  expect((await count(decision)).tally.yes).toBe(1)
})
