import { describe, expect, test } from 'vitest'
import { newUmbrella } from '#tests/umbrella.ts'
import { cheap, given, newTeam, openVaultDesk, type Somebody } from '#tests/vault-desk.ts'
import {
  renewTeamKeys,
  resealForMyself,
  rotateTeam,
  SealBroken,
  sealTeamTo,
  teamFor,
  teamKey,
  unlock,
  unlocked,
  type Waiting,
  waitingForSeal,
} from './index.ts'
import { openSeal, sealTo } from './seal.ts'
import { openGeneration, teamSealContext } from './teams.ts'

const desk = await openVaultDesk()
const { sql } = desk

describe('a team', () => {
  test('has no key before the first of its people has one', async () => {
    const umbrella = await newUmbrella(desk.database)
    const team = await desk.as(null, tx => teamFor(tx, 'lawyer'), umbrella)
    expect(await desk.as(null, tx => teamFor(tx, 'lawyer'), umbrella)).toBe(team)
    expect(await desk.as(null, tx => teamKey(tx, team), umbrella)).toBeNull()
    const lawyer = await desk.somebody([umbrella])
    await desk.giveRole(lawyer, 'lawyer', umbrella)
    expect(await desk.as(null, tx => teamKey(tx, team), umbrella)).toBeNull()
    await desk.giveKey(lawyer)
    const key = await desk.as(null, tx => teamKey(tx, team), umbrella)
    expect(key).not.toBeNull()
    expect(await desk.as(null, tx => teamKey(tx, team), umbrella)).toEqual(key)
  })

  test('opens with the key of each of its people, and of nobody else', async () => {
    const { monitors, has, key, team, as } = await newTeam(desk, 2)
    for (const monitor of monitors) expect(await has(monitor)).toBe(true)
    expect(await has(await desk.colleague('lawyer'))).toBe(false)
    const rows = await as(
      monitors[0]!,
      async tx => (await tx.$client.query('select * from vault.team_seals')).rows,
    )
    expect(rows.length).toBe(1)
    expect(team).not.toBe(key.id)
  })

  test('lets nobody in by a role alone: who joins waits for a colleague, through every change of key', async () => {
    const { monitors, has, key, team, as, opened, join, current } = await newTeam(desk, 1)
    const joiner = await join()
    const waits = () => opened(monitors[0]!, tx => waitingForSeal(tx, team))
    expect((await waits()).map(({ account }) => account)).toEqual([joiner.account])
    const later = (await as(monitors[0]!, tx => rotateTeam(tx, team)))!
    expect(await has(joiner, later)).toBe(false)
    const [{ key: joining }] = (await waits()) as [Waiting]
    expect(await opened(monitors[0]!, (tx, open) => sealTeamTo(tx, open, team, joining))).toBe(2)
    for (const generation of [key, later]) expect(await has(joiner, generation)).toBe(true)
    expect(await waits()).toEqual([])
    expect(await current()).toEqual(later)
  })

  test('shows who waits to its own people alone, and takes seals from who has its key alone', async () => {
    const { monitors, key, team, as, opened, join } = await newTeam(desk, 1)
    const [joiner, outsider] = [await join(), await desk.somebody()]
    expect(await as(outsider, tx => waitingForSeal(tx, team))).toEqual([])
    const own = (await sql('select id from vault.keys where account_id = $1', [joiner.account]))[0].id
    const junk = Buffer.alloc(81)
    const seal = (who: Somebody, to: string) =>
      as(who, tx => tx.$client.query('select vault.seal_generation($1, $2, $3)', [key.id, to, junk]))
    await expect(seal(joiner, own)).rejects.toThrow('who has a key of the team')
    await expect(seal(outsider, own)).rejects.toThrow('who has a key of the team')
    const strange = await desk.giveKey(outsider)
    await expect(seal(monitors[0]!, strange.id)).rejects.toThrow('who has a key of the team')
    expect(await opened(joiner, (tx, open) => sealTeamTo(tx, open, team, own))).toBe(0)
  })

  test('gets a new key that is sealed to exactly those who remain: the database compares', async () => {
    const { monitors, team, as, umbrella } = await newTeam(desk, 2)
    const keys = (await sql('select key_id from vault.team_seals where umbrella_id = $1', [umbrella])).map(
      row => row.key_id,
    )
    const add = (who: Somebody, ids: string[]) =>
      as(who, tx =>
        tx.$client.query('select vault.add_generation($1, gen_random_uuid(), $2, $3, $4)', [
          ...[team, Buffer.alloc(32, 9), ids, ids.map(() => Buffer.alloc(81))],
        ]),
      )
    await expect(add(monitors[0]!, keys.slice(1))).rejects.toMatchObject({ constraint: 'sealed_to_heirs' })
    await expect(add(monitors[0]!, [])).rejects.toMatchObject({ constraint: 'sealed_to_heirs' })
    const outsider = await desk.somebody()
    await expect(add(outsider, keys)).rejects.toThrow('changed by its team')
    await expect(as(outsider, tx => tx.$client.query('delete from vault.team_seals'))).rejects.toThrow(
      'permission denied',
    )
  })

  test('is another in another umbrella', async () => {
    const [one, other] = [await newTeam(desk, 1), await newTeam(desk, 1)]
    const seen = await other.as(other.monitors[0]!, async tx => [
      await teamKey(tx, one.team),
      (await tx.$client.query('select from vault.team_keys where id = $1', [one.key.id])).rowCount,
    ])
    expect(seen).toEqual([null, 0])
    expect(await other.as(one.monitors[0]!, tx => waitingForSeal(tx, one.team))).toEqual([])
  })
})

