import { describe, expect, test } from 'vitest'
import { newCoordinator, newMandate, newMember } from '#tests/members.ts'
import { given, newTeam, openVaultDesk, type Somebody } from '#tests/vault-desk.ts'
import {
  appointCustodians,
  askRecovery,
  completeRecovery,
  erasePersonFromVault,
  handShare,
  makeRecoverable,
  recoveryAsked,
  SealBroken,
  stopRecovery,
} from './index.ts'

const desk = await openVaultDesk()
const { sql } = desk
const told: unknown[] = []
recoveryAsked.listen(async (_tx, asked) => void told.push(asked))

/** A team, somebody of it who lost the way in, a coordinator, and three people of three members. */
async function scene() {
  const place = await newTeam(desk, 2)
  const { umbrella } = place
  const coordinator = await desk.somebody([umbrella])
  await newCoordinator(desk.database, umbrella, coordinator.account)
  const custodians: Somebody[] = []
  for (let count = 0; count < 3; count++) {
    const who = await desk.somebody([umbrella])
    await desk.giveKey(who)
    const { membership } = await newMember(desk.database, umbrella)
    await newMandate(desk.database, umbrella, membership, who.account)
    custodians.push(who)
  }
  const appoint = (people = custodians, by = coordinator) =>
    place.as(by, tx =>
      appointCustodians(
        tx,
        people.map(({ account }) => account),
      ),
    )
  return {
    ...place,
    coordinator,
    custodians: custodians as [Somebody, Somebody, Somebody],
    appoint,
    loser: await place.join(),
  }
}

type Scene = Awaited<ReturnType<typeof scene>>

async function asked({ as, appoint, opened, monitors, team, coordinator, loser }: Scene): Promise<string> {
  given(await appoint())
  expect(await opened(monitors[0]!, (tx, open) => makeRecoverable(tx, open, team))).toBe(1)
  return given(await as(coordinator, tx => askRecovery(tx, team, loser.account))).recovery
}

const older = (recovery: string, hours: number) =>
  sql(
    `update vault.recoveries set asked_at = asked_at - make_interval(hours => $2), effective_at = effective_at - make_interval(hours => $2) where id = $1`,
    [recovery, hours],
  )

describe('custodians', () => {
  test('are three, of three members, with keys, in no team; coordinators appoint them', async () => {
    const { custodians, appoint, monitors, umbrella, loser } = await scene()
    const refused = { ok: false, reason: 'platform.vault.custodiansNotApart' }
    const [one, two, three] = custodians
    const twin = await desk.somebody([umbrella])
    await desk.giveKey(twin)
    const [{ membership_id: same }] = await sql(
      'select membership_id from network.mandates where person_id = $1',
      [one.account],
    )
    await newMandate(desk.database, umbrella, same, twin.account, 'deputy')
    const keyless = await desk.somebody([umbrella])
    for (const wrong of [
      [one, two],
      [one, two, twin],
      [one, two, keyless],
      [one, two, monitors[0]!],
      [one, two, two],
    ]) {
      expect(await appoint(wrong)).toEqual(refused)
    }
    await expect(appoint(custodians, loser)).rejects.toThrow('coordinators appoint')
    expect(await appoint([one, two, three])).toEqual({ ok: true })
    await expect(desk.giveRole(three, 'lawyer', umbrella)).rejects.toMatchObject({
      constraint: 'custodian_in_team',
    })
  })
})

