import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter, type Present } from '#tests/coalition.ts'
import { assure, unlockAs, withKey } from '#tests/vault-keys.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

const vault = '/en/account/vault'
let stage: Stage
let count = 0

beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const owner = (text: string, values: unknown[] = []) => stage.platform.database.owner.query(text, values)

/** Somebody with a key and a passkey, and what that passkey yields. */
async function withPasskey(name = 'my phone') {
  const person = await withKey(stage, await enter(stage, `passkey${++count}@example.org`))
  const passkey = { credential: `credential-${count}`, prf: randomBytes(32).toString('base64url') }
  await owner(
    `insert into accounts.passkeys (id, user_id, name, public_key, credential_id, counter, device_type, backed_up)
     values (gen_random_uuid(), $1, $2, 'key', $3, 0, 'singleDevice', false)`,
    [person.id, name, passkey.credential],
  )
  return { person, passkey }
}

/** The passkey opens the vault; the vault is locked again. */
async function withOpeningPasskey() {
  const known = await withPasskey()
  await unlockAs(known.person)
  await known.person.browser.post(`${vault}/passkeys`, known.passkey)
  await known.person.browser.post(`${vault}/locking`)
  return known
}

const page = async ({ browser }: Present, path = vault) => (await browser.get(path)).text()
const openBy = ({ browser }: Present, fields: Record<string, string>) =>
  browser.post(`${vault}/unlock/passkey`, fields)
const wraps = async ({ id }: Present) =>
  (await owner(`select credential_id from vault.wraps where account_id = $1 and kind = 'passkey'`, [id])).rows
const told = async ({ id }: Present) =>
  (
    await owner(
      `select values->>'news' as news from platform.mail where person_id = $1 and template = 'people.vault_news' order by id`,
      [id],
    )
  ).rows.map(({ news }) => news)

describe('a passkey that opens the vault', () => {
  test('is let in by who has the vault open, is told by mail, and opens it then', async () => {
    const { person, passkey } = await withPasskey()
    expect(await page(person)).toContain('Let a passkey open the vault')
    expect(await page(person, `${vault}/unlock`)).not.toContain('p-vault-passkey')
    const closed = await person.browser.post(`${vault}/passkeys`, passkey)
    expect(closed.headers.get('location')).toContain(`${vault}/unlock?next=`)
    await unlockAs(person)
    expect(await page(person, `${vault}/passkey`)).toContain(`data-credentials="[&quot;${passkey.credential}`)
    const added = await person.browser.post(`${vault}/passkeys`, passkey)
    expect(added.headers.get('location')).toContain('people.said.vaultPasskeyAdded')
    expect(await told(person)).toEqual(['key-made', 'passkey-added'])
    expect(await page(person)).toContain('my phone')
    expect((await person.browser.get(`${vault}/passkey`)).status).toBe(303)
    expect((await person.browser.post(`${vault}/passkeys`, passkey)).status).toBe(409)
    await person.browser.post(`${vault}/locking`)
    expect(await page(person, `${vault}/unlock`)).toContain(`[&quot;${passkey.credential}&quot;]`)
    const opened = await openBy(person, { ...passkey, next: '/en/account/vault?back' })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/en/account/vault?back')
    expect(person.browser.cookies.has('parasol-vault')).toBe(true)
  })

  test('is removed, and told; the passphrase opens as before', async () => {
    const { person, passkey } = await withOpeningPasskey()
    expect(await page(person)).toContain('Do not let it open the vault any more')
    const { credential } = passkey
    const removed = await person.browser.post(`${vault}/passkeys/removal`, { credential })
    expect(removed.headers.get('location')).toContain('people.said.vaultPasskeyRemoved')
    expect(await wraps(person)).toEqual([])
    expect(await told(person)).toEqual(['key-made', 'passkey-added', 'passkey-removed'])
    expect((await openBy(person, passkey)).status).toBe(422)
    expect((await unlockAs(person)).status).toBe(303)
    const again = await person.browser.post(`${vault}/passkeys/removal`, { credential })
    expect(again.headers.get('location')).toBe(vault)
  })

  test('opens nothing with other bytes, of somebody else, or in another person’s session', async () => {
    const { person, passkey } = await withOpeningPasskey()
    const wrong = await openBy(person, { ...passkey, prf: randomBytes(32).toString('base64url') })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('This passkey does not open your key')
    const other = await withPasskey()
    expect((await openBy(other.person, passkey)).status).toBe(422)
    await unlockAs(other.person)
    const stolen = await other.person.browser.post(`${vault}/passkeys`, passkey)
    expect(stolen.status).toBe(409)
    expect(await wraps(other.person)).toEqual([])
  })

  test('is slowed after five attempts, as a passphrase is', async () => {
    const { person, passkey } = await withOpeningPasskey()
    const prf = randomBytes(32).toString('base64url')
    for (let tries = 0; tries < 5; tries++)
      expect((await openBy(person, { ...passkey, prf })).status).toBe(422)
    expect((await openBy(person, passkey)).status).toBe(429)
    expect((await unlockAs(person)).status).toBe(429)
  })

  test('needs what a passkey yields, nothing shorter and nothing else', async () => {
    const { person, passkey } = await withOpeningPasskey()
    for (const fields of [{}, { ...passkey, prf: 'AAAA' }, { ...passkey, credential: '"><b>' }]) {
      expect((await openBy(person, fields)).status).toBe(422)
    }
    await unlockAs(person)
    expect((await person.browser.post(`${vault}/passkeys`, { credential: 'x' })).status).toBe(409)
  })

  test('is let in only by who has lately shown who they are, with a second factor', async () => {
    const { person, passkey } = await withPasskey()
    await unlockAs(person)
    await owner(
      `update accounts.sessions set assured_at = now() - interval '16 minutes', created_at = now() - interval '16 minutes' where user_id = $1`,
      [person.id],
    )
    const late = await person.browser.post(`${vault}/passkeys`, passkey)
    expect(late.headers.get('location')).toContain('/second-factor')
    await owner('update accounts.sessions set assurance = 1, assured_at = null where user_id = $1', [
      person.id,
    ])
    expect((await openBy(person, passkey)).status).toBe(403)
    expect((await person.browser.post(`${vault}/passkeys/removal`, passkey)).status).toBe(403)
    expect(await wraps(person)).toEqual([])
    await assure(stage, person)
  })

  test('goes with the passkey when that is taken from the account', async () => {
    const { person } = await withOpeningPasskey()
    await owner('delete from accounts.passkeys where user_id = $1', [person.id])
    expect(await wraps(person)).toEqual([])
    expect(await page(person)).toContain('You have no passkey yet')
  })

  test('is nothing for a visitor', async () => {
    const visitor = new Visitor(stage)
    for (const path of [`${vault}/passkeys`, `${vault}/passkeys/removal`, `${vault}/unlock/passkey`])
      expect((await visitor.post(path)).status).toBe(403)
    expect((await visitor.get(`${vault}/passkey`)).headers.get('location')).toContain('/en/sign-in')
  })
})
