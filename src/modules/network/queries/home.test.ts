import { beforeEach, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { type Capacity, type Viewer, visitor } from '#platform/http/viewer.ts'
import { newId } from '#platform/id.ts'
import { endPeriod, published, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator, newIndividual, newMandate, newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { objectToApplication, readApplication } from '../actions/answer-application.ts'
import { closeObjections } from '../actions/close-objections.ts'
import { proposeMandate } from '../actions/propose-mandate.ts'
import { remindOfMandates, remindOfProfiles } from '../actions/remind.ts'
import { readHome } from './home.ts'
import { viewerCapacities } from './viewer.ts'

const database = await freshDatabase()
let umbrella: string
let membership: string
let anna: string
let coordinator: string
let application: string

const as = <T>(account: string | null, work: (tx: Tx) => Promise<T>) =>
  writeAs(database, umbrella, account, work)

/** The viewer as the request finds it. */
async function viewerOf(account: string, over: Partial<Viewer> = {}): Promise<Viewer> {
  const found = await as(
    account,
    async tx => (await tx.execute<{ part: { capacities: Capacity[] } }>(viewerCapacities)).rows[0],
  )
  const part = Object.values(found!)[0] as { capacities: Capacity[] }
  return { ...visitor, account, capacities: part.capacities, ...over }
}

async function waiting(account: string, over: Partial<Viewer> = {}): Promise<Record<string, string[]>> {
  const viewer = await viewerOf(account, over)
  const home = await as(account, tx => readHome(tx, viewer))
  return Object.fromEntries(home.waiting.map(({ part, items }) => [part.key, items.map(({ id }) => id)]))
}

beforeEach(async () => {
  umbrella = await newUmbrella(database)
  membership = (await newMember(database, umbrella)).membership
  anna = await newPerson(database, [umbrella], { name: 'Anna' })
  await newMandate(database, umbrella, membership, anna)
  coordinator = await newPerson(database, [umbrella])
  await newCoordinator(database, umbrella, coordinator)
  application = await published(database, umbrella, await newPerson(database, []))
})

describe('the viewer', () => {
  const change = (text: string) => database.owner.query(text, [membership])

  test('acts under a confirmed mandate of today for an active member', async () => {
    expect((await viewerOf(anna)).capacities).toEqual([
      { membership, organisation: expect.any(String), form: 'collective', mandate: 'primary' },
    ])
  })

  test.each([
    [
      'proposed',
      "update network.mandates set status = 'proposed', confirmed_at = null, confirmed_as = null, confirmed_by = null where membership_id = $1",
    ],
    ['not begun', 'update network.mandates set valid_from = current_date + 2 where membership_id = $1'],
    ['over', 'update network.mandates set valid_until = current_date - 1 where membership_id = $1'],
    ['of a suspended member', "update network.memberships set status = 'suspended' where id = $1"],
    [
      'of a member that left',
      "update network.memberships set status = 'ended', until = current_date where id = $1",
    ],
  ])('does not act when the mandate is %s', async (_state, text) => {
    await change(text)
    expect((await viewerOf(anna)).capacities).toEqual([])
  })

  test('acts as themselves when they are an individual, and nowhere else', async () => {
    const person = await newPerson(database, [umbrella])
    const own = await newIndividual(database, umbrella, { person })
    expect((await viewerOf(person)).capacities).toEqual([
      { membership: own, organisation: null, form: 'individual', mandate: 'self' },
    ])
    umbrella = await newUmbrella(database)
    expect((await viewerOf(person)).capacities).toEqual([])
    expect((await viewerOf(anna)).capacities).toEqual([])
  })
})

describe('the home', () => {
  test('shows an application until the member has answered, and none to a partner', async () => {
    expect((await waiting(anna)).applications).toEqual([application])
    await as(anna, tx => readApplication(tx, { application, membership }))
    expect((await waiting(anna)).applications).toBeUndefined()
    const other = await published(database, umbrella, await newPerson(database, []))
    const reasons = 'We have good reasons against this application.'
    await as(anna, tx => objectToApplication(tx, { application: other, membership, reasons }))
    expect((await waiting(anna)).applications).toBeUndefined()
  })

  test('shows a coordinator the acts to confirm, and leaves a contested application to the members', async () => {
    const reasons = 'We have good reasons against this application.'
    await as(anna, tx => objectToApplication(tx, { application, membership, reasons }))
    await endPeriod(database, application)
    await as(null, tx => closeObjections(tx, application))
    const seen = () => waiting(coordinator, { roles: ['coordinator'] })
    expect(await seen()).toEqual({})
    const second = await newPerson(database, [umbrella])
    await newCoordinator(database, umbrella, second)
    const act = newId()
    await as(second, tx =>
      tx.$client.query(
        `insert into people.acts (umbrella_id, id, kind, subject_id, reason, proposed_by)
         values (platform.current_umbrella(), $1, 'network.suspend_membership', $2, 'x', platform.current_account())`,
        [act, membership],
      ),
    )
    expect(await seen()).toEqual({ acts: [act] })
    expect((await waiting(anna)).acts).toBeUndefined()
  })

  test('shows a mandate to whoever can confirm it', async () => {
    const person = await newPerson(database, [umbrella])
    const mandate = {
      membership,
      person,
      role: 'deputy' as const,
      document: 'x',
      file: null,
      from: '2021-01-01',
      until: null,
      replaces: null,
    }
    const outcome = await as(coordinator, tx => proposeMandate(tx, { ...mandate, proposedBy: coordinator }))
    const id = outcome.ok ? outcome.id : ''
    expect((await waiting(anna)).mandates).toEqual([id])
    expect((await waiting(coordinator, { roles: ['coordinator'] })).mandates).toBeUndefined()
    const alone = await as(anna, tx =>
      proposeMandate(tx, { ...mandate, person: coordinator, proposedBy: anna }),
    )
    expect(alone.ok).toBe(true)
    expect((await waiting(anna)).mandates).toEqual([id])
  })

  test('shows an individual that the profile is a year old', async () => {
    const person = await newPerson(database, [umbrella])
    const own = await newIndividual(database, umbrella, { person })
    expect((await waiting(person)).profile).toEqual([own])
    await database.owner.query(
      'update network.individuals set profile_confirmed_on = current_date where membership_id = $1',
      [own],
    )
    expect((await waiting(person)).profile).toBeUndefined()
  })
})

describe('reminders', () => {
  const told = async (template: string) =>
    (
      await database.owner.query(
        'select count(*) as n from platform.mail where umbrella_id = $1 and template = $2',
        [umbrella, template],
      )
    ).rows[0].n

  test('tell of a mandate that runs out 30 and 7 days before, each once, also by two processes', async () => {
    const ends = (days: number) =>
      database.owner.query(
        `update network.mandates set valid_until = (now() at time zone 'Europe/Kyiv')::date + $2::integer where membership_id = $1`,
        [membership, days],
      )
    const remind = () => as(null, remindOfMandates)
    await ends(31)
    expect(await remind()).toBe(0)
    await ends(30)
    expect(await Promise.all([remind(), remind()])).toEqual(expect.arrayContaining([0, 1]))
    expect(await remind()).toBe(0)
    expect(await told('network.mandate_expiring')).toBe(1)
    expect((await waiting(anna))['ending-mandates']).toHaveLength(1)
    await ends(5)
    expect(await remind()).toBe(1)
    expect(await told('network.mandate_expiring')).toBe(2)
    await ends(0)
    expect(await remind()).toBe(0)
  })

  test('ask for a profile once a year is over, and once more a month later', async () => {
    const confirmed = (days: number) =>
      database.owner.query(
        `update network.organisations o set profile_confirmed_on = (now() at time zone 'Europe/Kyiv')::date - $2::integer
         from network.memberships s where s.organisation_id = o.id and s.id = $1`,
        [membership, days],
      )
    const remind = () => as(null, remindOfProfiles)
    await confirmed(300)
    expect(await remind()).toBe(0)
    await confirmed(370)
    expect(await remind()).toBe(1)
    expect(await remind()).toBe(0)
    await database.owner.query('update network.reminders set days_before = 99 where umbrella_id = $1', [
      umbrella,
    ])
    expect(await remind()).toBe(1)
  })
})
