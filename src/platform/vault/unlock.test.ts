import pg from 'pg'
import { describe, expect, test } from 'vitest'
import type { JobContext, JobRef } from '#platform/jobs/index.ts'
import { cheap, given, openVaultDesk } from '#tests/vault-desk.ts'
import { newKey } from './cipher.ts'
import {
  addPasskeyWrap,
  lock,
  ownEffectiveKey,
  removePasskeyWrap,
  SealBroken,
  unlock,
  unlocked,
} from './index.ts'
import { vaultJobs } from './jobs.ts'
import { sealTo } from './seal.ts'

const desk = await openVaultDesk()
const { as, sql, giveKey, opened } = desk

const givePasskey = (account: string, credential: string) =>
  sql(
    `insert into accounts.passkeys (id, user_id, public_key, credential_id, counter, device_type, backed_up)
     values (gen_random_uuid(), $1, 'key', $2, 0, 'singleDevice', false)`,
    [account, credential],
  )

describe('unlocking', () => {
  const tryTo = (
    who: { account: string; session: string },
    secret: Parameters<typeof unlock>[2],
    key?: string,
  ) => as(who.account, tx => unlock(tx, who.session, secret, { key, cost: cheap }))

  test('opens what was sealed to the key, in any process, for half an hour', async () => {
    const who = await desk.somebody()
    const key = await giveKey(who)
    const sealed = await sealTo(key.publicKey, ['test'], new Uint8Array([1, 2, 3]))
    const { cookie, expiresAt } = given(await tryTo(who, { passphrase: who.passphrase }))
    const open = await as(who.account, tx => unlocked(tx, who.session, cookie))
    expect(open).toMatchObject({ account: who.account, key: key.id })
    expect(await open!.open(['test'], sealed)).toEqual(new Uint8Array([1, 2, 3]))
    const [minutes] = await sql(`select extract(epoch from $1::timestamptz - now()) / 60 as left`, [
      expiresAt,
    ])
    expect(Math.round(Number(minutes.left))).toBe(30)
    await sql(`update vault.unlocks set expires_at = now() where account_id = $1`, [who.account])
    expect(await as(who.account, tx => unlocked(tx, who.session, cookie))).toBeNull()
  })

  test('refuses a wrong passphrase, somebody without a key, and a session without a second factor', async () => {
    const who = await desk.somebody()
    expect(await tryTo(who, { passphrase: who.passphrase })).toEqual({
      ok: false,
      reason: 'platform.vault.noKey',
    })
    await giveKey(who)
    expect(await tryTo(who, { passphrase: 'another passphrase' })).toEqual({
      ok: false,
      reason: 'platform.vault.passphraseWrong',
    })
    const weak = { ...who, session: await desk.newSession(who.account, 1) }
    const foreign = { ...who, session: (await desk.somebody()).session }
    for (const session of [weak, foreign]) {
      expect(await tryTo(session, { passphrase: who.passphrase })).toEqual({
        ok: false,
        reason: 'platform.vault.notAssured',
      })
      const forced = as(who.account, async tx => {
        const { id } = (await ownEffectiveKey(tx))!
        return tx.$client.query('select vault.begin_unlock(gen_random_uuid(), $1, $2, $3)', [
          session.session,
          id,
          Buffer.alloc(60),
        ])
      })
      await expect(forced).rejects.toMatchObject({ constraint: 'assured_session' })
    }
  })

  test('takes a damaged wrap for a fault, not for a wrong passphrase', async () => {
    const who = await desk.somebody()
    const { id } = await giveKey(who)
    await sql(
      'update vault.wraps set wrapped = set_byte(wrapped, 30, get_byte(wrapped, 30) # 1) where key_id = $1',
      [id],
    )
    await expect(tryTo(who, { passphrase: who.passphrase })).rejects.toThrow(SealBroken)
  })

  test('is of no use in another session, to another account, with half of the cookie, or after it ended', async () => {
    const [who, other] = [await desk.somebody(), await desk.somebody()]
    await giveKey(who)
    const { cookie } = given(await tryTo(who, { passphrase: who.passphrase }))
    const second = await desk.newSession(who.account)
    const bytes = Buffer.from(cookie, 'base64url')
    expect(await as(who.account, tx => unlocked(tx, second, cookie))).toBeNull()
    expect(await as(other.account, tx => unlocked(tx, who.session, cookie))).toBeNull()
    for (const wrong of ['', 'x', bytes.subarray(0, 16).toString('base64url')]) {
      expect(await as(who.account, tx => unlocked(tx, who.session, wrong))).toBeNull()
    }
    bytes[40]! ^= 1
    await expect(
      as(who.account, tx => unlocked(tx, who.session, bytes.toString('base64url'))),
    ).rejects.toThrow(SealBroken)
    await as(who.account, lock)
    expect(await as(who.account, tx => unlocked(tx, who.session, cookie))).toBeNull()
  })

  test('ends with its session, and its rows are tidied away', async () => {
    const [who, other] = [await desk.somebody(), await desk.somebody()]
    for (const person of [who, other]) {
      await giveKey(person)
      given(await tryTo(person, { passphrase: person.passphrase }))
    }
    const left = async () =>
      (
        await sql('select account_id as account from vault.unlocks where account_id in ($1, $2)', [
          who.account,
          other.account,
        ])
      ).map(row => row.account)
    await desk.database.accounts.query('delete from accounts.sessions where id = $1', [who.session])
    expect(await left()).toEqual([other.account])
    await sql(`update vault.unlocks set expires_at = now() - interval '1 minute' where account_id = $1`, [
      other.account,
    ])
    const worker = new pg.Client(desk.database.worker)
    await worker.connect()
    const [tidy] = vaultJobs
    await tidy!.handler({ worker } as unknown as JobContext, {} as JobRef).finally(() => worker.end())
    expect(await left()).toEqual([])
  })

  test('raises what a wrap costs when that has become more', async () => {
    const who = await desk.somebody()
    const { id } = await giveKey(who)
    const secret = { passphrase: who.passphrase }
    const dearer = { memory: 20_000, passes: 3, lanes: 2 }
    given(await as(who.account, tx => unlock(tx, who.session, secret, { cost: dearer })))
    const stored = async () =>
      (await sql('select memory, passes, lanes from vault.wraps where key_id = $1', [id]))[0]
    expect(await stored()).toEqual(dearer)
    given(await tryTo(who, secret))
    expect(await stored()).toEqual(dearer)
  })

  test('works with a passkey too, until it is removed; the passphrase always does', async () => {
    const who = await desk.somebody()
    await giveKey(who)
    const passkey = { credential: 'credential-1', prf: newKey() }
    expect(await opened(who, (tx, open) => addPasskeyWrap(tx, open, passkey))).toMatchObject({
      reason: 'platform.vault.passkeyUnknown',
    })
    await givePasskey(who.account, passkey.credential)
    expect(await opened(who, (tx, open) => addPasskeyWrap(tx, open, passkey))).toEqual({ ok: true })
    expect(await opened(who, (tx, open) => addPasskeyWrap(tx, open, passkey))).toMatchObject({
      reason: 'platform.vault.passkeyKnown',
    })
    given(await tryTo(who, passkey))
    const unknown = { ok: false, reason: 'platform.vault.passkeyUnknown' }
    expect(await tryTo(who, { ...passkey, prf: newKey() })).toEqual(unknown)
    await as(who.account, tx => removePasskeyWrap(tx, passkey.credential))
    await as(who.account, tx => tx.$client.query('delete from vault.wraps'))
    expect(await tryTo(who, passkey)).toEqual(unknown)
    given(await tryTo(who, { passphrase: who.passphrase }))
  })

  test('works with a passkey no longer once that is no passkey of the person’s any more', async () => {
    const who = await desk.somebody()
    await giveKey(who)
    const passkey = { credential: 'credential-2', prf: newKey() }
    await givePasskey(who.account, passkey.credential)
    given(await opened(who, (tx, open) => addPasskeyWrap(tx, open, passkey)))
    given(await tryTo(who, passkey))
    await sql('delete from accounts.passkeys where user_id = $1', [who.account])
    expect(await tryTo(who, passkey)).toMatchObject({ reason: 'platform.vault.passkeyUnknown' })
    given(await tryTo(who, { passphrase: who.passphrase }))
  })

  test('can open a retired key by name, so that its seals can be made anew', async () => {
    const who = await desk.somebody()
    const [first, second] = [
      await giveKey(who),
      await giveKey({ ...who, passphrase: 'the second passphrase' }),
    ]
    await desk.letHoursPass(73)
    expect(await tryTo(who, { passphrase: who.passphrase })).toMatchObject({
      reason: 'platform.vault.passphraseWrong',
    })
    for (const [key, passphrase] of [
      [first.id, who.passphrase],
      [second.id, 'the second passphrase'],
    ] as const) {
      const { cookie } = given(await tryTo(who, { passphrase }, key))
      expect((await as(who.account, tx => unlocked(tx, who.session, cookie)))!.key).toBe(key)
    }
  })
})

test('no half of an open vault, and no key in the clear, is in a dump', async () => {
  const who = await desk.somebody()
  await giveKey(who)
  const { cookie } = given(
    await as(who.account, tx => unlock(tx, who.session, { passphrase: who.passphrase }, { cost: cheap })),
  )
  const open = await as(who.account, tx => unlocked(tx, who.session, cookie))
  const privateKey = await open!.withPrivateKey(async key => Buffer.from(key).toString('hex'))
  const half = Buffer.from(cookie, 'base64url').toString('hex', 16)
  const tables = ['keys', 'wraps', 'unlocks']
  for (const table of tables) {
    const [{ text }] = await sql(`select string_agg(t::text, e'\\n') as text from vault.${table} t`)
    expect(text.length).toBeGreaterThan(100)
    expect(text).not.toContain(privateKey)
    expect(text).not.toContain(half)
    expect(text).not.toContain(who.passphrase)
  }
})
