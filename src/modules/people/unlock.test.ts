import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openVault, vaultClosed, vaultIfOpen } from '#modules/people/index.ts'
import { open } from '#platform/http/access.ts'
import { enter, foundCoalition, type Present } from '#tests/coalition.ts'
import { assure, phraseOf, unlockAs, withKey } from '#tests/vault-keys.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { localPath } from './forms/sign-in.ts'
import { isStrongPassphrase } from './passphrase-strength.ts'

const vault = '/en/account/vault'
let stage: Stage
let count = 0

beforeAll(async () => {
  stage = await setStage()
  // What a room does that reads sealed records.
  stage.app.hono.on(['GET', 'POST'], '/:locale/:umbrella/sealed-thing', open, async c => {
    const opened = await openVault(c)
    return opened instanceof Response ? opened : c.text(opened.account)
  })
  stage.app.hono.get('/:locale/:umbrella/sealed-form', open, async c =>
    c.text((await vaultIfOpen(c)) ? 'open' : c.var.i18n.t(vaultClosed.message)),
  )
  await foundCoalition(stage, 'ours')
})
afterAll(() => stage.close())

const newcomer = () => enter(stage, `unlocker${++count}@example.org`)
const withItsKey = async () => withKey(stage, await newcomer())
const owner = (text: string, values: unknown[] = []) => stage.platform.database.owner.query(text, values)
const cookieOf = ({ browser }: Present) => browser.cookies.get('parasol-vault')

describe('opening the vault', () => {
  test('leads a room’s page to the passphrase and back, for half an hour', async () => {
    const person = await withItsKey()
    const asked = await person.browser.get('/en/ours/sealed-thing?page=2')
    const way = asked.headers.get('location')!
    expect(way).toBe(`${vault}/unlock?next=%2Fen%2Fours%2Fsealed-thing%3Fpage%3D2`)
    expect(await (await person.browser.get(way)).text()).toContain('value="/en/ours/sealed-thing?page=2"')
    const opened = await unlockAs(person, { next: '/en/ours/sealed-thing?page=2' })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/en/ours/sealed-thing?page=2')
    const [cookie] = opened.headers.getSetCookie()
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Max-Age=1800', 'Path=/'])
      expect(cookie).toContain(attribute)
    expect(await (await person.browser.get('/en/ours/sealed-thing')).text()).toBe(person.id)
    expect((await person.browser.get(way)).headers.get('location')).toBe('/en/ours/sealed-thing?page=2')
  })

  test('gives a form whose half hour is over back to its page', async () => {
    const person = await withItsKey()
    expect((await person.browser.post('/en/ours/sealed-thing')).headers.get('location')).toBe(
      `${vault}/unlock?next=`,
    )
    expect(await (await person.browser.get('/en/ours/sealed-form')).text()).toContain(
      'has been locked meanwhile',
    )
    await unlockAs(person)
    expect(await (await person.browser.get('/en/ours/sealed-form')).text()).toBe('open')
  })

  test('refuses a wrong passphrase and leads nowhere else', async () => {
    const person = await withItsKey()
    const wrong = await unlockAs(person, { passphrase: 'not this one', next: '/en/account' })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('This passphrase does not open your key')
    expect(html).toContain('value="/en/account"')
    expect(html).not.toContain('not this one')
    expect(cookieOf(person)).toBeUndefined()
    expect((await unlockAs(person, { passphrase: '', next: 'https://elsewhere.example/' })).status).toBe(422)
    const away = await unlockAs(person, { next: 'https://elsewhere.example/' })
    expect(away.headers.get('location')).toBe(`${vault}?said=people.said.vaultOpen`)
  })

  test('takes a passphrase as a phone types it', async () => {
    const person = await withItsKey()
    const typed = ` ${phraseOf(person).replace(' ', '  ')} `
    expect((await unlockAs(person, { passphrase: typed })).status).toBe(303)
  })

  test('without a key leads to making one', async () => {
    const person = await newcomer()
    await assure(stage, person)
    expect(await (await person.browser.get(`${vault}/unlock`)).text()).toContain('/en/account/vault/key"')
    expect((await unlockAs(person)).status).toBe(409)
  })

  test('is slowed after five attempts, also with the right passphrase, until minutes have passed', async () => {
    const person = await withItsKey()
    for (let n = 0; n < 5; n++)
      expect((await unlockAs(person, { passphrase: `wrong ${n}` })).status).toBe(422)
    const late = await unlockAs(person)
    expect(late.status).toBe(429)
    expect(await late.text()).toContain('Too many attempts')
    const changed = await person.browser.post(`${vault}/passphrase`, {
      current: phraseOf(person),
      passphrase: 'seven other words stand here now',
      again: 'seven other words stand here now',
    })
    expect(changed.status).toBe(429)
    const older = `update accounts.passphrase_tries set counted_at = counted_at - interval '3 minutes' where user_id = $1`
    await owner(older, [person.id])
    expect((await unlockAs(person)).status).toBe(303)
    const left = await owner('select from accounts.passphrase_tries where user_id = $1', [person.id])
    expect(left.rowCount).toBe(0)
  })

  test('counts attempts that are made at once', async () => {
    const person = await withItsKey()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => unlockAs(person, { passphrase: `wrong ${n}` })),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3)
  })
})

