import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allow } from '#platform/http/access.ts'
import { mount } from '#platform/http/mount.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAssured, isCoordinator } from '#platform/http/viewer.ts'
import { SoftwareAuthenticator } from '#tests/authenticator.ts'
import { type Coalition, foundCoalition } from '#tests/coalition.ts'
import { shownCode } from '#tests/one-time-code.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

/** A page for coordinators who have shown a second factor, as rooms with sealed data have them. */
const sealed = umbrellaRoutes()
  .get('/sealed', allow(isCoordinator, isAssured), c => c.text('opened'))
  .post('/sealed', allow(isCoordinator, isAssured), c => c.text('written'))

let stage: Stage
let coalition: Coalition
const page = '/en/assured/sealed'
const wayTo = `/en/second-factor?needed=yes&to=${encodeURIComponent(page)}`

beforeAll(async () => {
  stage = await setStage()
  mount(stage.app.hono, 'test', '/:locale/:umbrella', sealed)
  coalition = await foundCoalition(stage, 'assured', { names: ['anna', 'bohdan', 'chris', 'daria', 'emil'] })
})
beforeEach(() => limitsOf(stage.platform).forget())
afterAll(() => stage.close())

type Challenge = { options: { challenge: string }; challenge: string }

async function withPasskey(visitor: Visitor): Promise<SoftwareAuthenticator> {
  const key = new SoftwareAuthenticator(stage.platform.config.origin)
  const asked = (await (await visitor.post('/en/account/passkeys/challenge')).json()) as Challenge
  const fields = { challenge: asked.challenge, response: key.create(asked.options), name: 'telephone' }
  expect((await visitor.post('/en/account/passkeys', fields)).status).toBe(303)
  return key
}

async function showKey(visitor: Visitor, key: SoftwareAuthenticator): Promise<Response> {
  const asked = (await (await visitor.post('/en/sign-in/passkey/challenge')).json()) as Challenge
  const fields = { challenge: asked.challenge, response: key.get(asked.options), to: page }
  return visitor.post('/en/sign-in/passkey', fields)
}

async function withAuthenticator(visitor: Visitor) {
  await visitor.post('/en/account/authenticator')
  const html = await (await visitor.get('/en/account/authenticator')).text()
  const secret = /<code>([A-Z2-7 ]{20,})<\/code>/.exec(html)![1]!.replaceAll(' ', '')
  await visitor.post('/en/account/authenticator/confirmation', { code: await shownCode(secret, -1) })
  const codes = await (await visitor.get('/en/account/recovery-codes')).text()
  return { secret, recovery: /<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/.exec(codes)![1]! }
}

/** Another browser of a person, signed in by a mailed code. */
async function again(address: string): Promise<Visitor> {
  const visitor = new Visitor(stage)
  await visitor.signIn(address)
  return visitor
}

const opens = async (visitor: Visitor) => (await visitor.get(page)).status === 200

test('a visitor is asked to sign in, and who may not come in is refused, whatever they can show', async () => {
  expect((await new Visitor(stage).get(page)).headers.get('location')).toContain('/en/sign-in?to=')
  const stranger = await again('stranger@assured.example')
  await withPasskey(stranger)
  expect((await stranger.get(page)).status).toBe(403)
})

test('a mailed code alone leads to the second factor; who has none is told to add one; a form is refused', async () => {
  const { browser } = coalition.coordinators[0]
  const asked = await browser.get(page)
  expect([asked.status, asked.headers.get('location')]).toEqual([303, wayTo])
  expect((await browser.get(wayTo)).headers.get('location')).toBe(
    '/en/account/security?said=people.said.secondFactorNeeded',
  )
  expect((await browser.post(page)).status).toBe(403)
})

test('a passkey opens: when it is added, when it signs in, and when it is shown after a mailed code', async () => {
  const { browser, address } = coalition.coordinators[1]
  const key = await withPasskey(browser)
  expect(await opens(browser)).toBe(true)
  expect((await browser.post(page)).status).toBe(200)
  const byKey = new Visitor(stage)
  await showKey(byKey, key)
  expect(await opens(byKey)).toBe(true)
  const byCode = await again(address)
  expect(await opens(byCode)).toBe(false)
  expect((await byCode.get(wayTo)).status).toBe(200)
  expect((await showKey(byCode, key)).headers.get('location')).toBe(page)
  expect(await opens(byCode)).toBe(true)
})

test('an authenticator opens: when it is added, and at the second step', async () => {
  const { browser, address } = coalition.coordinators[2]!
  const { secret } = await withAuthenticator(browser)
  expect(await opens(browser)).toBe(true)
  const other = await again(address)
  expect((await other.get(page)).headers.get('location')).toContain('/en/sign-in?to=')
  const shown = await other.post('/en/second-factor', { code: await shownCode(secret), to: page })
  expect(shown.headers.get('location')).toBe(page)
  expect(await opens(other)).toBe(true)
})

test('a recovery code opens, and the mailbox is told of it, as of every other change', async () => {
  const { browser, address } = coalition.coordinators[3]!
  const { recovery } = await withAuthenticator(browser)
  const other = await again(address)
  await other.post('/en/second-factor', { code: recovery, to: page })
  expect(await opens(other)).toBe(true)
  await withPasskey(other)
  await other.post('/en/account/recovery-codes')
  await other.post('/en/account/authenticator/removal')
  const news = async () =>
    (await stage.mail.mailsTo(address, 1))
      .map(({ email }) => email.subject ?? '')
      .filter(subject => !/code: /.test(subject) && /sign/.test(subject))
  await expect.poll(news, { timeout: 60_000 }).toHaveLength(5)
  expect(
    (await news()).filter(subject => subject === 'Somebody signed in with your recovery code'),
  ).toHaveLength(1)
})
