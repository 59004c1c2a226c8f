import { beforeEach, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  ask,
  endVoting,
  newVoters,
  stateOfDecision,
  twoCoordinators,
  type Voter,
  vote,
} from '#tests/decisions.ts'
import { pdf } from '#tests/file-samples.ts'
import { newMandate } from '#tests/members.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { confirmBallot, declineBallot, enterBallot } from './enter-ballot.ts'

const database = await freshDatabase()
let umbrella: string
let coordinator: string
let voters: Voter[]
let decision: string

beforeEach(async () => {
  umbrella = await newUmbrella(database)
  coordinator = (await twoCoordinators(database, umbrella))[0]
  voters = await newVoters(database, umbrella, 3)
  decision = await ask(database, umbrella)
})

const enter = (voter: Voter, by = coordinator) =>
  writeAs(database, umbrella, by, tx =>
    enterBallot(tx, {
      ...{ decision, membership: voter.membership, choice: 'yes', statement: null, channel: 'paper' },
      evidence: new File([pdf], 'vote.pdf'),
    }),
  )
async function entered(voter: Voter): Promise<string> {
  const outcome = await enter(voter)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.id
}
const answer = (voter: Voter, ballot: string, how = confirmBallot, person = voter.person) =>
  writeAs(database, umbrella, person, tx => how(tx, { ballot, decision, membership: voter.membership }))
const yes = async () => (await stateOfDecision(database, decision)).running.yes

describe('a vote on paper', () => {
  test('counts when the member has confirmed it, and not before', async () => {
    const ballot = await entered(voters[0]!)
    expect(await yes()).toBe(0)
    expect(await answer(voters[0]!, ballot)).toEqual({ ok: true })
    expect(await yes()).toBe(1)
    const { rows } = await database.owner.query(
      'select person_id, confirmed_by, mandate_id, entered_by from initiatives.ballots where id = $1',
      [ballot],
    )
    expect(rows).toEqual([
      {
        ...{ person_id: null, confirmed_by: voters[0]!.person },
        ...{ mandate_id: voters[0]!.mandate, entered_by: coordinator },
      },
    ])
    expect(await answer(voters[0]!, ballot)).toMatchObject({ reason: 'initiatives.ballot.answeredAlready' })
  })

  test('asks the representatives by mail', async () => {
    await entered(voters[0]!)
    const { rows } = await database.owner.query(
      `select person_id from platform.mail where template = 'initiatives.vote_entered' and umbrella_id = $1`,
      [umbrella],
    )
    expect(rows).toEqual([{ person_id: voters[0]!.person }])
  })

  test('that the member does not know never counts', async () => {
    const ballot = await entered(voters[0]!)
    expect(await answer(voters[0]!, ballot, declineBallot)).toEqual({ ok: true })
    expect(await answer(voters[0]!, ballot)).toMatchObject({ reason: 'initiatives.ballot.answeredAlready' })
    expect(await yes()).toBe(0)
  })

  test('is overtaken by what the member votes itself', async () => {
    const ballot = await entered(voters[0]!)
    await vote(database, umbrella, decision, voters[0]!, 'no')
    expect(await answer(voters[0]!, ballot)).toMatchObject({ reason: 'initiatives.ballot.overtaken' })
    const later = await entered(voters[0]!)
    expect(await answer(voters[0]!, later)).toEqual({ ok: true })
    expect((await stateOfDecision(database, decision)).running).toMatchObject({ yes: 1, no: 0 })
  })

  test('is confirmed by the member alone, and never by who entered it', async () => {
    const ballot = await entered(voters[0]!)
    expect(await answer(voters[0]!, ballot, confirmBallot, voters[1]!.person)).toMatchObject({
      reason: 'initiatives.ballot.noMandate',
    })
    await newMandate(database, umbrella, voters[0]!.membership, coordinator, 'deputy')
    expect(await answer(voters[0]!, ballot, confirmBallot, coordinator)).toMatchObject({
      reason: 'initiatives.ballot.confirmedByAnother',
    })
  })

  test('is entered by a coordinator, and before the end', async () => {
    await expect(enter(voters[0]!, voters[1]!.person)).rejects.toThrow(/coordinator/)
    const ballot = await entered(voters[0]!)
    await endVoting(database, decision)
    expect(await enter(voters[1]!)).toMatchObject({ reason: 'initiatives.ballot.tooLate' })
    expect(await answer(voters[0]!, ballot)).toMatchObject({ reason: 'initiatives.ballot.tooLate' })
  })

  test('makes a person speak for one member, like a vote of one’s own', async () => {
    await newMandate(database, umbrella, voters[1]!.membership, voters[0]!.person, 'deputy')
    await answer(voters[0]!, await entered(voters[0]!))
    expect(
      await vote(database, umbrella, decision, {
        membership: voters[1]!.membership,
        person: voters[0]!.person,
      }),
    ).toMatchObject({ reason: 'initiatives.ballot.oneMember' })
  })
})