describe('who leaves a team', () => {
  test('opens nothing that is sealed afterwards, also with the old key and a copy of the whole database', async () => {
    const { monitors, team, key, current, umbrella } = await newTeam(desk, 2)
    const [leaver, stays] = monitors as [Somebody, Somebody]
    const privateKey = await desk.opened(leaver, (_tx, open) => open.withPrivateKey(async bytes => bytes))
    const own = (await sql('select id from vault.keys where account_id = $1', [leaver.account]))[0].id
    const before = (await sql('select sealed from vault.team_seals where key_id = $1', [own]))[0].sealed
    expect((await openSeal(privateKey, teamSealContext(umbrella, key.id, own), before)).length).toBe(32)
    await desk.takeRole(leaver)
    const next = await current()
    expect(next.id).not.toBe(key.id)
    const dump = await sql(
      'select key_id, sealed from vault.team_seals where umbrella_id = $1 and team_key_id = $2',
      [umbrella, next.id],
    )
    expect(dump.length).toBe(1)
    for (const { key_id, sealed } of dump) {
      for (const id of [key_id, own]) {
        await expect(openSeal(privateKey, teamSealContext(umbrella, next.id, id), sealed)).rejects.toThrow(
          SealBroken,
        )
      }
    }
    const secret = await sealTo(next.publicKey, ['test'], new Uint8Array(1))
    await expect(openSeal(privateKey, ['test'], secret)).rejects.toThrow(SealBroken)
    expect(await sql('select from vault.team_seals where key_id = $1', [own])).toEqual([])
    const stayed = await desk.opened(stays, (tx, open) => openGeneration(tx, open, next.id), umbrella)
    expect((await openSeal(stayed!, ['test'], secret)).length).toBe(1)
    expect(team).not.toBe(next.id)
  })

  test('gives up the role and leaves a new key behind in one transaction', async () => {
    const { monitors, team, key, as } = await newTeam(desk, 2)
    await as(monitors[0]!, async tx => {
      await tx.$client.query('select people.give_up_roles()')
      await renewTeamKeys(tx)
    })
    const all = await sql(
      'select id, retired_at is null as current from vault.team_keys where team_id = $1 order by generation',
      [team],
    )
    expect(all).toEqual([
      { id: key.id, current: false },
      { id: expect.any(String), current: true },
    ])
  })

  test('as the last one leaves a team without a key; who comes next begins anew', async () => {
    const { monitors, team, key, as, join, has, current } = await newTeam(desk, 1)
    await desk.takeRole(monitors[0]!)
    expect(await as(null, tx => teamKey(tx, team))).toBeNull()
    const next = await join()
    expect(await has(next, await current())).toBe(true)
    expect(await has(next, key)).toBe(false)
  })
})

describe('who has a new key', () => {
  test('waits like a joiner once it counts; a colleague’s seal replaces the old one', async () => {
    const { monitors, team, opened, key } = await newTeam(desk, 2)
    const [changed, colleague] = monitors as [Somebody, Somebody]
    const next = await desk.giveKey(changed)
    const waits = () => opened(colleague, tx => waitingForSeal(tx, team))
    expect(await waits()).toEqual([])
    await desk.letHoursPass(73)
    expect(await waits()).toEqual([{ account: changed.account, key: next.id, fingerprint: next.fingerprint }])
    expect(await opened(colleague, (tx, open) => sealTeamTo(tx, open, team, next.id))).toBe(1)
    const seals = await sql(
      'select s.key_id from vault.team_seals s join vault.keys k on k.id = s.key_id where team_key_id = $1 and account_id = $2',
      [key.id, changed.account],
    )
    expect(seals).toEqual([{ key_id: next.id }])
  })

  test('and has not forgotten the old passphrase seals to the new one without help', async () => {
    const { monitors, team, has, as } = await newTeam(desk, 1)
    const [changed] = monitors as [Somebody]
    const old = (await sql('select id from vault.keys where account_id = $1', [changed.account]))[0].id
    await desk.giveKey({ ...changed, passphrase: 'the second passphrase' })
    await desk.letHoursPass(73)
    const renewed = { ...changed, passphrase: 'the second passphrase' }
    expect(await has(renewed)).toBe(false)
    const secret = { passphrase: changed.passphrase }
    const { cookie } = given(
      await as(changed, tx => unlock(tx, changed.session, secret, { key: old, cost: cheap })),
    )
    const count = await as(changed, async tx =>
      resealForMyself(tx, (await unlocked(tx, changed.session, cookie))!, team),
    )
    expect(count).toBe(1)
    await desk.letHoursPass(0)
    expect(await has(renewed)).toBe(true)
  })
})
