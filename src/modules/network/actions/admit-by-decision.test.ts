import { beforeAll, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { newId } from '#platform/id.ts'
import { endPeriod, membersDecide, published, stateOf, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  newCoordinator,
  newIndividual,
  newMandate,
  newMember,
  newMembership,
  newOrganisation,
} from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { applicationContested, applicationWithdrawn } from '../events.ts'
import { admitByDecision, awaitDecision } from './admit-by-decision.ts'
import { objectToApplication } from './answer-application.ts'
import { closeObjections } from './close-objections.ts'
import { withdrawApplication } from './withdraw-application.ts'

const database = await freshDatabase()
const told: string[] = []
applicationContested.listen(async (_tx, { application }) => void told.push(`contested ${application}`))
applicationWithdrawn.listen(async (_tx, { application }) => void told.push(`withdrawn ${application}`))
let umbrella: string
let member: string
let representative: string

const asNobody = <T>(work: Parameters<typeof writeAs<T>>[3]) => writeAs(database, umbrella, null, work)

beforeAll(async () => {
  umbrella = await newUmbrella(database, { zone: 'UTC' })
  representative = await newPerson(database, [umbrella])
  member = (await newMember(database, umbrella)).membership
  await newMandate(database, umbrella, member, representative)
})

async function contested(applicant?: string): Promise<string> {
  const id = await published(database, umbrella, applicant ?? (await newPerson(database, [])))
  const reasons = 'We have good reasons, and here they are.'
  await writeAs(database, umbrella, representative, tx =>
    objectToApplication(tx, { application: id, membership: member, reasons }),
  )
  await endPeriod(database, id)
  await asNobody(tx => closeObjections(tx, id))
  return id
}

describe('a contested application', () => {
  test('is news for the rooms above, and so is its withdrawal', async () => {
    const applicant = await newPerson(database, [])
    const id = await contested(applicant)
    expect(told).toContain(`contested ${id}`)
    await writeAs(database, umbrella, applicant, tx =>
      withdrawApplication(tx, { application: id, reason: null }),
    )
    expect(told).toContain(`withdrawn ${id}`)
    await membersDecide(database, { umbrella, application: id, supported: true })
    await asNobody(tx => admitByDecision(tx, id))
    expect(await stateOf(database, id)).toMatchObject({ status: 'withdrawn', membership_id: null })
  })

  test.each([
    [true, 'admitted'],
    [false, 'refused'],
  ])('that the members support (%s) is %s, once', async (supported, status) => {
    const id = await contested()
    await asNobody(tx => awaitDecision(tx, { application: id, number: 7 }))
    await membersDecide(database, { umbrella, application: id, supported })
    await asNobody(tx => admitByDecision(tx, id))
    await asNobody(tx => admitByDecision(tx, id))
    expect(await stateOf(database, id)).toMatchObject({ status })
    const { rows } = await database.owner.query(
      'select 1 from network.memberships where admitted_under = $1',
      [`application:${id}`],
    )
    expect(rows).toHaveLength(supported ? 1 : 0)
  })

  test('is neither admitted nor refused before they have decided, nor against what they decided', async () => {
    const id = await contested()
    await expect(asNobody(tx => admitByDecision(tx, id))).rejects.toThrow(/have not decided/)
    const close = (status: string) =>
      asNobody(tx =>
        tx.$client.query(`update network.applications set status = $1, closed_at = now() where id = $2`, [
          status,
          id,
        ]),
      )
    await expect(close('refused')).rejects.toThrow(/does not go/)
    await membersDecide(database, { umbrella, application: id, supported: false })
    await expect(close('admitted')).rejects.toThrow(/does not go|check constraint/)
    await expect(
      asNobody(tx => tx.$client.query('select network.organisation_for($1, $2)', [id, newId()])),
    ).rejects.toThrow(/not due/)
  })
})

describe('members with a vote on a day', () => {
  test('are all but partners and the suspended; who came later has none', async () => {
    const place = await newUmbrella(database, { zone: 'UTC' })
    const { membership } = await newMember(database, place)
    await newMember(database, place)
    await newIndividual(database, place)
    await newMembership(database, place, await newOrganisation(database), { form: 'agreement' })
    const coordinator = await newPerson(database, [place])
    await newCoordinator(database, place, coordinator)
    const on = async (day: string) =>
      (
        await writeAs(database, place, coordinator, tx =>
          tx.$client.query('select network.voting_members($1::date)', [day]),
        )
      ).rowCount
    expect(await on('2026-01-01')).toBe(3)
    expect(await on('2014-01-01')).toBe(2)
    const act = newId()
    await writeAs(database, place, coordinator, tx =>
      tx.$client.query(
        `insert into people.acts (umbrella_id, id, kind, subject_id, reason, proposed_by)
         values (platform.current_umbrella(), $1, 'network.suspend_membership', $2, 'a year of silence', platform.current_account())`,
        [act, membership],
      ),
    )
    await database.owner.query(
      `insert into network.suspensions (umbrella_id, id, membership_id, since, until, reason, act_id)
       values ($1, $2, $3, '2016-01-01', '2017-01-01', 'a year of silence', $4)`,
      [place, newId(), membership, act],
    )
    expect(await on('2016-06-01')).toBe(2)
    expect(await on('2017-01-01')).toBe(3)
  })
})
