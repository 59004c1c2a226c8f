import { beforeEach, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import type { Act } from '#platform/http/module.ts'
import { newId } from '#platform/id.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  ask,
  confirmedAct,
  endDiscussion,
  endVoting,
  newVoters,
  stateOfDecision,
  twoCoordinators,
  type Voter,
  vote,
} from '#tests/decisions.ts'
import { newMandate } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { advanceDecision } from './advance-decision.ts'
import { challengeMandate, type Finding, settleChallenge } from './challenge-mandate.ts'

const database = await freshDatabase()
const reasons = 'The minutes named another person for this.'
let umbrella: string
let coordinators: [string, string]
let voters: Voter[]
let decision: string

beforeEach(async () => {
  umbrella = await newUmbrella(database)
  coordinators = await twoCoordinators(database, umbrella)
  voters = await newVoters(database, umbrella, 3)
  decision = await ask(database, umbrella)
  await endDiscussion(database, decision)
})

const advance = () => writeAs(database, umbrella, null, tx => advanceDecision(tx, decision))
const challenge = (elector: Voter, challenger: Voter, person = challenger.person) =>
  writeAs(database, umbrella, person, tx =>
    challengeMandate(tx, {
      ...{ decision, elector: elector.membership, challenger: challenger.membership },
      ...{ reasons, locale: 'en' },
    }),
  )
async function raised(elector: Voter, challenger: Voter): Promise<string> {
  const outcome = await challenge(elector, challenger)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.id
}
const settle = (matter: string, finding: Finding) =>
  confirmedAct(database, umbrella, coordinators, `initiatives.${finding}_challenge`, matter, (tx, act: Act) =>
    settleChallenge(tx, act, finding),
  )
const say = (choice: 'yes' | 'no', ...which: number[]) =>
  Promise.all(which.map(one => vote(database, umbrella, decision, voters[one]!, choice)))
const yes = async () => (await stateOfDecision(database, decision)).running.yes

describe('a challenge', () => {
  test('leaves the vote where it is, and no majority hangs on it', async () => {
    await say('yes', 0, 1)
    await raised(voters[1]!, voters[2]!)
    expect(await yes()).toBe(2)
    expect(await advance()).toBe('nothing')
    await endVoting(database, decision)
    expect(await advance()).toBe('doubted')
    expect((await stateOfDecision(database, decision)).status).toBe('open')
  })

  test('that comes in the countdown ends it when the majority hangs on the vote', async () => {
    await say('yes', 0, 1)
    expect(await advance()).toBe('crossed')
    await raised(voters[1]!, voters[2]!)
    expect(await advance()).toBe('fell_back')
  })

  test('does not hold up what is the same with and without the vote', async () => {
    await say('yes', 0, 1, 2)
    await raised(voters[1]!, voters[2]!)
    expect(await advance()).toBe('crossed')
    await endVoting(database, decision)
    expect(await advance()).toBe('sealed')
    expect((await stateOfDecision(database, decision)).outcome).toBe('supported')
  })

  test('touches every vote under the mandate, so that an earlier one does not come back', async () => {
    await say('no', 1)
    await say('yes', 0, 1)
    await raised(voters[1]!, voters[2]!)
    const { rows } = await database.owner.query(
      'select 1 from initiatives.challenges where decision_id = $1',
      [decision],
    )
    expect(rows).toHaveLength(2)
    await say('yes', 1)
    expect(await advance()).toBe('nothing')
  })

  test('is answered when somebody whose mandate nobody doubts votes for the member', async () => {
    await say('yes', 0, 1)
    await raised(voters[1]!, voters[2]!)
    const deputy = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, voters[1]!.membership, deputy, 'deputy')
    await vote(database, umbrella, decision, { membership: voters[1]!.membership, person: deputy })
    expect(await advance()).toBe('crossed')
  })

  test('is raised for an elector one acts for, about a vote that is there, once for a mandate, in time', async () => {
    const refusal = (reason: string) => ({ ok: false, reason: `initiatives.challenge.${reason}` })
    expect(await challenge(voters[1]!, voters[2]!)).toMatchObject(refusal('noVote'))
    await say('yes', 1)
    await expect(challenge(voters[1]!, voters[2]!, voters[0]!.person)).rejects.toThrow(/acts for/)
    const matter = await raised(voters[1]!, voters[2]!)
    expect(await challenge(voters[1]!, voters[0]!)).toMatchObject(refusal('again'))
    await settle(matter, 'dismiss')
    expect(await challenge(voters[1]!, voters[0]!)).toMatchObject(refusal('again'))
    await say('yes', 0)
    await endVoting(database, decision)
    expect(await challenge(voters[0]!, voters[2]!)).toMatchObject(refusal('tooLate'))
  })
})

describe('two coordinators', () => {
  test('dismiss it: the vote counts without doubt', async () => {
    await say('yes', 0, 1)
    expect(await settle(await raised(voters[1]!, voters[2]!), 'dismiss')).toEqual({ ok: true })
    expect(await advance()).toBe('crossed')
    expect(await yes()).toBe(2)
  })

  test('uphold it: the vote is gone, the mandate votes no more, and a sealed decision says so', async () => {
    await say('yes', 0, 1)
    await settle(await raised(voters[1]!, voters[2]!), 'uphold')
    expect(await yes()).toBe(1)
    expect(await vote(database, umbrella, decision, voters[1]!)).toMatchObject({
      reason: 'initiatives.ballot.mandateRefuted',
    })
    await endVoting(database, decision)
    expect(await advance()).toBe('sealed')
    expect(await stateOfDecision(database, decision)).toMatchObject({
      ...{ outcome: 'not_supported', tally: { yes: 1 } },
    })
  })

  test('uphold it: what the member said before by somebody else counts again', async () => {
    const deputy = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, voters[1]!.membership, deputy, 'deputy')
    await vote(database, umbrella, decision, { membership: voters[1]!.membership, person: deputy })
    await say('no', 1)
    await say('yes', 0)
    const matter = await raised(voters[1]!, voters[2]!)
    expect(await advance()).toBe('nothing')
    await settle(matter, 'uphold')
    expect(await yes()).toBe(2)
    expect(await advance()).toBe('crossed')
  })

  test('settle after the deadline what the outcome hangs on', async () => {
    await say('yes', 0, 1)
    const matter = await raised(voters[1]!, voters[2]!)
    await endVoting(database, decision)
    expect(await advance()).toBe('doubted')
    await settle(matter, 'dismiss')
    expect(await advance()).toBe('sealed')
    expect((await stateOfDecision(database, decision)).outcome).toBe('supported')
  })

  test('settle it once', async () => {
    await say('yes', 1)
    const matter = await raised(voters[1]!, voters[2]!)
    await settle(matter, 'uphold')
    expect(await settle(matter, 'dismiss')).toMatchObject({
      ok: false,
      reason: 'initiatives.challenge.settledAlready',
    })
  })

  test('are two: nobody settles alone', async () => {
    await say('yes', 1)
    const matter = await raised(voters[1]!, voters[2]!)
    const alone = writeAs(database, umbrella, coordinators[0], tx =>
      settleChallenge(tx, { id: newId(), subject: matter, payload: {} }, 'uphold'),
    )
    await expect(alone).rejects.toThrow(/two coordinators/)
  })
})
