import { beforeEach, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator, newMandate, newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import type { MandateRole } from '../schema/memberships.ts'
import { confirmMandate } from './confirm-mandate.ts'
import { endMandate, refuseMandate } from './end-mandate.ts'
import { proposeMandate } from './propose-mandate.ts'

const database = await freshDatabase()
let umbrella: string
let membership: string
let anna: string
let bohdan: string
let coordinator: string
let annas: string

beforeEach(async () => {
  umbrella = await newUmbrella(database)
  membership = (await newMember(database, umbrella)).membership
  const person = (name: string) => newPerson(database, [umbrella], { name })
  anna = await person('Anna')
  bohdan = await person('Bohdan')
  coordinator = await person('Coordinator')
  await newCoordinator(database, umbrella, coordinator)
  annas = await newMandate(database, umbrella, membership, anna)
})

const as = <T>(account: string, work: (tx: Tx) => Promise<T>) => writeAs(database, umbrella, account, work)

type Terms = { role?: MandateRole; from?: string; until?: string | null; replaces?: string | null }

async function proposed(by: string, person: string, terms: Terms = {}): Promise<string> {
  const { role = 'deputy', from = '2021-01-01', until = null, replaces = null } = terms
  const mandate = {
    membership,
    person,
    role,
    document: 'minutes',
    file: null,
    from,
    until,
    replaces,
    proposedBy: by,
  }
  const outcome = await as(by, tx => proposeMandate(tx, mandate))
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.id
}

const confirm = (by: string, mandate: string, how: 'member' | 'coordinator' = 'member') =>
  as(by, tx => confirmMandate(tx, { mandate, membership, as: how }))

const stored = async (id: string) =>
  (
    await database.owner.query(
      'select role, status, valid_from, valid_until, end_reason from network.mandates where id = $1',
      [id],
    )
  ).rows[0]

const today = async () =>
  (await database.owner.query(`select (now() at time zone 'Europe/Kyiv')::date::text as day`)).rows[0].day

describe('a mandate', () => {
  test('gives no right until a second person of the member has confirmed it', async () => {
    const mandate = await proposed(coordinator, bohdan)
    const represents = () =>
      as(
        bohdan,
        async tx => (await tx.$client.query('select network.represents($1) as r', [membership])).rows[0].r,
      )
    expect(await represents()).toBeNull()
    expect(await confirm(anna, mandate)).toEqual({ ok: true })
    expect(await represents()).toBe('deputy')
    const told = await database.owner.query(
      "select person_id from platform.mail where template = 'network.mandate_confirmed' and event like $1",
      [`%${mandate}`],
    )
    expect(told.rows.map(row => row.person_id).sort()).toEqual([anna, bohdan, coordinator].sort())
  })

  test('is confirmed by a coordinator only where the member has nobody else', async () => {
    const mandate = await proposed(anna, bohdan)
    expect(await confirm(coordinator, mandate, 'coordinator')).toEqual({ ok: true })
    const other = await proposed(anna, await newPerson(database, [umbrella]))
    await expect(confirm(coordinator, other, 'coordinator')).rejects.toMatchObject({
      cause: { message: expect.stringContaining('second person') },
    })
  })

  test('is confirmed neither by its holder nor by its proposer, whatever the program thinks', async () => {
    const mandate = await proposed(anna, bohdan)
    for (const person of [anna, bohdan]) await expect(confirm(person, mandate)).rejects.toThrow()
  })

  test('is decided once', async () => {
    const mandate = await proposed(coordinator, bohdan)
    expect((await as(bohdan, tx => refuseMandate(tx, { mandate, membership, reason: 'no time' }))).ok).toBe(
      true,
    )
    expect(await confirm(anna, mandate)).toMatchObject({ reason: 'network.mandate.decidedAlready' })
    expect(await stored(mandate)).toMatchObject({ status: 'refused', end_reason: 'no time' })
  })

  test('is not proposed twice for one person', async () => {
    await proposed(anna, bohdan)
    await expect(proposed(anna, bohdan)).rejects.toThrow('network.mandate.proposedAlready')
  })

  test('ends today and stays in the record; one that has not begun never holds a day', async () => {
    const mandate = await proposed(coordinator, bohdan)
    const ahead = await proposed(coordinator, await newPerson(database, [umbrella]), { from: '2999-01-01' })
    for (const id of [mandate, ahead]) {
      expect(await confirm(anna, id)).toEqual({ ok: true })
      expect(await as(anna, tx => endMandate(tx, { mandate: id, membership, reason: 'over' }))).toEqual({
        ok: true,
      })
    }
    expect(await stored(mandate)).toMatchObject({ status: 'ended', valid_until: await today() })
    expect(await stored(ahead)).toMatchObject({ status: 'ended', valid_until: '2999-01-01' })
    expect(await as(anna, tx => endMandate(tx, { mandate, membership, reason: 'over' }))).toMatchObject({
      ok: false,
    })
  })

  test('of another member is nobody’s to end', async () => {
    const other = (await newMember(database, umbrella)).membership
    const stranger = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, other, stranger)
    const attempt = as(stranger, tx => endMandate(tx, { mandate: annas, membership, reason: 'mine now' }))
    await expect(attempt).rejects.toMatchObject({ cause: { message: expect.stringContaining('this way') } })
  })
})

describe('two primaries', () => {
  test('are refused by the name of the one who holds it', async () => {
    const mandate = await proposed(coordinator, bohdan, { role: 'primary' })
    expect(await confirm(anna, mandate)).toMatchObject({
      reason: 'network.mandate.primaryNamed',
      values: { name: 'Anna' },
    })
    expect(await stored(mandate)).toMatchObject({ status: 'proposed' })
  })

  test('follow each other in one act of hand-over, from the day of confirming at the earliest', async () => {
    const mandate = await proposed(coordinator, bohdan, {
      role: 'primary',
      replaces: annas,
      from: '2022-01-01',
    })
    expect(await confirm(anna, mandate)).toEqual({ ok: true })
    const day = await today()
    expect(await stored(annas)).toMatchObject({
      status: 'ended',
      valid_until: day,
      end_reason: 'handed_over',
    })
    expect(await stored(mandate)).toMatchObject({ status: 'confirmed', valid_from: day })
  })

  test('hand over on a later day: until then the first one acts', async () => {
    const mandate = await proposed(coordinator, bohdan, {
      role: 'primary',
      replaces: annas,
      from: '2999-01-01',
    })
    expect(await confirm(anna, mandate)).toEqual({ ok: true })
    expect(await stored(annas)).toMatchObject({ status: 'confirmed', valid_until: '2999-01-01' })
  })

  test('a deputy who becomes primary is no deputy from that day', async () => {
    const deputy = await proposed(coordinator, bohdan)
    await confirm(anna, deputy)
    const mandate = await proposed(coordinator, bohdan, {
      role: 'primary',
      replaces: annas,
      from: '2022-01-01',
    })
    expect(await confirm(anna, mandate)).toEqual({ ok: true })
    expect(await stored(deputy)).toMatchObject({ status: 'ended', valid_until: await today() })
  })
})
