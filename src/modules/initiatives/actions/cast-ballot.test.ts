import { beforeAll, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  ask,
  endDiscussion,
  endVoting,
  newVoter,
  newVoters,
  stateOfDecision,
  type Voter,
  vote,
} from '#tests/decisions.ts'
import { newIndividual, newMandate, newMember, newMembership, newOrganisation } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { followVotes } from '../follow-votes.ts'
import { castBallot } from './cast-ballot.ts'

followVotes()
const database = await freshDatabase()
let umbrella: string
let voters: Voter[]
let decision: string

const refused = (reason: string) => ({ ok: false, reason })
const cast = (voter: Pick<Voter, 'membership' | 'person'>, choice: 'yes' | 'no' | 'abstain' = 'yes') =>
  vote(database, umbrella, decision, voter, choice)
const ballotsOf = async (membership: string) =>
  (
    await database.owner.query(
      'select ordinal, choice, person_id, mandate_id from initiatives.ballots where elector_id = $1 and decision_id = $2 order by ordinal',
      [membership, decision],
    )
  ).rows

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  voters = await newVoters(database, umbrella, 5)
  decision = await ask(database, umbrella)
})

describe('a ballot', () => {
  test('is kept with person and mandate, and counts', async () => {
    expect(await cast(voters[0]!)).toMatchObject({ ok: true })
    expect(await ballotsOf(voters[0]!.membership)).toEqual([
      { ordinal: 1, choice: 'yes', person_id: voters[0]!.person, mandate_id: voters[0]!.mandate },
    ])
    expect((await stateOfDecision(database, decision)).running).toMatchObject({ yes: 1, no: 0 })
  })

  test('can be changed: all of them stay, the last counts', async () => {
    await cast(voters[0]!, 'no')
    await cast(voters[0]!, 'abstain')
    expect((await ballotsOf(voters[0]!.membership)).map(({ choice }) => choice)).toEqual([
      'yes',
      'no',
      'abstain',
    ])
    expect((await stateOfDecision(database, decision)).running).toEqual({
      ...{ yes: 0, no: 0, abstain: 1, stand_aside: 0 },
    })
  })

  test('to stand aside says why', async () => {
    const bare = {
      decision,
      membership: voters[1]!.membership,
      choice: 'stand_aside' as const,
      statement: null,
    }
    await expect(writeAs(database, umbrella, voters[1]!.person, tx => castBallot(tx, bare))).rejects.toThrow()
    expect(await vote(database, umbrella, decision, voters[1]!, 'stand_aside')).toMatchObject({ ok: true })
  })

  test('is journalled for the member and never for the person', async () => {
    const { rows } = await database.owner.query(
      `select visibility, member_id, detail from platform.journal_entries where action = 'initiatives.ballot_cast'
       order by recorded_at limit 1`,
    )
    expect(rows).toEqual([
      { visibility: 'public', member_id: voters[0]!.membership, detail: { choice: 'yes' } },
    ])
  })

  test('of an individual representative needs no mandate', async () => {
    const person = await newPerson(database, [umbrella])
    const membership = await newIndividual(database, umbrella, { person })
    decision = await ask(database, umbrella)
    expect(await cast({ membership, person })).toMatchObject({ ok: true })
    expect(await ballotsOf(membership)).toMatchObject([{ mandate_id: null, person_id: person }])
  })
})

describe('nobody votes', () => {
  test('without a mandate of today', async () => {
    const stranger = await newPerson(database, [umbrella])
    const { membership } = voters[2]!
    expect(await cast({ membership, person: stranger })).toMatchObject(
      refused('initiatives.ballot.noMandate'),
    )
    const former = await newPerson(database, [umbrella])
    const mandate = await newMandate(database, umbrella, membership, former, 'deputy')
    await database.owner.query(
      `update network.mandates set status = 'ended', valid_until = current_date - 1 where id = $1`,
      [mandate],
    )
    expect(await cast({ membership, person: former })).toMatchObject(refused('initiatives.ballot.noMandate'))
    expect(await cast({ membership, person: null as unknown as string })).toMatchObject(
      refused('initiatives.ballot.noMandate'),
    )
  })

  test('for a member admitted after the opening', async () => {
    expect(await cast(await newVoter(database, umbrella))).toMatchObject(
      refused('initiatives.ballot.notElector'),
    )
  })

  test('for a partner', async () => {
    const membership = await newMembership(database, umbrella, await newOrganisation(database), {
      form: 'agreement',
    })
    const person = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, membership, person)
    decision = await ask(database, umbrella)
    expect(await cast({ membership, person })).toMatchObject(refused('initiatives.ballot.notElector'))
  })

  test('for a member that is suspended or has left, and what it cast before stays', async () => {
    const leaver = await newVoter(database, umbrella)
    decision = await ask(database, umbrella)
    const before = (await stateOfDecision(database, decision)).electorate
    await cast(leaver)
    await database.owner.query("update network.memberships set status = 'suspended' where id = $1", [
      leaver.membership,
    ])
    expect(await cast(leaver, 'no')).toMatchObject(refused('initiatives.ballot.noMandate'))
    await database.owner.query(
      "update network.memberships set status = 'ended', until = current_date, end_reason = 'left' where id = $1",
      [leaver.membership],
    )
    expect(await cast(leaver, 'no')).toMatchObject(refused('initiatives.ballot.noMandate'))
    const { running, electorate } = await stateOfDecision(database, decision)
    expect({ yes: running.yes, electorate }).toEqual({ yes: 1, electorate: before })
  })

  test('for two members in one decision', async () => {
    const { membership } = await newMember(database, umbrella)
    await newMandate(database, umbrella, membership, voters[3]!.person)
    decision = await ask(database, umbrella)
    expect(await cast(voters[3]!)).toMatchObject({ ok: true })
    expect(await cast({ membership, person: voters[3]!.person })).toMatchObject(
      refused('initiatives.ballot.oneMember'),
    )
  })

  test('after the end, and a moment before it they do', async () => {
    decision = await ask(database, umbrella)
    await endDiscussion(database, decision)
    expect(await cast(voters[4]!)).toMatchObject({ ok: true })
    await endVoting(database, decision)
    expect(await cast(voters[4]!, 'no')).toMatchObject(refused('initiatives.ballot.tooLate'))
  })

  test('in another umbrella, where the decision is not', async () => {
    const elsewhere = await newUmbrella(database)
    const open = await ask(database, umbrella)
    expect(await vote(database, elsewhere, open, voters[0]!)).toMatchObject(
      refused('initiatives.ballot.tooLate'),
    )
  })
})

describe('two representatives of one member', () => {
  test('are both told when one votes after the other', async () => {
    const [voter] = await newVoters(database, umbrella, 1)
    const deputy = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, voter!.membership, deputy, 'deputy')
    decision = await ask(database, umbrella)
    await cast(voter!)
    await cast(voter!, 'no')
    const told = async () =>
      (
        await database.owner.query(
          `select person_id from platform.mail where template = 'initiatives.vote_replaced' and person_id = any($1)`,
          [[voter!.person, deputy]],
        )
      ).rows.map(({ person_id }) => person_id)
    expect(await told()).toEqual([])
    await cast({ membership: voter!.membership, person: deputy })
    expect(new Set(await told())).toEqual(new Set([voter!.person, deputy]))
    expect((await stateOfDecision(database, decision)).running.yes).toBe(1)
  })
})
