import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const sessions = async () =>
  (await stage.platform.database.owner.query('select * from accounts.sessions')).rows

describe('signing in by e-mail', () => {
  test('gives an account to an address that had none, and asks for a name first', async () => {
    const visitor = new Visitor(stage)
    const { page, code } = await visitor.askForCode('new@example.org')
    const entered = await visitor.post(page, { code })
    expect(entered.headers.get('location')).toBe('/en/welcome')
    expect((await visitor.get('/en/account')).headers.get('location')).toBe('/en/sign-in?to=%2Fen%2Faccount')
    const named = await visitor.post('/en/welcome', { name: 'Нова людина', to: '' })
    expect(named.headers.get('location')).toBe('/en/account')
    expect(await (await visitor.get('/en/account')).text()).toContain('Нова людина')
  })

  test('brings a person back to where they wanted to be', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('back@example.org')
    const again = await new Visitor(stage).signIn('back@example.org', '', '/en/account/security?x=1')
    expect(again.headers.get('location')).toBe('/en/account/security?x=1')
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])('never leads to another site: %s', async to => {
    const visitor = new Visitor(stage)
    const { page, code } = await visitor.askForCode('back@example.org', to)
    const { headers } = await visitor.post(page, { code })
    expect(headers.get('location')).toMatch(/^\/en\/account$/)
    limitsOf(stage.platform).forget()
  })

  test('sets no cookie before the code was right', async () => {
    const visitor = new Visitor(stage)
    const answers = [
      await visitor.get('/en/sign-in'),
      await visitor.post('/en/sign-in', { address: 'cookie@example.org', to: '' }),
      await visitor.post('/en/sign-in/passkey/challenge'),
    ]
    const page = answers[1]!.headers.get('location')!
    answers.push(await visitor.get(page), await visitor.post(page, { code: '000000' }))
    expect(answers.map(answer => answer.headers.getSetCookie())).toEqual([[], [], [], [], []])
  })

  test('names one cookie, HttpOnly and Lax, and __Host- with Secure where the origin is https', async () => {
    const visitor = new Visitor(stage)
    const { page, code } = await visitor.askForCode('lax@example.org')
    const plain = (await visitor.post(page, { code })).headers.getSetCookie()
    expect(plain).toHaveLength(1)
    expect(plain[0]).toMatch(/^parasol=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/i)
    const secure = await setStage({ origin: 'https://parasol.example.org' })
    const guest = new Visitor(secure)
    const asked = await guest.askForCode('lax@example.org')
    const cookies = (await guest.post(asked.page, { code: asked.code })).headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(
      /^__Host-parasol=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/i,
    )
    await secure.close()
  })

  test('takes a code once', async () => {
    const visitor = new Visitor(stage)
    const { page, code } = await visitor.askForCode('once@example.org')
    expect((await visitor.post(page, { code })).status).toBe(303)
    const second = await new Visitor(stage).post(page, { code })
    expect(second.status).toBe(422)
    expect(second.headers.getSetCookie()).toEqual([])
  })

  test('refuses the right code after five wrong ones', async () => {
    const visitor = new Visitor(stage)
    const { page, code } = await visitor.askForCode('guess@example.org')
    const wrong = code === '111111' ? '222222' : '111111'
    for (let n = 0; n < 5; n++) expect((await visitor.post(page, { code: wrong })).status).toBe(422)
    expect((await visitor.post(page, { code })).status).toBe(422)
  })

  test('shows every problem with what was typed', async () => {
    const answer = await new Visitor(stage).post('/en/sign-in', { address: 'no address', to: '' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="no address"')
    expect(html).toContain('Enter an email address')
  })

  test('sends an altered or old code page back to the beginning', async () => {
    const visitor = new Visitor(stage)
    const { page } = await visitor.askForCode('altered@example.org')
    const answer = await visitor.get(`${page.slice(0, -4)}0000`)
    expect(answer.headers.get('location')).toBe('/en/sign-in')
  })

  test('keeps neither the code nor the address readable in the database', async () => {
    const visitor = new Visitor(stage)
    const { code } = await visitor.askForCode('secret@example.org')
    const { rows } = await stage.platform.database.owner.query('select * from accounts.verifications')
    const text = JSON.stringify(rows)
    expect(rows.length).toBeGreaterThan(0)
    expect(text).not.toContain(code)
    expect(text).not.toContain('secret@example.org')
  })

  test('stores neither address of the network nor device, whatever the browser says', async () => {
    expect((await sessions()).filter(row => row.ip_address !== null || row.user_agent !== null)).toEqual([])
    await expect(
      stage.platform.database.accounts.query(`update accounts.sessions set ip_address = '203.0.113.7'`),
    ).rejects.toThrow(/no_address_of_a_person/)
    await expect(
      stage.platform.database.accounts.query(`update accounts.sessions set user_agent = 'Mozilla/5.0'`),
    ).rejects.toThrow(/no_device_of_a_person/)
  })

  test('leaves one session when a person signs in again', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('twice@example.org')
    const before = (await sessions()).length
    await visitor.signIn('twice@example.org')
    expect((await sessions()).length).toBe(before)
  })

  test('ends with signing out', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('leaving@example.org')
    const cookie = new Map(visitor.cookies)
    await visitor.post('/en/sign-out')
    expect(visitor.cookies.size).toBe(0)
    for (const [name, value] of cookie) visitor.cookies.set(name, value)
    expect((await visitor.get('/en/account')).status).toBe(303)
  })

  test('refuses a cookie that we did not sign', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('forged@example.org')
    const [{ token }] = await sessions()
    visitor.cookies.set('parasol', encodeURIComponent(`${token}.${Buffer.alloc(32).toString('base64')}`))
    expect((await visitor.get('/en/account')).status).toBe(303)
  })
})

