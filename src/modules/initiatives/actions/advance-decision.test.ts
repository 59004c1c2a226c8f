import { beforeEach, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  ask,
  endCountdown,
  endDiscussion,
  endVoting,
  newVoter,
  newVoters,
  stateOfDecision,
  type Voter,
  vote,
} from '#tests/decisions.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { decisionSealed } from '../events.ts'
import type { Choice } from '../schema/decisions.ts'
import { advanceDecision, decisionsToAdvance } from './advance-decision.ts'
import { sealDecision } from './seal-decision.ts'
import { voidDecision } from './void-decision.ts'

const database = await freshDatabase()
const news: { decision: string; outcome: string }[] = []
decisionSealed.listen(async (_tx, { decision, outcome }) => void news.push({ decision, outcome }))

let umbrella: string
let voters: Voter[]
let decision: string

beforeEach(async () => {
  umbrella = await newUmbrella(database)
  voters = await newVoters(database, umbrella, 4)
  decision = await ask(database, umbrella)
})

const advance = () => writeAs(database, umbrella, null, tx => advanceDecision(tx, decision))
const due = () => writeAs(database, umbrella, null, decisionsToAdvance)
const state = () => stateOfDecision(database, decision)
const say = (choice: Choice, ...which: number[]) =>
  Promise.all(which.map(one => vote(database, umbrella, decision, voters[one]!, choice)))

describe('a majority', () => {
  test('does not cross before the discussion has had its time', async () => {
    await say('yes', 0, 1, 2, 3)
    expect(await due()).toEqual([])
    expect(await advance()).toBe('nothing')
    await endDiscussion(database, decision)
    expect(await due()).toEqual([decision])
    expect(await advance()).toBe('crossed')
    expect((await state()).status).toBe('countdown')
  })

  test('of exactly half is none', async () => {
    await endDiscussion(database, decision)
    await say('yes', 0, 1)
    await say('abstain', 2)
    expect(await advance()).toBe('nothing')
    await say('yes', 2)
    expect(await advance()).toBe('crossed')
  })

  test('counts down 48 hours, but never beyond the deadline', async () => {
    const left = async () =>
      (
        await database.owner.query(
          `select extract(epoch from countdown_until - crossed_at) / 3600 as hours, countdown_until = closes_at as deadline
           from initiatives.decisions where id = $1`,
          [decision],
        )
      ).rows[0]
    await endDiscussion(database, decision)
    await say('yes', 0, 1, 2)
    await advance()
    expect(Number((await left()).hours)).toBe(48)
    decision = await ask(database, umbrella)
    await endDiscussion(database, decision)
    await database.owner.query(
      `update initiatives.decisions set closes_at = now() + interval '5 hours' where id = $1`,
      [decision],
    )
    await say('yes', 0, 1, 2)
    await advance()
    expect(await left()).toMatchObject({ deadline: true })
  })

  test('is sealed when the countdown is over, and not before', async () => {
    await endDiscussion(database, decision)
    await say('yes', 0, 1, 2)
    await say('no', 3)
    await advance()
    expect(await advance()).toBe('nothing')
    await endCountdown(database, decision)
    expect(await advance()).toBe('sealed')
    expect(await state()).toMatchObject({
      ...{ status: 'sealed', outcome: 'supported', electorate: 4 },
      tally: { yes: 3, no: 1, abstain: 0, stand_aside: 0 },
    })
    expect(news.at(-1)).toEqual({ decision, outcome: 'supported' })
    expect(await advance()).toBe('nothing')
  })

  test('that is lost falls back to open, and may be reached again', async () => {
    await endDiscussion(database, decision)
    await say('yes', 0, 1, 2)
    await advance()
    await say('no', 2)
    expect(await advance()).toBe('fell_back')
    expect((await state()).status).toBe('open')
    await say('yes', 3)
    expect(await advance()).toBe('crossed')
  })

  test('that is lost at the last moment ends nothing: members go on voting', async () => {
    await endDiscussion(database, decision)
    await say('yes', 0, 1, 2)
    await advance()
    await say('no', 2)
    await endCountdown(database, decision)
    expect(await vote(database, umbrella, decision, voters[3]!)).toMatchObject({ ok: false })
    const sealed = await writeAs(database, umbrella, null, tx => sealDecision(tx, decision))
    expect(sealed).toMatchObject({ ok: false, reason: 'initiatives.decision.stillRuns' })
    expect(await advance()).toBe('fell_back')
    expect(await vote(database, umbrella, decision, voters[3]!)).toMatchObject({ ok: true })
  })
})

describe('the deadline', () => {
  test('without a majority: not supported', async () => {
    await say('yes', 0, 1)
    await endVoting(database, decision)
    expect(await due()).toEqual([decision])
    expect(await advance()).toBe('sealed')
    expect(await state()).toMatchObject({ outcome: 'not_supported', tally: { yes: 2, no: 0 } })
    expect(news.at(-1)).toEqual({ decision, outcome: 'not_supported' })
  })

  test('with a majority that nobody had noticed: supported', async () => {
    await say('yes', 0, 1, 2)
    await endVoting(database, decision)
    expect(await advance()).toBe('sealed')
    expect((await state()).outcome).toBe('supported')
  })

  test('is never early, however many are against', async () => {
    await endDiscussion(database, decision)
    await say('no', 0, 1, 2, 3)
    expect(await due()).toEqual([])
    expect(await advance()).toBe('nothing')
    expect((await state()).status).toBe('open')
  })

  test('of one elector: one yes is enough, none is not', async () => {
    const small = await newUmbrella(database)
    const only = await newVoter(database, small)
    const asked = await ask(database, small)
    await vote(database, small, asked, only)
    await endVoting(database, asked)
    expect(await writeAs(database, small, null, tx => advanceDecision(tx, asked))).toBe('sealed')
    expect(await stateOfDecision(database, asked)).toMatchObject({ outcome: 'supported', electorate: 1 })
  })
})

test('a decision whose text changed is void: its ballots stay, nothing counts, nobody votes', async () => {
  await say('yes', 0, 1, 2)
  const voided = await writeAs(database, umbrella, null, tx => voidDecision(tx, decision, 'another text'))
  expect(voided).toEqual({ ok: true })
  expect(await vote(database, umbrella, decision, voters[3]!)).toMatchObject({ ok: false })
  await expect(endVoting(database, decision)).rejects.toThrow(/closed/)
  expect(await state()).toMatchObject({ status: 'void', outcome: null, tally: null, running: { yes: 3 } })
})

test('later members change neither the electorate nor what is needed', async () => {
  await newVoters(database, umbrella, 6)
  await endDiscussion(database, decision)
  await say('yes', 0, 1, 2)
  expect(await advance()).toBe('crossed')
  expect((await state()).electorate).toBe(4)
})
