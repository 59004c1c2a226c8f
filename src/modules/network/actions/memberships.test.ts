import { beforeEach, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator, newIndividual, newMandate, newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { membershipActs } from '../acts/membership.ts'
import { membershipEnded } from '../events.ts'
import { endLeaving, endMembership, leave, takeBackLeaving } from './end-membership.ts'
import { forgetInAdmission } from './forget-applicant.ts'

const database = await freshDatabase()
let umbrella: string
let membership: string
let anna: string
let annas: string
let coordinators: [string, string]
const ended: string[] = []
membershipEnded.listen(async (_tx, news) => void ended.push(news.membership))

beforeEach(async () => {
  umbrella = await newUmbrella(database)
  membership = (await newMember(database, umbrella)).membership
  anna = await newPerson(database, [umbrella])
  annas = await newMandate(database, umbrella, membership, anna)
  coordinators = [await newPerson(database, [umbrella]), await newPerson(database, [umbrella])]
  for (const person of coordinators) await newCoordinator(database, umbrella, person)
})

const as = <T>(account: string | null, work: (tx: Tx) => Promise<T>) =>
  writeAs(database, umbrella, account, work)
const row = async (table: string, id: string) =>
  (await database.owner.query(`select * from network.${table} where id = $1`, [id])).rows[0]
const today = async () =>
  (await database.owner.query(`select (now() at time zone 'Europe/Kyiv')::date::text as day`)).rows[0].day

/** A two-person act of the room, proposed by one coordinator and confirmed by the other. */
async function act(kind: string, subject: string) {
  const id = newId()
  const payload = { reason: 'nobody has answered for a year' }
  await as(coordinators[0], tx =>
    tx.$client.query(
      `insert into people.acts (umbrella_id, id, kind, subject_id, payload, reason, proposed_by)
       values (platform.current_umbrella(), $1, $2, $3, $4, 'see above', platform.current_account())`,
      [id, kind, subject, payload],
    ),
  )
  const definition = membershipActs.find(known => known.kind === kind)!
  return as(coordinators[1], async tx => {
    await tx.$client.query(
      `update people.acts set status = 'confirmed', decided_by = platform.current_account(), decided_at = now() where id = $1`,
      [id],
    )
    return definition.apply(tx, { id, subject, payload })
  })
}

describe('leaving', () => {
  const leaving = (on: string) => ({ membership, on, reason: 'we found another home', umbrella })

  test('today ends the membership and every mandate on this day, and the news travels', async () => {
    const day = await today()
    expect(await as(anna, tx => leave(tx, leaving(day)))).toEqual({ ok: true, at: 'once' })
    expect(await row('memberships', membership)).toMatchObject({
      status: 'ended',
      until: day,
      leaving_on: null,
    })
    expect(await row('mandates', annas)).toMatchObject({ status: 'ended', valid_until: day })
    expect(ended).toContain(membership)
    expect(await as(anna, tx => leave(tx, leaving(day)))).toMatchObject({ ok: false })
  })

  test('later is announced, can be taken back, and happens on its day only', async () => {
    expect(await as(anna, tx => leave(tx, leaving('2999-01-01')))).toEqual({ ok: true, at: 'later' })
    expect(await row('memberships', membership)).toMatchObject({ status: 'active', leaving_on: '2999-01-01' })
    expect(await as(null, tx => endLeaving(tx, membership))).toBe(false)
    expect(await as(anna, tx => takeBackLeaving(tx, membership))).toEqual({ ok: true })
    expect(await as(anna, tx => takeBackLeaving(tx, membership))).toMatchObject({
      reason: 'network.membership.notLeaving',
    })
    await as(anna, tx => leave(tx, leaving('2999-01-01')))
    await database.owner.query('update network.memberships set leaving_on = current_date - 1 where id = $1', [
      membership,
    ])
    expect(await as(null, tx => endLeaving(tx, membership))).toBe(true)
    expect(await as(null, tx => endLeaving(tx, membership))).toBe(false)
    expect(await row('memberships', membership)).toMatchObject({
      status: 'ended',
      end_reason: 'we found another home',
    })
  })

  test('is not for a deputy, a stranger or one coordinator: the database refuses', async () => {
    const deputy = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, membership, deputy, 'deputy')
    for (const person of [deputy, coordinators[0]]) {
      const attempt = as(person, tx => endMembership(tx, { membership, reason: 'x' }))
      await expect(attempt).rejects.toMatchObject({
        cause: { message: expect.stringContaining('two coordinators') },
      })
    }
  })
})

describe('two coordinators', () => {
  test('suspend and reactivate: meanwhile nobody acts and there is no vote; history is kept', async () => {
    const capacities = async () =>
      (await as(anna, tx => tx.$client.query('select network.voting_members(network.today()) as id')))
        .rowCount
    expect(await act('network.suspend_membership', membership)).toEqual({ ok: true })
    expect(await row('memberships', membership)).toMatchObject({ status: 'suspended' })
    expect(await capacities()).toBe(0)
    expect(await act('network.suspend_membership', membership)).toMatchObject({
      reason: 'network.membership.notActive',
    })
    expect(await act('network.reactivate_membership', membership)).toEqual({ ok: true })
    expect(await capacities()).toBe(1)
    const { rows } = await database.owner.query(
      'select until, lifted_under from network.suspensions where membership_id = $1',
      [membership],
    )
    expect(rows).toEqual([{ until: await today(), lifted_under: expect.any(String) }])
    expect(await act('network.reactivate_membership', membership)).toMatchObject({
      reason: 'network.membership.notSuspended',
    })
  })

  test('end a membership, and a suspension with it', async () => {
    await act('network.suspend_membership', membership)
    expect(await act('network.end_membership', membership)).toEqual({ ok: true })
    expect(await row('memberships', membership)).toMatchObject({ status: 'ended' })
    const { rows } = await database.owner.query(
      'select until from network.suspensions where membership_id = $1',
      [membership],
    )
    expect(rows).toEqual([{ until: await today() }])
  })

  test('end a mandate', async () => {
    expect(await act('network.end_mandate', annas)).toEqual({ ok: true })
    expect(await row('mandates', annas)).toMatchObject({ status: 'ended' })
    expect(await act('network.end_mandate', annas)).toMatchObject({ ok: false })
  })
})

describe('a person who is forgotten', () => {
  test('leaves mandates and the own membership, and takes the profile along', async () => {
    const own = await newIndividual(database, umbrella, { person: anna, name: { en: 'A name' } })
    await as(anna, tx => forgetInAdmission(tx, anna))
    expect(await row('mandates', annas)).toMatchObject({ status: 'ended', end_reason: 'person_left' })
    expect(await row('memberships', own)).toMatchObject({ status: 'ended' })
    const { rowCount } = await database.owner.query(
      'select 1 from network.individuals where membership_id = $1',
      [own],
    )
    expect(rowCount).toBe(0)
    expect(await row('memberships', membership)).toMatchObject({ status: 'active' })
  })

  test('has a profile that nobody else can delete', async () => {
    const own = await newIndividual(database, umbrella, { person: anna })
    await as(coordinators[0], tx =>
      tx.$client.query('delete from network.individuals where membership_id = $1', [own]),
    )
    const { rowCount } = await database.owner.query(
      'select 1 from network.individuals where membership_id = $1',
      [own],
    )
    expect(rowCount).toBe(1)
  })
})
