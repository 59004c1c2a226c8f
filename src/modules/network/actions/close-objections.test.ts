import { beforeAll, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { endPeriod, published, stateOf, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newIndividual, newMandate, newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { membershipStarted } from '../events.ts'
import { objectToApplication, readApplication, withdrawObjection } from './answer-application.ts'
import { closeObjections } from './close-objections.ts'
import { withdrawApplication } from './withdraw-application.ts'

const database = await freshDatabase()
let umbrella: string
let member: string
let representative: string
let applicant: string
const reasons = 'They have not answered our letters for a year.'
const started: string[] = []
membershipStarted.listen(async (_tx, { membership }) => void started.push(membership))

const close = (id: string) => writeAs(database, umbrella, null, tx => closeObjections(tx, id))
const object = (application: string, membership = member) =>
  writeAs(database, umbrella, representative, tx =>
    objectToApplication(tx, { application, membership, reasons }),
  )
const rowsOf = async (text: string, values: unknown[]) => (await database.owner.query(text, values)).rows

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  representative = await newPerson(database, [umbrella])
  member = (await newMember(database, umbrella)).membership
  await newMandate(database, umbrella, member, representative)
})

async function submitted(form: 'collective' | 'individual' | 'agreement' = 'collective'): Promise<string> {
  applicant = await newPerson(database, [])
  return published(database, umbrella, applicant, form)
}

describe('the end of the objection period', () => {
  test('does not come early', async () => {
    const id = await submitted()
    expect(await close(id)).toBe('early')
    expect(await stateOf(database, id)).toMatchObject({ status: 'published' })
  })

  test('admits by consent: the organisation comes into being, with a proposed mandate for who applied', async () => {
    const id = await submitted()
    await writeAs(database, umbrella, representative, tx =>
      readApplication(tx, { application: id, membership: member }),
    )
    await endPeriod(database, id)
    expect(await close(id)).toBe('admitted')
    const { status, membership_id: membership } = await stateOf(database, id)
    expect(status).toBe('admitted')
    expect(started).toContain(membership)
    const [row] = await rowsOf(
      `select s.form, s.status, s.admitted_under, o.name, o.created_by, o.region, o.communities, o.search_key
       from network.memberships s join network.organisations o on o.id = s.organisation_id where s.id = $1`,
      [membership],
    )
    expect(row).toMatchObject({
      form: 'collective',
      status: 'active',
      admitted_under: `application:${id}`,
      created_by: applicant,
      region: 'UA-51',
      communities: ['roma'],
    })
    const [mandate] = await rowsOf(
      'select person_id, role, status from network.mandates where membership_id = $1',
      [membership],
    )
    expect(mandate).toEqual({ person_id: applicant, role: 'primary', status: 'proposed' })
    const contacts = await rowsOf(
      `select c.kind, c.visibility from network.contacts c join network.memberships s on s.organisation_id = c.organisation_id
       where s.id = $1 order by position`,
      [membership],
    )
    expect(contacts).toEqual([
      { kind: 'email', visibility: 'members' },
      { kind: 'website', visibility: 'public' },
    ])
  })

  test('admits an individual, who acts in their own name from then on and is not listed unasked', async () => {
    const id = await submitted('individual')
    await endPeriod(database, id)
    expect(await close(id)).toBe('admitted')
    const { membership_id: membership } = await stateOf(database, id)
    const [shown] = await rowsOf('select listed, basis from network.individuals where membership_id = $1', [
      membership,
    ])
    expect(shown).toEqual({ listed: false, basis: 'no_formal_organisation' })
    const standing = await writeAs(database, umbrella, applicant, tx =>
      tx.$client.query('select network.represents($1) as r', [membership]),
    )
    expect(standing.rows[0]).toEqual({ r: 'self' })
    expect(await rowsOf('select 1 from network.mandates where membership_id = $1', [membership])).toEqual([])
  })

  test('asks for a decision where an objection stands, and forgets one that was withdrawn', async () => {
    const id = await submitted()
    expect((await object(id)).ok).toBe(true)
    await endPeriod(database, id)
    expect(await close(id)).toBe('contested')
    const other = await submitted('agreement')
    await object(other)
    const answer = { application: other, membership: member }
    expect((await writeAs(database, umbrella, representative, tx => withdrawObjection(tx, answer))).ok).toBe(
      true,
    )
    await endPeriod(database, other)
    expect(await close(other)).toBe('admitted')
  })

  test('leaves alone what is withdrawn, and closes what became a member another way', async () => {
    const gone = await submitted()
    await writeAs(database, umbrella, applicant, tx =>
      withdrawApplication(tx, { application: gone, reason: null }),
    )
    await endPeriod(database, gone)
    expect(await close(gone)).toBe('nothing')
    const id = await submitted('individual')
    await newIndividual(database, umbrella, { person: applicant })
    await endPeriod(database, id)
    expect(await close(id)).toBe('nothing')
    expect(await stateOf(database, id)).toMatchObject({ status: 'withdrawn', close_reason: 'already_member' })
  })
})

describe('objections', () => {
  test('are one per member, with reasons, and refused after the end', async () => {
    const id = await submitted()
    expect((await object(id)).ok).toBe(true)
    expect(await object(id)).toMatchObject({ reason: 'network.objection.alreadyRaised' })
    const late = await submitted()
    await endPeriod(database, late)
    expect(await object(late)).toMatchObject({ reason: 'network.objection.tooLate' })
  })
})
