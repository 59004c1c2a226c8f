import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enter } from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
beforeEach(() => limitsOf(stage.platform).forget())
afterAll(() => stage.close())

const page = '/en/account/security'
const endings = (html: string) =>
  [...html.matchAll(/sessions\/([0-9a-f-]{36})\/ending/g)].map(match => match[1]!)

describe('the sessions of a person', () => {
  test('are listed, this one marked, and can be ended one by one', async () => {
    const { browser } = await enter(stage, 'many@example.org')
    const second = new Visitor(stage)
    await second.signIn('many@example.org')
    const html = await (await browser.get(page)).text()
    expect(html.match(/This session/g)).toHaveLength(1)
    const [other] = endings(html)
    expect((await browser.post(`/en/account/sessions/${other}/ending`)).status).toBe(303)
    expect((await second.get(page)).status).toBe(303)
    expect((await browser.get(page)).status).toBe(200)
  })

  test('are ended all but this one', async () => {
    const { browser } = await enter(stage, 'all@example.org')
    const others = [new Visitor(stage), new Visitor(stage)]
    for (const other of others) await other.signIn('all@example.org')
    await browser.post('/en/account/sessions/ending')
    expect((await browser.get(page)).status).toBe(200)
    for (const other of others) expect((await other.get(page)).status).toBe(303)
  })

  test('are nobody else’s to end', async () => {
    const { browser } = await enter(stage, 'mine@example.org')
    const second = new Visitor(stage)
    await second.signIn('mine@example.org')
    const [id] = endings(await (await browser.get(page)).text())
    const stranger = await enter(stage, 'stranger@example.org')
    expect((await stranger.browser.post(`/en/account/sessions/${id}/ending`)).status).toBe(404)
    expect((await stranger.browser.post('/en/account/sessions/nonsense/ending')).status).toBe(404)
    expect((await second.get(page)).status).toBe(200)
  })
})

describe('a new address', () => {
  async function change(browser: Visitor, address: string) {
    const asked = await browser.post('/en/account/address', { address })
    const to = asked.headers.get('location')!
    const mails = await stage.mail.mailsTo(address)
    const [, first, last] = /(\d{3}) (\d{3})/.exec(mails.at(-1)!.email.subject ?? '')!
    return { to, code: `${first}${last}` }
  }

  test('is confirmed by a code; the old one is told, and other sessions end', async () => {
    const { browser } = await enter(stage, 'old@example.org')
    const second = new Visitor(stage)
    await second.signIn('old@example.org')
    const { to, code } = await change(browser, 'fresh@example.org')
    expect((await browser.post(to, { code })).headers.get('location')).toContain('people.said.addressChanged')
    expect(await (await browser.get(page)).text()).toContain('fresh@example.org')
    expect((await second.get(page)).status).toBe(303)
    const told = await stage.mail.mailsTo('old@example.org', 3)
    expect(told.at(-1)!.email.subject).toBe('Your sign-in address was changed')
    expect((await new Visitor(stage).signIn('fresh@example.org')).headers.get('location')).toBe('/en/account')
  })

  test('needs the right code', async () => {
    const { browser } = await enter(stage, 'keeps@example.org')
    const { to, code } = await change(browser, 'wrongcode@example.org')
    const wrong = code === '111111' ? '222222' : '111111'
    expect((await browser.post(to, { code: wrong })).status).toBe(422)
    expect(await (await browser.get(page)).text()).toContain('keeps@example.org')
  })

  test('that belongs to somebody gets the same answer and no mail', async () => {
    await enter(stage, 'taken@example.org')
    const before = stage.mail.received.filter(({ to }) => to.includes('taken@example.org')).length
    const { browser } = await enter(stage, 'wants@example.org')
    const answer = await browser.post('/en/account/address', { address: 'taken@example.org' })
    expect(answer.headers.get('location')).toContain('/en/account/address/code?for=')
    expect((await browser.post(answer.headers.get('location')!, { code: '123456' })).status).toBe(422)
    expect(stage.mail.received.filter(({ to }) => to.includes('taken@example.org'))).toHaveLength(before)
  })

  test('that is the old one, or none, is a problem', async () => {
    const { browser } = await enter(stage, 'same@example.org')
    expect((await browser.post('/en/account/address', { address: 'Same@example.org' })).status).toBe(422)
    expect((await browser.post('/en/account/address', { address: '' })).status).toBe(422)
  })
})

describe('the account page', () => {
  test('keeps name, language and how often mail comes', async () => {
    const { browser, id } = await enter(stage, 'choices@example.org')
    const saved = await browser.post('/en/account', { name: 'Нове ім’я', locale: 'uk', digest: 'weekly' })
    expect(saved.headers.get('location')).toBe('/en/account?said=people.said.saved')
    const { rows } = await stage.platform.database.owner.query(
      'select p.name, p.locale, p.digest, u.name as copy from people.people p join accounts.users u on u.id = p.id where p.id = $1',
      [id],
    )
    expect(rows).toEqual([{ name: 'Нове ім’я', locale: 'uk', digest: 'weekly', copy: 'Нове ім’я' }])
    expect(await (await browser.get('/en/account')).text()).toContain('Нове ім’я')
  })

  test('gives back what does not fit', async () => {
    const { browser } = await enter(stage, 'wrong@example.org')
    const answer = await browser.post('/en/account', { name: ' ', locale: 'xx', digest: 'hourly' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('There are 3 problems')
  })

  test.each(['/en/account', page, '/en/account/data', '/en/account/erasure'])(
    'asks a visitor to sign in: %s',
    async path => {
      expect((await new Visitor(stage).get(path)).headers.get('location')).toContain('/en/sign-in?to=')
    },
  )
})
