import { describe, expect, it } from 'vitest'
import { unsubscribeToken } from '#platform/mail/unsubscribe.ts'
import { stage } from './browser.ts'
import { accountOf, count, journalFindings, mailedCode, nextMail, untilSealed } from './desk.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'
import { askForCode, signInByMail, signOut, typeCode, words } from './signing-in.ts'

const show = stage()
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const
const en = words('en')
const individual = 'international-union.individual@parasol.example'
const problems = '.error-summary'

describe('the account', () => {
  it('lists the sessions, and ends another one', async () => {
    const address = 'local-cooperation.representative@parasol.example'
    const here = await show.visit(phone)
    const there = await show.visit(phone)
    await signInByMail(here.page, show.program, address)
    await signInByMail(there.page, show.program, address)
    await read(here.page, '/en/account/security')
    await here.page.getByRole('button', { name: en('people.session.end'), exact: true }).click()
    await sound(here.page)
    await go(there.page, '/en/account')
    expect(pathOf(there.page)).toContain('/en/sign-in')
    await go(here.page, '/en/account')
    expect(pathOf(here.page)).toBe('/en/account')
    await Promise.all([here.context.close(), there.context.close()])
  })

  it('moves to another address, which alone signs in afterwards', async () => {
    const { page, context } = await show.visit(phone)
    await signInByMail(page, show.program, 'before@newcomer.example')
    await read(page, '/en/account/address')
    await page.locator('input[name=address]').fill('after@newcomer.example')
    const code = await mailedCode(show.program, () =>
      page.getByRole('button', { name: en('people.signIn.sendCode') }).click(),
    )
    await sound(page)
    await typeCode(page, code)
    expect(pathOf(page)).toContain('said=people.said.addressChanged')
    expect(await textOf(page.locator('main'))).toContain('after@newcomer.example')
    await sound(page)
    await nextMail(show.program, 0, ({ subject }) => subject === en('people.mail.addressChanged.subject'))
    await signOut(page)
    await typeCode(page, await askForCode(page, show.program, 'before@newcomer.example'))
    expect(pathOf(page)).toBe('/en/welcome')
    await context.clearCookies()
    await signInByMail(page, show.program, 'after@newcomer.example')
    expect(pathOf(page)).toBe('/en/account')
    await context.close()
  })

  it('keeps the language and how often news come, and says what is missing', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'lublin-bialystok.representative' })
    await go(page, '/en/account')
    await page.locator('input[name=name]').fill('  ')
    await page.getByRole('radio', { name: 'Українська' }).check()
    await page.getByRole('button', { name: en('people.account.save') }).click()
    expect(await page.locator(problems).count()).toBe(1)
    expect(await page.getByRole('radio', { name: 'Українська' }).isChecked()).toBe(true)
    await sound(page)
    await page.locator('input[name=name]').fill('Аміна')
    await page.locator('input[name=digest][value=weekly]').check()
    await page.getByRole('button', { name: en('people.account.save') }).click()
    await go(page, '/uk/account')
    expect(await page.locator('input[name=name]').inputValue()).toBe('Аміна')
    expect(await page.locator('input[name=locale]:checked').inputValue()).toBe('uk')
    expect(await page.locator('input[name=digest]:checked').inputValue()).toBe('weekly')
    await context.close()
  })
})

describe('news that nobody asked for', () => {
  const digestOf = (person: string) =>
    count(show.program, "select count(*) from people.people where id = $1 and digest = 'none'", [person])

  it('stop with one press of the mail program, without a session', async () => {
    const { platform, origin } = show.program
    const person = await accountOf(show.program, 'komm.representative@parasol.example')
    const token = unsubscribeToken(platform.secrets.mail, person)
    const answer = await fetch(`${origin}/uk/unsubscribe/${token}`, {
      method: 'POST',
      headers: { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(answer.status).toBe(200)
    expect(await digestOf(person)).toBe(1)
  })

  it('stop on the page behind the link, which changes nothing by being looked at', async () => {
    const { platform } = show.program
    const person = await accountOf(show.program, 'komm.secondcoordinator@parasol.example')
    const token = unsubscribeToken(platform.secrets.mail, person)
    const { page, context } = await show.visit(phone)
    await read(page, `/pl/unsubscribe/${token}`)
    expect(await digestOf(person)).toBe(0)
    await page.getByRole('button', { name: words('pl')('front.unsubscribe.stop') }).click()
    await sound(page)
    expect(await digestOf(person)).toBe(1)
    await read(page, `/pl/unsubscribe/${token.slice(0, -1)}A`, 404)
    await context.close()
  })
})

describe('the data of a person', () => {
  it('can be taken along as one file', async () => {
    const { page, context } = await show.visit({ as: 'international-union.representative' })
    await read(page, '/en/account/data')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: en('people.data.download') }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('parasol.json')
    const text = (await Array.fromAsync(await file.createReadStream(), String)).join('')
    const data = JSON.parse(text)
    expect(data.account.email).toBe('international-union.representative@parasol.example')
    expect(data.umbrellas.map(({ slug }: { slug: string }) => slug)).toEqual(['international-union'])
    // For which members one voted by secret ballot, never how, is one's own to know.
    expect(text).not.toMatch(/token|secret(?!Votes)|salt|publicKey/i)
    await context.close()
  })

  it('is not erased while nobody could take over', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'komm.coordinator' })
    await read(page, '/en/account/erasure')
    expect(await textOf(page.locator('main'))).toContain(en('people.erasure.blocked'))
    expect(await page.getByRole('button', { name: en('people.erasure.erase') }).count()).toBe(0)
    await context.close()
  })

  it('is erased at the wish of the person alone, and the journal still verifies', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'international-union.individual' })
    const id = await accountOf(show.program, individual)
    await go(page, '/uk/account/data')
    await page.getByRole('link', { name: words('uk')('people.data.eraseGo') }).click()
    await sound(page)
    await page.getByRole('button', { name: words('uk')('people.erasure.erase') }).click()
    expect(await page.locator(problems).count()).toBe(1)
    await sound(page)
    await page.locator('input[name=understood]').check()
    await page.getByRole('button', { name: words('uk')('people.erasure.erase') }).click()
    expect(pathOf(page)).toContain('/uk?said=people.said.erased')
    await sound(page)
    expect(await context.cookies()).toEqual([])
    expect(await count(show.program, 'select count(*) from accounts.users where id = $1', [id])).toBe(0)
    expect(
      await count(show.program, "select count(*) from people.people where id = $1 and name like '%демо%'", [
        id,
      ]),
    ).toBe(0)
    await typeCode(page, await askForCode(page, show.program, individual))
    expect(pathOf(page)).toBe('/en/welcome')
    await untilSealed(show.program)
    expect(await journalFindings(show.program)).toEqual([])
    await context.close()
  })
})