describe('a known and an unknown address', () => {
  test('cost the same queries and get the same answer', async () => {
    await new Visitor(stage).signIn('known@example.org')
    const pool = stage.platform.database.accounts
    const asked: Record<string, string[]> = {}
    const answers: [number, string][] = []
    for (const address of ['known@example.org', 'nobody@example.org']) {
      const queries: string[] = []
      const original = pool.query.bind(pool)
      pool.query = ((query: { text: string } | string, ...rest: never[]) => {
        queries.push(typeof query === 'string' ? query : query.text)
        return (original as (...given: unknown[]) => unknown)(query, ...rest)
      }) as typeof pool.query
      const answer = await new Visitor(stage).post('/en/sign-in', { address, to: '' })
      pool.query = original
      asked[address] = queries
      answers.push([answer.status, answer.headers.get('location')!.replace(/for=.*/, '')])
    }
    expect(asked['known@example.org']!.length).toBeGreaterThan(0)
    expect(asked['nobody@example.org']).toEqual(asked['known@example.org'])
    expect(answers[0]).toEqual(answers[1])
  })

  test('are both mailed after the answer', async () => {
    let answered = false
    stage.mail.beforeAccept = mail => {
      if (mail.to.includes('after@example.org')) expect(answered).toBe(true)
    }
    await new Visitor(stage).post('/en/sign-in', { address: 'after@example.org', to: '' })
    answered = true
    await stage.mail.mailsTo('after@example.org')
    stage.mail.beforeAccept = () => {}
  })
})

describe('a session', () => {
  test('is found with one query', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('fast@example.org')
    const pool = stage.platform.database.accounts
    let queries = 0
    const original = pool.query.bind(pool)
    pool.query = ((...given: never[]) => {
      queries++
      return (original as (...given: unknown[]) => unknown)(...given)
    }) as typeof pool.query
    await visitor.get('/en/account')
    expect(queries).toBe(1)
    await new Visitor(stage).get('/en/sign-in')
    pool.query = original
    expect(queries).toBe(1)
  })

  test('ends on its day', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('expired@example.org')
    await stage.platform.database.owner.query(
      `update accounts.sessions set expires_at = now() where user_id = (select id from accounts.users where email = 'expired@example.org')`,
    )
    expect((await visitor.get('/en/account')).status).toBe(303)
  })
})

describe('asking for codes too often', () => {
  test('is refused kindly for one mailbox, without harm to others', async () => {
    limitsOf(stage.platform).forget()
    const visitor = new Visitor(stage)
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) {
      statuses.push((await visitor.post('/en/sign-in', { address: 'often@example.org', to: '' })).status)
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429])
    const other = await visitor.post('/en/sign-in', { address: 'other@example.org', to: '' })
    expect(other.status).toBe(303)
  })
})
