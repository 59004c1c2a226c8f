import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newPerson } from '#tests/umbrella.ts'
import { endDiscussion, votingCoalition } from '#tests/voting.ts'
import { appealThreshold } from '../appeal-threshold.ts'
import { decisionSetAside } from '../events.ts'
import '../module.ts'
import { findAppeal } from '../queries/appeals.ts'
import { ruleOf } from '../rules.ts'
import { raiseAppeal, signAppeal, takeBackSignature } from './appeal.ts'
import { askAboutProposal } from './ask-about-proposal.ts'
import { proposeChange } from './propose-change.ts'

const database = await freshDatabase()
const { umbrella, voters, decide } = await votingCoalition(database, 5)
const setAside: string[] = []
decisionSetAside.listen(async (_tx, { decision }) => void setAside.push(decision))

const as = <T>(person: string | null, work: Parameters<typeof writeAs<T>>[3]) =>
  writeAs(database, umbrella, person, work)
const idOf = async (text: string, values: unknown[]) =>
  (await database.owner.query(text, values)).rows[0]?.id as string

let days = 13
/** A decision to vote longer from now on, sealed by three of five. */
async function decided(): Promise<string> {
  const [{ person, membership }] = voters as [(typeof voters)[0]]
  const { version, value } = await as(null, tx => ruleOf(tx, 'decisions.voting_days'))
  const to = days++ === value ? days++ : days
  const { id } = await as(person, tx =>
    proposeChange(tx, {
      ...{ membership, title: { en: 'Vote longer' }, reasons: { en: 'Summer' }, authoritative: 'en' },
      content: { kind: 'values', changes: [{ key: 'decisions.voting_days', version, from: value, to }] },
    }),
  )
  await endDiscussion(database, id)
  const outcome = await as(person, tx => askAboutProposal(tx, id))
  if (!outcome.ok) throw new Error(outcome.reason)
  const decision = await idOf('select id from initiatives.decisions where subject_id = $1', [id])
  await decide(decision, ['yes', 'yes', 'yes'])
  return decision
}

const raise = (decision: string, n = 4) =>
  as(voters[n]!.person, tx =>
    raiseAppeal(tx, {
      ...{ decision, membership: voters[n]!.membership, locale: 'en' },
      grounds: 'Two members were never told that the vote had begun.',
    }),
  )

async function raised(decision: string) {
  const outcome = await raise(decision)
  if (!outcome.ok) throw new Error(outcome.reason)
  const { number } = outcome
  return { number, id: await idOf('select id from initiatives.appeals where number = $1', [number]) }
}

const sign = (appeal: string, n: number) =>
  as(voters[n]!.person, tx => signAppeal(tx, { appeal, membership: voters[n]!.membership }))
const seen = (number: number) => as(null, tx => findAppeal(tx, number))