describe('an open vault', () => {
  const sign = 'min left'

  test('shows in the head of every page, and is locked from there', async () => {
    const person = await withItsKey()
    expect(await (await person.browser.get('/en/account')).text()).not.toContain(sign)
    await unlockAs(person)
    expect(await (await person.browser.get('/en/account')).text()).toContain('Vault: 30 min left')
    const locked = await person.browser.post(`${vault}/locking`)
    expect(locked.headers.get('location')).toContain('people.said.vaultLocked')
    expect(cookieOf(person)).toBeUndefined()
    expect(await (await person.browser.get('/en/account')).text()).not.toContain(sign)
  })

  test('is closed when its half hour is over, whatever the browser still carries', async () => {
    const person = await withItsKey()
    await unlockAs(person)
    await owner('update vault.unlocks set expires_at = now() where account_id = $1', [person.id])
    expect((await person.browser.get('/en/ours/sealed-thing')).status).toBe(303)
    expect(await (await person.browser.get('/en/account')).text()).not.toContain(sign)
  })

  test('is of no use to another person, in another session, or altered', async () => {
    const person = await withItsKey()
    await unlockAs(person)
    const cookie = cookieOf(person)!
    const thief = await withItsKey()
    thief.browser.cookies.set('parasol-vault', cookie)
    expect((await thief.browser.get('/en/ours/sealed-thing')).status).toBe(303)
    expect(await (await thief.browser.get('/en/account')).text()).not.toContain(sign)
    const altered = cookie.slice(0, -4) + (cookie.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    for (const other of [altered, 'nonsense', '']) {
      person.browser.cookies.set('parasol-vault', other)
      expect((await person.browser.get('/en/ours/sealed-thing')).status).toBe(303)
    }
  })

  test('ends with the session', async () => {
    const person = await withItsKey()
    await unlockAs(person)
    await person.browser.post('/en/sign-out')
    expect(cookieOf(person)).toBeUndefined()
    expect((await owner('select from vault.unlocks where account_id = $1', [person.id])).rowCount).toBe(0)
  })

  test('is nothing to a visitor', async () => {
    const visitor = new Visitor(stage)
    visitor.cookies.set('parasol-vault', 'A'.repeat(64))
    expect((await visitor.get('/en/ours/sealed-thing')).status).toBe(303)
  })
})

test('its cookie is one of this host alone where the origin is https', async () => {
  const secure = await setStage({ origin: 'https://parasol.example' })
  try {
    const person = await withKey(secure, await enter(secure, 'secure@example.org'))
    await unlockAs(person)
    expect([...person.browser.cookies.keys()]).toContain('__Host-parasol-vault')
  } finally {
    await secure.close()
  }
})

test.each([
  ['/en/account?x=1', '/en/account?x=1'],
  ['https://elsewhere.example/', ''],
  ['//elsewhere.example', ''],
  ['/\\elsewhere.example', ''],
  ['/..//elsewhere.example', ''],
  ['/.//elsewhere.example', ''],
  ['javascript:alert(1)', ''],
  [undefined, ''],
])('%s is where to go afterwards only on this host', (to, path) => {
  expect(localPath(to)).toBe(path)
})

test.each([
  ['Linie zwischen vier alten Bäumen', true],
  ['ліхтар ріка драбина сім вікно', true],
  ['kot pies dom las rzeka', true],
  ['R7!kd92-mmPq_0x3-zzTv', true],
  ['kot kot kot kot kot kot', false],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', false],
  ['Zażółć gęślą jaźń', false],
])('“%s” is strong: %s', (passphrase, strong) => {
  expect(isStrongPassphrase(passphrase)).toBe(strong)
})
