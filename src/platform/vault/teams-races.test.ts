import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/database/scope.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newTeam, openVaultDesk, type Somebody, type VaultDesk } from '#tests/vault-desk.ts'
import { renewTeamKeys, rotateTeam, type TeamKey, teamKey } from './index.ts'

const desk = await openVaultDesk()
const careless = await openVaultDesk()
await careless.sql(
  `create or replace function vault.hold_team(umbrella uuid, team uuid, alone boolean) returns void
     language plpgsql set search_path = '' as 'begin end'`,
)

describe('at the same moment', () => {
  const leaving = (umbrella: string, who: Somebody) => ({
    scope: { umbrella, account: who.account },
    work: async (tx: Tx) => {
      await tx.$client.query('select people.give_up_roles()')
      await renewTeamKeys(tx)
    },
  })
  const sealing = (umbrella: string, team: string) => ({
    scope: { umbrella, account: null },
    work: (tx: Tx) => teamKey(tx, team),
  })
  const holders = async (on: VaultDesk, { id }: TeamKey) =>
    (
      await on.sql(
        'select k.account_id from vault.team_seals s join vault.keys k on k.id = s.key_id where s.team_key_id = $1',
        [id],
      )
    ).map(row => row.account_id)

  test('somebody leaves while something is sealed: without the lock it is sealed to the key they have', async () => {
    const { umbrella, monitors, team, key } = await newTeam(careless, 2)
    const [, sealed] = await oneAfterTheOther(
      careless.database,
      leaving(umbrella, monitors[0]!),
      sealing(umbrella, team),
      { waits: false },
    )
    expect(sealed!.id).toBe(key.id)
  })

  test('somebody leaves while something is sealed: with it, sealing waits and takes the next key', async () => {
    const { umbrella, monitors, team, key } = await newTeam(desk, 2)
    const [, sealed] = await oneAfterTheOther(
      desk.database,
      leaving(umbrella, monitors[0]!),
      sealing(umbrella, team),
    )
    expect(sealed!.id).not.toBe(key.id)
    expect(await holders(desk, sealed!)).toEqual([monitors[1]!.account])
  })

  test('two leave: without the lock one of them has the key that is in use afterwards', async () => {
    const { umbrella, monitors, current } = await newTeam(careless, 3)
    await oneAfterTheOther(
      careless.database,
      leaving(umbrella, monitors[0]!),
      leaving(umbrella, monitors[1]!),
    )
    expect(await holders(careless, await current())).toContain(monitors[1]!.account)
  })

  test('two leave: with it, both are without the key that is in use afterwards', async () => {
    const { umbrella, monitors, current } = await newTeam(desk, 3)
    await oneAfterTheOther(desk.database, leaving(umbrella, monitors[0]!), leaving(umbrella, monitors[1]!))
    expect(await holders(desk, await current())).toEqual([monitors[2]!.account])
  })

  test('two change the key: one after the other, and the later one is in use', async () => {
    const { umbrella, monitors, team, current } = await newTeam(desk, 2)
    const rotating = (n: number) => ({
      scope: { umbrella, account: monitors[n]!.account },
      work: (tx: Tx) => rotateTeam(tx, team),
    })
    const [, later] = await oneAfterTheOther(desk.database, rotating(0), rotating(1))
    expect((await current()).id).toBe(later!.id)
  })
})
