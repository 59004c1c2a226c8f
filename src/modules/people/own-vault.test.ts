import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter, type Present } from '#tests/coalition.ts'
import { assure, phraseOf, unlockAs, withKey } from '#tests/vault-keys.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

const vault = '/en/account/vault'
let stage: Stage
let count = 0

beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const newcomer = () => enter(stage, `somebody${++count}@example.org`)
const owner = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await stage.platform.database.owner.query(text, values)).rows as R[]
const keysOf = ({ id }: Present) =>
  owner<{ fingerprint: string; retired_at: Date | null }>(
    'select fingerprint, retired_at from vault.keys where account_id = $1 order by effective_at',
    [id],
  )
const told = async ({ id }: Present) =>
  (
    await owner<{ news: string }>(
      `select values ->> 'news' as news from platform.mail where person_id = $1 and template = 'people.vault_news' order by id`,
      [id],
    )
  ).map(({ news }) => news)

describe('the page of the own vault', () => {
  test('is for people who are signed in', async () => {
    const visitor = new Visitor(stage)
    for (const path of ['', '/key', '/passphrase', '/unlock']) {
      expect((await visitor.get(vault + path)).headers.get('location')).toContain('/en/sign-in?to=')
    }
    for (const path of ['/key', '/key/withdrawal', '/passphrase', '/unlock', '/locking']) {
      expect((await visitor.post(vault + path)).status).toBe(403)
    }
  })

  test('asks for a second factor before a key is made or the vault opened', async () => {
    const { browser } = await newcomer()
    expect(await (await browser.get(vault)).text()).toContain('You have no key yet')
    for (const path of ['/key', '/passphrase', '/unlock']) {
      expect((await browser.get(vault + path)).headers.get('location')).toContain('/second-factor?needed=yes')
      expect((await browser.post(vault + path, { passphrase: 'x' })).status).toBe(403)
    }
  })
})

describe('a key', () => {
  test('is made under a passphrase that is typed twice, and shown by its fingerprint', async () => {
    const person = await newcomer()
    await withKey(stage, person)
    const [key] = await keysOf(person)
    const html = await (await person.browser.get(vault)).text()
    expect(html).toContain(key!.fingerprint.match(/.{4}/g)!.join(' '))
    expect(await told(person)).toEqual(['key-made'])
  })

  test('is not made under a passphrase that is short or mistyped; what was typed is in no page', async () => {
    const person = await newcomer()
    await assure(stage, person)
    const weak = ['short', 'one one one one one one one', 'абвабвабвабвабвабвабваб', 'a b c d e f g h i']
    for (const passphrase of weak) {
      const answer = await person.browser.post(`${vault}/key`, { passphrase, again: `${passphrase}!` })
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain('This can be guessed')
      expect(html).toContain('These are not the same words')
      expect(html).not.toContain(`value="${passphrase}`)
    }
    expect((await person.browser.post(`${vault}/key`)).status).toBe(422)
    expect(await keysOf(person)).toEqual([])
  })

  test('that replaces another waits 72 hours, one at a time, and can be taken back', async () => {
    const person = await withKey(stage, await newcomer())
    await withKey(stage, person)
    const [old, coming] = await keysOf(person)
    expect(old!.retired_at).not.toBeNull()
    const html = await (await person.browser.get(vault)).text()
    expect(html).toContain('Your new key is on its way')
    expect(html).toContain(coming!.fingerprint.slice(0, 4))
    const passphrase = phraseOf(person)
    const third = await person.browser.post(`${vault}/key`, { passphrase, again: passphrase })
    expect(third.status).toBe(409)
    const kept = await person.browser.post(`${vault}/key/withdrawal`)
    expect(kept.headers.get('location')).toContain('people.said.vaultKeyKept')
    expect(await keysOf(person)).toEqual([{ fingerprint: old!.fingerprint, retired_at: null }])
    expect(await told(person)).toEqual(['key-made', 'key-replaced', 'key-kept'])
    expect((await person.browser.post(`${vault}/key/withdrawal`)).headers.get('location')).toBe(vault)
  })

  test('is replaced only by who has lately shown who they are', async () => {
    const person = await withKey(stage, await newcomer())
    await owner(
      `update accounts.sessions set assured_at = now() - interval '16 minutes', created_at = now() - interval '16 minutes' where user_id = $1`,
      [person.id],
    )
    const passphrase = phraseOf(person)
    const answer = await person.browser.post(`${vault}/key`, { passphrase, again: passphrase })
    expect(answer.headers.get('location')).toContain('/en/sign-in?again=yes')
    expect(await keysOf(person)).toHaveLength(1)
  })
})

describe('the passphrase', () => {
  const next = 'seven other words stand here now'

  test('is changed by who knows it; what was open is locked', async () => {
    const person = await withKey(stage, await newcomer())
    await unlockAs(person)
    const fields = { current: phraseOf(person), passphrase: next, again: next }
    const answer = await person.browser.post(`${vault}/passphrase`, fields)
    expect(answer.headers.get('location')).toContain('people.said.vaultPassphraseChanged')
    expect([...person.browser.cookies.keys()]).not.toContain('parasol-vault')
    expect((await unlockAs(person)).status).toBe(422)
    expect((await unlockAs(person, { passphrase: next })).status).toBe(303)
    expect(await told(person)).toEqual(['key-made', 'passphrase-changed'])
  })

  test('is not changed by who does not know it, to a weak one, or without a key', async () => {
    const person = await withKey(stage, await newcomer())
    const change = (fields: Record<string, string>) => person.browser.post(`${vault}/passphrase`, fields)
    const wrong = await change({ current: 'not this one', passphrase: next, again: next })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('This passphrase does not open your key')
    expect((await change({ current: phraseOf(person), passphrase: 'weak', again: 'weak' })).status).toBe(422)
    const keyless = await newcomer()
    await assure(stage, keyless)
    expect((await keyless.browser.get(`${vault}/passphrase`)).status).toBe(404)
  })
})