describe('an appeal', () => {
  test('stands with the last signature that it needs, is put to the members, and upheld takes the change back', async () => {
    const before = await as(null, tx => ruleOf(tx, 'decisions.voting_days'))
    const decision = await decided()
    const { id, number } = await raised(decision)
    expect(await seen(number)).toMatchObject({ status: 'gathering', needed: 3, signers: [{}] })
    expect(await sign(id, 3)).toEqual({ ok: true })
    expect(await sign(id, 3)).toMatchObject({ reason: 'initiatives.appeal.signedAlready' })
    expect(await sign(id, 2)).toEqual({ ok: true })
    const standing = await seen(number)
    expect(standing).toMatchObject({ status: 'standing', answer: { status: 'open' } })
    expect(await sign(id, 1)).toMatchObject({ reason: 'initiatives.appeal.tooLate' })
    const answer = await idOf(
      "select id from initiatives.decisions where kind = 'reversal' and subject_id = $1",
      [id],
    )
    const { rows } = await database.owner.query(
      'select previous_id, secret from initiatives.decisions where id = $1',
      [answer],
    )
    expect(rows).toEqual([{ previous_id: decision, secret: false }])
    await decide(answer, ['no', 'yes', 'yes', 'yes'])
    expect(await seen(number)).toMatchObject({ status: 'upheld', answer: { outcome: 'supported' } })
    expect(setAside).toEqual([decision])
    const after = await as(null, tx => ruleOf(tx, 'decisions.voting_days'))
    expect(after).toEqual({ ...before, version: before.version + 2 })
  })

  test('that the members do not uphold changes nothing', async () => {
    const decision = await decided()
    const kept = await as(null, tx => ruleOf(tx, 'decisions.voting_days'))
    const { id, number } = await raised(decision)
    await sign(id, 3)
    await sign(id, 2)
    const answer = await idOf('select id from initiatives.decisions where subject_id = $1', [id])
    await decide(answer, ['no', 'yes', 'yes'])
    expect(await seen(number)).toMatchObject({ status: 'rejected' })
    expect(await as(null, tx => ruleOf(tx, 'decisions.voting_days'))).toEqual(kept)
    expect(setAside).not.toContain(decision)
  })

  test('is raised and signed by members that had a vote, in time, once each', async () => {
    const decision = await decided()
    const late = await newMember(database, umbrella)
    const person = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, late.membership, person)
    const { id, number } = await raised(decision)
    expect(await raise(decision)).toMatchObject({ reason: 'initiatives.appeal.raisedAlready' })
    const signing = (who: string, membership: string) =>
      as(who, tx => signAppeal(tx, { appeal: id, membership }))
    expect(await signing(person, late.membership)).toMatchObject({ reason: 'initiatives.appeal.noElector' })
    expect(await signing(person, voters[0]!.membership)).toMatchObject({
      reason: 'initiatives.appeal.noElector',
    })
    await database.owner.query(
      "update initiatives.appeals set until = now() - interval '1 minute' where id = $1",
      [id],
    )
    expect(await sign(id, 3)).toMatchObject({ reason: 'initiatives.appeal.tooLate' })
    expect(await seen(number)).toMatchObject({ lapsed: true })
    await database.owner.query(
      `alter table initiatives.decisions disable trigger user;
       update initiatives.decisions set sealed_at = sealed_at - interval '22 days' where id = '${decision}';
       alter table initiatives.decisions enable trigger user`,
    )
    expect(await raise(decision, 0)).toMatchObject({ reason: 'initiatives.appeal.tooLate' })
  })

  test('loses a signature that is taken back, and goes with that of who raised it', async () => {
    const { id, number } = await raised(await decided())
    await sign(id, 3)
    const takeBack = (n: number) =>
      as(voters[n]!.person, tx => takeBackSignature(tx, { appeal: id, membership: voters[n]!.membership }))
    expect(await takeBack(3)).toEqual({ ok: true })
    expect(await takeBack(3)).toMatchObject({ reason: 'initiatives.appeal.notSigned' })
    expect((await seen(number))!.signers).toHaveLength(1)
    expect(await takeBack(4)).toEqual({ ok: true })
    expect(await seen(number)).toMatchObject({ status: 'withdrawn' })
  })

  test('is put to the members once, though the last two signatures come at the same moment', async () => {
    const { id } = await raised(await decided())
    await sign(id, 3)
    const deed = (n: number) => ({
      scope: { umbrella, account: voters[n]!.person },
      work: (tx: Parameters<typeof signAppeal>[0]) =>
        signAppeal(tx, { appeal: id, membership: voters[n]!.membership }),
    })
    expect(await oneAfterTheOther(database, deed(1), deed(2))).toEqual([
      { ok: true },
      { ok: false, reason: 'initiatives.appeal.tooLate' },
    ])
    const { rows } = await database.owner.query('select 1 from initiatives.decisions where subject_id = $1', [
      id,
    ])
    expect(rows).toHaveLength(1)
  })

  test('does not stand by itself, whatever the program thinks', async () => {
    const { id } = await raised(await decided())
    const set = (status: string) =>
      as(voters[4]!.person, tx =>
        tx.$client.query('update initiatives.appeals set status = $1, standing_at = now() where id = $2', [
          status,
          id,
        ]),
      )
    await expect(set('standing')).rejects.toThrow(/does not go/)
    await expect(set('upheld')).rejects.toThrow(/check constraint|does not go/)
  })
})

test('the threshold of appeals is the same in the program and in the database, and never below the minimum or the share', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 1, max: 20 }),
      async (electorate, percent, minimum) => {
        const { rows } = await database.owner.query('select initiatives.appeal_threshold($1, $2, $3) as n', [
          electorate,
          percent,
          minimum,
        ])
        const needed = appealThreshold(electorate, percent, minimum)
        expect(rows[0].n).toBe(needed)
        expect(needed).toBeGreaterThanOrEqual(minimum)
        expect(needed * 100).toBeGreaterThanOrEqual(electorate * percent)
        if (needed > minimum) expect((needed - 1) * 100).toBeLessThan(electorate * percent)
      },
    ),
    { numRuns: 150 },
  )
  expect([appealThreshold(50, 5, 3), appealThreshold(61, 5, 3), appealThreshold(100, 5, 3)]).toEqual([
    3, 4, 5,
  ])
})
