import { describe, expect, test } from 'vitest'
import { cheap, openVaultDesk } from '#tests/vault-desk.ts'
import { createKeys, keyChanged, ownEffectiveKey, ownKeys, withdrawComingKey } from './index.ts'

const desk = await openVaultDesk()
const { as, sql, giveKey } = desk
const told: unknown[] = []
keyChanged.listen(async (_tx, change) => void told.push(change))

describe('a key', () => {
  test('is wanted with a passphrase of twelve characters at least', async () => {
    const { account } = await desk.somebody()
    expect(await as(account, tx => createKeys(tx, 'eleven char'))).toEqual({
      ok: false,
      reason: 'platform.vault.passphraseShort',
      values: { minimum: 12 },
    })
    expect(await as(account, ownKeys)).toEqual([])
  })

  test('counts at once when it is the first, and nobody is told', async () => {
    const who = await desk.somebody()
    const key = await giveKey(who)
    expect(await as(who.account, ownEffectiveKey)).toMatchObject({ id: key.id, retiredAt: null })
    expect(key.fingerprint).toMatch(/^[0-9a-f]{40}$/)
    expect(told).toEqual([])
  })

  test('that follows another counts after 72 hours, and rooms are told at once', async () => {
    const who = await desk.somebody()
    const [first, second] = [await giveKey(who), await giveKey(who)]
    expect(told.splice(0)).toEqual([
      { account: who.account, fingerprint: second.fingerprint, effectiveAt: second.effectiveAt },
    ])
    const [hours] = await sql(`select extract(epoch from $1::timestamptz - now()) / 3600 as left`, [
      second.effectiveAt,
    ])
    expect(Number(hours.left)).toBeCloseTo(72, 0)
    expect(await as(who.account, tx => createKeys(tx, who.passphrase, cheap))).toMatchObject({
      reason: 'platform.vault.keyComing',
    })
    expect((await as(who.account, ownEffectiveKey))!.id).toBe(first.id)
    await desk.letHoursPass(71)
    expect((await as(who.account, ownEffectiveKey))!.id).toBe(first.id)
    await desk.letHoursPass(2)
    expect((await as(who.account, ownEffectiveKey))!.id).toBe(second.id)
  })

  test('that is coming can be taken back; one that counts cannot', async () => {
    const who = await desk.somebody()
    const [first] = [await giveKey(who), await giveKey(who)]
    expect(await as(who.account, withdrawComingKey)).toBe(true)
    expect(await as(who.account, ownKeys)).toEqual([{ ...first, retiredAt: null }])
    expect(await as(who.account, withdrawComingKey)).toBe(false)
    told.splice(0)
  })

  test('cannot be given a time or an owner by a request, nor be changed', async () => {
    const [who, other] = [await desk.somebody(), await desk.somebody()]
    const key = await giveKey(who)
    for (const statement of [
      `insert into vault.keys (id, public_key, effective_at) values (gen_random_uuid(), '\\x00', now())`,
      `insert into vault.keys (id, public_key, account_id) values (gen_random_uuid(), '\\x00', '${other.account}')`,
      `update vault.keys set public_key = '\\x00' where id = '${key.id}'`,
      `delete from vault.keys where id = '${key.id}'`,
    ]) {
      await expect(as(who.account, tx => tx.$client.query(statement))).rejects.toThrow('permission denied')
    }
  })

  test('is seen by colleagues of the umbrella and by nobody else; its wrap by its person alone', async () => {
    const who = await desk.somebody()
    const key = await giveKey(who)
    const [colleague, stranger] = [await desk.somebody(), await desk.somebody([])]
    const seen = (account: string | null, table: string) =>
      as(
        account,
        async tx =>
          (
            await tx.$client.query(
              `select from vault.${table} where ${table === 'keys' ? 'id' : 'key_id'} = $1`,
              [key.id],
            )
          ).rowCount,
      )
    expect(await seen(colleague.account, 'keys')).toBe(1)
    expect(await seen(stranger.account, 'keys')).toBe(0)
    expect(await seen(null, 'keys')).toBe(0)
    expect(await seen(who.account, 'wraps')).toBe(1)
    expect(await seen(colleague.account, 'wraps')).toBe(0)
  })
})
