import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decoded, shownCode as shown } from '#tests/one-time-code.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
beforeEach(() => limitsOf(stage.platform).forget())
afterAll(() => stage.close())

const owner = (text: string, values: unknown[] = []) => stage.platform.database.owner.query(text, values)

async function secretOn(visitor: Visitor): Promise<string> {
  const html = await (await visitor.get('/en/account/authenticator')).text()
  return /<code>([A-Z2-7 ]{20,})<\/code>/.exec(html)![1]!.replaceAll(' ', '')
}

/** A signed-in person with an authenticator: its secret and the recovery codes. */
async function withAuthenticator(address: string) {
  const visitor = new Visitor(stage)
  await visitor.signIn(address)
  await visitor.post('/en/account/authenticator')
  const secret = await secretOn(visitor)
  const confirmed = await visitor.post('/en/account/authenticator/confirmation', {
    code: await shown(secret, -1),
  })
  expect(confirmed.headers.get('location')).toContain('/en/account/recovery-codes')
  const html = await (await visitor.get('/en/account/recovery-codes')).text()
  const codes = [...html.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(match => match[1]!)
  return { visitor, secret, codes }
}

const levelOf = async (address: string) =>
  (
    await owner(
      `select s.assurance, s.assured_at is not null as assured from accounts.sessions s
       join accounts.users u on u.id = s.user_id where u.email = $1 order by s.created_at desc limit 1`,
      [address],
    )
  ).rows[0]

describe('an e-mail code', () => {
  test('alone gives assurance 1', async () => {
    await new Visitor(stage).signIn('one@example.org')
    expect(await levelOf('one@example.org')).toEqual({ assurance: 1, assured: false })
  })

  test('is not enough for who has an authenticator: nothing opens before the second step', async () => {
    await withAuthenticator('two@example.org')
    const visitor = new Visitor(stage)
    const entered = await visitor.signIn('two@example.org', '', '/en/account')
    expect(entered.headers.get('location')).toBe('/en/second-factor?to=%2Fen%2Faccount')
    expect(await levelOf('two@example.org')).toEqual({ assurance: 1, assured: false })
    for (const path of ['/en/account', '/en/account/security', '/en/account/data/parasol.json']) {
      expect((await visitor.get(path)).headers.get('location')).toMatch(/^\/en\/sign-in\?to=/)
    }
    for (const path of ['/en/account', '/en/account/authenticator/removal', '/en/account/recovery-codes']) {
      expect((await visitor.post(path, { name: 'x' })).status).toBe(403)
    }
    expect((await visitor.get('/en/sign-in')).headers.get('location')).toBe('/en/second-factor')
  })
})

describe('an authenticator', () => {
  test('gives assurance 2 when it is added, and at the second step', async () => {
    const { secret } = await withAuthenticator('totp@example.org')
    expect(await levelOf('totp@example.org')).toEqual({ assurance: 2, assured: true })
    const visitor = new Visitor(stage)
    await visitor.signIn('totp@example.org')
    const answer = await visitor.post('/en/second-factor', { code: await shown(secret), to: '/en/account' })
    expect(answer.headers.get('location')).toBe('/en/account')
    expect(await levelOf('totp@example.org')).toEqual({ assurance: 2, assured: true })
    expect((await visitor.get('/en/account')).status).toBe(200)
  })

  test('shows a code that is taken once', async () => {
    const { secret } = await withAuthenticator('replay@example.org')
    const code = await shown(secret)
    const statuses: number[] = []
    for (let n = 0; n < 2; n++) {
      const visitor = new Visitor(stage)
      await visitor.signIn('replay@example.org')
      statuses.push((await visitor.post('/en/second-factor', { code, to: '' })).status)
    }
    expect(statuses).toEqual([303, 422])
  })

  test('is locked after ten wrong codes, also for the right one', async () => {
    const { secret } = await withAuthenticator('locked@example.org')
    const visitor = new Visitor(stage)
    await visitor.signIn('locked@example.org')
    const right = await shown(secret)
    for (let n = 0; n < 10; n++) {
      const code = String(Number(right) ^ (n + 1))
        .padStart(6, '0')
        .slice(0, 6)
      expect((await visitor.post('/en/second-factor', { code, to: '' })).status).toBe(422)
    }
    const answer = await visitor.post('/en/second-factor', { code: right, to: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Try again in 15 minutes')
  })

  test('that was never confirmed opens nothing', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('unconfirmed@example.org')
    await visitor.post('/en/account/authenticator')
    const secret = await secretOn(visitor)
    const answer = await visitor.post('/en/second-factor', { code: await shown(secret), to: '' })
    expect(answer.status).toBe(422)
    expect(await levelOf('unconfirmed@example.org')).toEqual({ assurance: 1, assured: false })
    expect((await new Visitor(stage).signIn('unconfirmed@example.org')).headers.get('location')).toBe(
      '/en/account',
    )
  })

  test('does not show its secret again once it is confirmed', async () => {
    const { visitor } = await withAuthenticator('hidden@example.org')
    expect((await visitor.get('/en/account/authenticator')).headers.get('location')).toBe(
      '/en/account/security',
    )
  })

  test('can be removed, and then a mailed code is enough again', async () => {
    const { visitor } = await withAuthenticator('removed@example.org')
    expect((await visitor.post('/en/account/authenticator/removal')).status).toBe(303)
    expect((await visitor.get('/en/account/security')).status).toBe(200)
    expect((await new Visitor(stage).signIn('removed@example.org')).headers.get('location')).toBe(
      '/en/account',
    )
  })

  test('keeps its secret and recovery codes encrypted', async () => {
    const { secret, codes } = await withAuthenticator('crypt@example.org')
    const { rows } = await owner('select * from accounts.two_factors')
    const text = JSON.stringify(rows)
    expect(text).not.toContain(decoded(secret))
    expect(text).not.toContain(codes[0])
  })
})

describe('recovery codes', () => {
  test('are ten, shown until the person has written them down', async () => {
    const { visitor, codes } = await withAuthenticator('paper@example.org')
    expect(new Set(codes).size).toBe(10)
    expect((await visitor.get('/en/account/recovery-codes')).status).toBe(200)
    await visitor.post('/en/account/recovery-codes/receipt')
    expect((await visitor.get('/en/account/recovery-codes')).headers.get('location')).toBe(
      '/en/account/security',
    )
  })

  test('open the second step once each, however they are typed', async () => {
    const { codes } = await withAuthenticator('paper2@example.org')
    const typed = codes[0]!.toUpperCase().replace('-', ' ')
    const statuses: number[] = []
    for (let n = 0; n < 2; n++) {
      const visitor = new Visitor(stage)
      await visitor.signIn('paper2@example.org')
      statuses.push((await visitor.post('/en/second-factor', { code: typed, to: '' })).status)
      // The claim on a code ends; that it was used does not.
      await owner('delete from accounts.code_attempts')
    }
    expect(statuses).toEqual([303, 422])
    expect(await levelOf('paper2@example.org')).toEqual({ assurance: 1, assured: false })
  })

  test('stop working when new ones are made', async () => {
    const { visitor, codes } = await withAuthenticator('paper3@example.org')
    await visitor.post('/en/account/recovery-codes')
    const other = new Visitor(stage)
    await other.signIn('paper3@example.org')
    expect((await other.post('/en/second-factor', { code: codes[0]!, to: '' })).status).toBe(422)
  })
})

describe('changing how one signs in', () => {
  const changes = [
    '/en/account/authenticator',
    '/en/account/authenticator/removal',
    '/en/account/recovery-codes',
    '/en/account/address',
    '/en/account/erasure',
    '/en/account/passkeys',
  ]

  test.each(changes)('asks for the second factor again after a quarter of an hour: %s', async path => {
    const { visitor } = await withAuthenticator(`stale${changes.indexOf(path)}@example.org`)
    await owner(
      `update accounts.sessions set assured_at = now() - interval '16 minutes' where assured_at is not null`,
    )
    const answer = await visitor.post(path, { address: 'thief@example.org', understood: 'yes' })
    expect(answer.headers.get('location')).toMatch(/^\/en\/second-factor\?to=/)
  })

  test.each(changes)('asks who has no second factor to sign in again: %s', async path => {
    const visitor = new Visitor(stage)
    await visitor.signIn(`old${changes.indexOf(path)}@example.org`)
    await owner(`update accounts.sessions set created_at = now() - interval '16 minutes'`)
    const answer = await visitor.post(path, { address: 'thief@example.org', understood: 'yes' })
    expect(answer.headers.get('location')).toMatch(/^\/en\/sign-in\?again=yes&to=/)
  })

  test('goes on after the second factor was shown again', async () => {
    const { visitor, secret } = await withAuthenticator('again@example.org')
    await owner(
      `update accounts.sessions set assured_at = now() - interval '16 minutes' where assured_at is not null`,
    )
    expect((await visitor.get('/en/account/address')).headers.get('location')).toContain('/second-factor')
    await visitor.post('/en/second-factor', { code: await shown(secret), to: '/en/account/address' })
    expect((await visitor.get('/en/account/address')).status).toBe(200)
  })
})