describe('a recovery', () => {
  test('after 72 hours and with two of three shares, gives who asked every key of the team, and renews the recovery key', async () => {
    const place = await scene()
    const { as, opened, custodians, loser, team, key, has, monitors, umbrella, current } = place
    const recovery = await asked(place)
    expect(told.splice(0)).toMatchObject([{ recovery, team, account: loser.account }])
    await desk.takeRole(monitors[1]!)
    const later = await current()
    const hand = (who: Somebody) => opened(who, (tx, open) => handShare(tx, open, recovery))
    const complete = () => opened(loser, (tx, open) => completeRecovery(tx, open, recovery))
    await older(recovery, 71)
    expect(await hand(custodians[0])).toMatchObject({ reason: 'platform.vault.recoveryNotYet' })
    await expect(
      as(custodians[0], tx =>
        tx.$client.query('select vault.hand_share($1, $2)', [recovery, Buffer.alloc(82)]),
      ),
    ).rejects.toMatchObject({ constraint: 'recovery_ripe' })
    await older(recovery, 2)
    expect(await hand(custodians[0])).toEqual({ ok: true })
    expect(await complete()).toMatchObject({ reason: 'platform.vault.recoverySharesMissing' })
    await expect(
      as(loser, tx => tx.$client.query('select * from vault.recovery_seals_for($1)', [recovery])),
    ).rejects.toThrow('with two shares')
    expect(await hand(monitors[0]!)).toMatchObject({ reason: 'platform.vault.recoveryUnprepared' })
    expect(await hand(custodians[2])).toEqual({ ok: true })
    expect(await complete()).toEqual({ ok: true, renewed: true })
    for (const generation of [key, later]) expect(await has(loser, generation)).toBe(true)
    const keys = await sql(
      'select retired_at is null as current from vault.recovery_keys where umbrella_id = $1 order by created_at',
      [umbrella],
    )
    expect(keys).toEqual([{ current: false }, { current: true }])
    expect(await complete()).toMatchObject({ reason: 'platform.vault.recoveryEnded' })
    expect(await sql('select from vault.handed_shares where umbrella_id = $1', [umbrella])).toEqual([])
    const again = given(await as(loser, tx => askRecovery(tx, team, loser.account))).recovery
    await older(again, 73)
    for (const who of custodians.slice(1)) given(await opened(who, (tx, open) => handShare(tx, open, again)))
    expect(await opened(loser, (tx, open) => completeRecovery(tx, open, again))).toEqual({
      ok: true,
      renewed: true,
    })
  })

  test('is asked for only where there is a recovery key, and for somebody of the team', async () => {
    const { as, appoint, team, loser, custodians } = await scene()
    told.splice(0)
    const ask = (who: Somebody) => as(loser, tx => askRecovery(tx, team, who.account))
    expect(await ask(loser)).toEqual({
      ok: false,
      reason: 'platform.vault.recoveryUnprepared',
      values: undefined,
    })
    given(await appoint())
    expect(await ask(loser)).toMatchObject({ reason: 'platform.vault.recoveryUnprepared' })
    expect(await ask(custodians[0])).toMatchObject({ reason: 'platform.vault.recoveryForTeam' })
    expect(told).toEqual([])
  })

  test('is stopped by anybody of the team meanwhile, and by nobody else', async () => {
    const place = await scene()
    const { as, opened, custodians, coordinator, monitors, team, loser } = place
    const recovery = await asked(place)
    expect(await as(coordinator, tx => askRecovery(tx, team, loser.account))).toMatchObject({
      reason: 'platform.vault.recoveryOpen',
    })
    expect(await as(coordinator, tx => stopRecovery(tx, recovery))).toMatchObject({ ok: false })
    expect(await as(monitors[1]!, tx => stopRecovery(tx, recovery))).toEqual({ ok: true })
    await older(recovery, 100)
    expect(await opened(custodians[0], (tx, open) => handShare(tx, open, recovery))).toMatchObject({
      reason: 'platform.vault.recoveryEnded',
    })
    await expect(as(custodians[0], tx => askRecovery(tx, team, loser.account))).rejects.toThrow(
      'coordinators and the team',
    )
  })

  test('with a share that is not the custodian’s fails, and gives nothing', async () => {
    const place = await scene()
    const { opened, custodians, loser, has, key } = place
    const recovery = await asked(place)
    await older(recovery, 73)
    for (const who of custodians.slice(0, 2))
      given(await opened(who, (tx, open) => handShare(tx, open, recovery)))
    await sql(
      'update vault.handed_shares set sealed = set_byte(sealed, 50, get_byte(sealed, 50) # 1) where recovery_id = $1',
      [recovery],
    )
    await expect(opened(loser, (tx, open) => completeRecovery(tx, open, recovery))).rejects.toThrow(
      SealBroken,
    )
    expect(await has(loser, key)).toBe(false)
  })

  test('needs two custodians and no third: one who was forgotten holds nothing up, and others are appointed', async () => {
    const place = await scene()
    const { as, opened, custodians, loser, has, key, umbrella, team } = place
    const recovery = await asked(place)
    await older(recovery, 73)
    await as(custodians[1], erasePersonFromVault)
    for (const who of [custodians[0], custodians[2]]) {
      given(await opened(who, (tx, open) => handShare(tx, open, recovery)))
    }
    const done = await opened(loser, (tx, open) => completeRecovery(tx, open, recovery))
    expect(done).toEqual({ ok: true, renewed: false })
    expect(await has(loser, key)).toBe(true)
    for (const table of ['recovery_shares', 'recovery_seals', 'handed_shares']) {
      expect(await sql(`select from vault.${table} where umbrella_id = $1`, [umbrella]), table).toEqual([])
    }
    expect(await opened(loser, (tx, open) => makeRecoverable(tx, open, team))).toBe(0)
  })
})
