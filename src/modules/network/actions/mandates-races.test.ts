import { beforeEach, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import type { Database } from '#platform/database/open.ts'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { confirmMandate } from './confirm-mandate.ts'

const database = await freshDatabase()
// Here nobody locks and no constraint holds: what would happen then.
const careless = await freshDatabase()

type Scene = { umbrella: string; membership: string; seconds: [string, string]; mandates: [string, string] }

// A member with two deputies who can confirm, and two proposals that cannot both hold.
async function scene(on: Database, role: 'primary' | 'deputy', same: boolean): Promise<Scene> {
  const umbrella = await newUmbrella(on)
  const { membership } = await newMember(on, umbrella)
  const person = () => newPerson(on, [umbrella])
  const seconds: [string, string] = [await person(), await person()]
  for (const second of seconds) await newMandate(on, umbrella, membership, second, 'deputy')
  const holder = await person()
  const mandates: string[] = []
  for (const who of [holder, same ? holder : await person()]) {
    const id = newId()
    await on.owner.query(
      `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, proposed_by)
       values ($1, $2, $3, $4, $5, 'minutes', '2021-01-01', $4)`,
      [umbrella, id, membership, who, role],
    )
    mandates.push(id)
  }
  return { umbrella, membership, seconds, mandates: mandates as [string, string] }
}

const confirming = ({ umbrella, membership, seconds, mandates }: Scene, n: 0 | 1, mandate = mandates[n]) => ({
  scope: { umbrella, account: seconds[n] },
  work: (tx: Tx) => confirmMandate(tx, { mandate, membership, as: 'member' }),
})

async function inForce(on: Database, membership: string, role: string): Promise<number> {
  const { rows } = await on.owner.query(
    `select count(*) as n from network.mandates where membership_id = $1 and role = $2 and status = 'confirmed' and valid_from = '2021-01-01'`,
    [membership, role],
  )
  return rows[0].n
}

beforeEach(async () => {
  await careless.owner.query('alter table network.mandates drop constraint if exists one_primary')
  await careless.owner.query('drop trigger if exists guard on network.mandates')
})

describe('two primaries confirmed at once', () => {
  test('both come to hold without the lock and the constraint', async () => {
    const place = await scene(careless, 'primary', false)
    // The action as it would be if it only looked: each sees no other primary, and writes.
    const looking = (n: 0 | 1) => ({
      scope: { umbrella: place.umbrella, account: place.seconds[n] },
      work: async (tx: Tx) => {
        const look = `select 1 from network.mandates where membership_id = $1 and role = 'primary' and status = 'confirmed'`
        const free = (await tx.$client.query(look, [place.membership])).rowCount === 0
        if (free) {
          await tx.$client.query(
            `update network.mandates set status = 'confirmed', confirmed_by = $2, confirmed_as = 'member', confirmed_at = now() where id = $1`,
            [place.mandates[n], place.seconds[n]],
          )
        }
        return free
      },
    })
    expect(await oneAfterTheOther(careless, looking(0), looking(1), { waits: false })).toEqual([true, true])
    expect(await inForce(careless, place.membership, 'primary')).toBe(2)
  })

  test('take turns with the lock: the second is refused by name', async () => {
    const place = await scene(database, 'primary', false)
    const [first, second] = await oneAfterTheOther(database, confirming(place, 0), confirming(place, 1))
    expect(first).toEqual({ ok: true })
    expect(second).toMatchObject({ ok: false, reason: 'network.mandate.primaryNamed' })
    expect(await inForce(database, place.membership, 'primary')).toBe(1)
  })

  test('are kept apart by the constraint also for a writer who takes no lock', async () => {
    const place = await scene(database, 'primary', false)
    await writeAs(database, place.umbrella, place.seconds[0], tx => confirming(place, 0).work(tx))
    const blind = database.owner.query(
      `update network.mandates set status = 'confirmed', confirmed_by = $2, confirmed_as = 'member', confirmed_at = now() where id = $1`,
      [place.mandates[1], place.seconds[1]],
    )
    await expect(blind).rejects.toMatchObject({ constraint: 'one_primary' })
  })
})

describe('one mandate confirmed by two at once', () => {
  test('is confirmed once; the other is told that it is decided', async () => {
    const place = await scene(database, 'deputy', false)
    const [mandate] = place.mandates
    const both = [confirming(place, 0, mandate), confirming(place, 1, mandate)] as const
    const [first, second] = await oneAfterTheOther(database, ...both)
    expect(first).toEqual({ ok: true })
    expect(second).toMatchObject({ ok: false, reason: 'network.mandate.decidedAlready' })
    const { rows } = await database.owner.query(
      `select count(*) as n from platform.journal_entries where subject_id = $1 and action = 'network.mandate_confirmed'`,
      [mandate],
    )
    expect(rows[0].n).toBe(1)
  })
})

describe('two mandates of one person confirmed at once', () => {
  test('follow each other: the later one takes over', async () => {
    const place = await scene(database, 'deputy', true)
    const outcomes = await oneAfterTheOther(database, confirming(place, 0), confirming(place, 1))
    expect(outcomes).toEqual([{ ok: true }, { ok: true }])
    expect(await inForce(database, place.membership, 'deputy')).toBe(0)
    const { rows } = await database.owner.query(
      `select count(*) as n from network.mandates where id = any($1) and status = 'confirmed'`,
      [place.mandates],
    )
    expect(rows[0].n).toBe(1)
  })
})
