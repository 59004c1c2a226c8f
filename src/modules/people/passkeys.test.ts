import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SoftwareAuthenticator } from '#tests/authenticator.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
beforeEach(() => limitsOf(stage.platform).forget())
afterAll(() => stage.close())

const owner = (text: string, values: unknown[] = []) => stage.platform.database.owner.query(text, values)

type Challenge = { options: { challenge: string; userVerification?: string }; challenge: string }

const challengeOf = async (visitor: Visitor, path: string): Promise<Challenge> =>
  (await visitor.post(path)).json()

async function register(visitor: Visitor, key: SoftwareAuthenticator, name = 'telephone'): Promise<Response> {
  const { options, challenge } = await challengeOf(visitor, '/en/account/passkeys/challenge')
  return visitor.post('/en/account/passkeys', { challenge, response: key.create(options), name })
}

async function show(visitor: Visitor, key: SoftwareAuthenticator, to = ''): Promise<Response> {
  const { options, challenge } = await challengeOf(visitor, '/en/sign-in/passkey/challenge')
  return visitor.post('/en/sign-in/passkey', { challenge, response: key.get(options), to })
}

const newKey = () => new SoftwareAuthenticator(stage.platform.config.origin)

async function withPasskey(address: string) {
  const visitor = new Visitor(stage)
  const key = newKey()
  await visitor.signIn(address)
  expect((await register(visitor, key)).headers.get('location')).toContain('people.said.passkeyAdded')
  return { visitor, key }
}

const levels = async (address: string) =>
  (
    await owner(
      `select s.assurance from accounts.sessions s join accounts.users u on u.id = s.user_id
       where u.email = $1 order by s.created_at`,
      [address],
    )
  ).rows.map(row => row.assurance)

describe('a passkey', () => {
  test('that verified its user signs in at assurance 2', async () => {
    const { key } = await withPasskey('key@example.org')
    const visitor = new Visitor(stage)
    const answer = await show(visitor, key, '/en/account')
    expect(answer.headers.get('location')).toBe('/en/account')
    expect((await visitor.get('/en/account')).status).toBe(200)
    expect(await levels('key@example.org')).toEqual([2, 2])
  })

  test('sets only the cookie of the session, and none with the challenge', async () => {
    const { key } = await withPasskey('onecookie@example.org')
    const visitor = new Visitor(stage)
    const asked = await visitor.post('/en/sign-in/passkey/challenge')
    expect(asked.headers.getSetCookie()).toEqual([])
    const answer = await show(visitor, key)
    expect(answer.headers.getSetCookie().map(cookie => cookie.split('=')[0])).toEqual(['parasol'])
  })

  test('is asked to verify its user', async () => {
    const { options } = await challengeOf(new Visitor(stage), '/en/sign-in/passkey/challenge')
    expect(options.userVerification).toBe('required')
  })

  test('that did not verify its user neither signs in nor is added', async () => {
    const { visitor, key } = await withPasskey('presence@example.org')
    key.verifiesUser = false
    expect((await show(new Visitor(stage), key)).status).toBe(422)
    const other = newKey()
    other.verifiesUser = false
    expect((await register(visitor, other)).status).toBe(422)
    expect(
      (
        await owner('select from accounts.passkeys where credential_id = $1', [
          other.id.toString('base64url'),
        ])
      ).rowCount,
    ).toBe(0)
  })

  test('of another site, or over another challenge, is refused', async () => {
    const { key } = await withPasskey('phished@example.org')
    const visitor = new Visitor(stage)
    const { options, challenge } = await challengeOf(visitor, '/en/sign-in/passkey/challenge')
    const older = await challengeOf(visitor, '/en/sign-in/passkey/challenge')
    const mixed = await visitor.post('/en/sign-in/passkey', {
      challenge: older.challenge,
      response: key.get(options),
      to: '',
    })
    expect(mixed.status).toBe(422)
    const right = await visitor.post('/en/sign-in/passkey', { challenge, response: key.get(options), to: '' })
    expect(right.status).toBe(303)
  })

  test('made for another site is not added', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('elsewhere@example.org')
    expect((await register(visitor, new SoftwareAuthenticator('https://evil.example'))).status).toBe(422)
  })

  test('answers a challenge once', async () => {
    const { key } = await withPasskey('replayed@example.org')
    const { options, challenge } = await challengeOf(new Visitor(stage), '/en/sign-in/passkey/challenge')
    const answer = { challenge, response: key.get(options), to: '' }
    expect((await new Visitor(stage).post('/en/sign-in/passkey', answer)).status).toBe(303)
    expect((await new Visitor(stage).post('/en/sign-in/passkey', answer)).status).toBe(422)
  })

  test('of another person is refused while one is signed in', async () => {
    const mine = await withPasskey('mine@example.org')
    const { key } = await withPasskey('yours@example.org')
    const { options } = await challengeOf(new Visitor(stage), '/en/sign-in/passkey/challenge')
    expect(options.challenge).toBeTruthy()
    const before = await levels('yours@example.org')
    const answer = await show(mine.visitor, key)
    expect(answer.status).toBe(422)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await levels('yours@example.org')).toEqual(before)
    expect(await (await mine.visitor.get('/en/account/security')).text()).toContain('mine@example.org')
  })

  test('makes a stale session fresh', async () => {
    const { visitor, key } = await withPasskey('stalekey@example.org')
    await owner(
      `update accounts.sessions set assured_at = now() - interval '16 minutes' where assured_at is not null`,
    )
    expect((await visitor.get('/en/account/address')).headers.get('location')).toContain('/second-factor')
    await show(visitor, key)
    expect((await visitor.get('/en/account/address')).status).toBe(200)
  })

  test('is listed by its name and removed by its owner alone', async () => {
    const { visitor } = await withPasskey('list@example.org')
    const { visitor: stranger } = await withPasskey('stranger@example.org')
    const html = await (await visitor.get('/en/account/security')).text()
    expect(html).toContain('telephone')
    const id = /passkeys\/([0-9a-f-]{36})\/removal/.exec(html)![1]!
    expect((await stranger.post(`/en/account/passkeys/${id}/removal`)).status).toBe(404)
    expect((await visitor.post(`/en/account/passkeys/${id}/removal`)).status).toBe(303)
    expect((await visitor.post(`/en/account/passkeys/${id}/removal`)).status).toBe(404)
  })

  test.each(['', '{}', 'no json', '{"id":"x"}'])(
    'that is no passkey is a problem, not a bug: %s',
    async response => {
      const { visitor } = await withPasskey(`broken${response.length}@example.org`)
      const answer = await new Visitor(stage).post('/en/sign-in/passkey', {
        challenge: 'x',
        response,
        to: '',
      })
      expect(answer.status).toBe(422)
      const added = await visitor.post('/en/account/passkeys', { challenge: 'x', response, name: 'x' })
      expect(added.status).toBe(422)
    },
  )

  test('does not spare an e-mail code the second step of who has an authenticator', async () => {
    const { visitor } = await withPasskey('both@example.org')
    await owner(
      `with person as (update accounts.users set two_factor_enabled = true where email = 'both@example.org' returning id)
       insert into accounts.two_factors (id, user_id, secret, backup_codes, verified) select gen_random_uuid(), id, 'x', 'x', true from person`,
    )
    expect((await visitor.get('/en/account')).status).toBe(200)
    const byCode = await new Visitor(stage).signIn('both@example.org')
    expect(byCode.headers.get('location')).toBe('/en/second-factor')
  })
})
