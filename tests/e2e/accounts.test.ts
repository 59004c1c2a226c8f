import { describe, expect, it } from 'vitest'
import { unsubscribeToken } from '#platform/mail/unsubscribe.ts'
import { shownCode } from '../one-time-code.ts'
import { stage } from './browser.ts'
import { accountOf, count, journalFindings, mailedCode, mails, nextMail, untilSealed } from './desk.ts'
import { expectNoOverflow, go, heading, languages, pathOf, read, sound, textOf } from './journey.ts'
import { askForCode, signInByMail, signOut, typeCode, words } from './signing-in.ts'

const show = stage()
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const
const en = words('en')
const individual = 'international-union.individual@parasol.example'
const problems = '.error-summary'

describe('a code in the mail', () => {
  it.each(languages)('signs in on a phone without JavaScript, in %s', async locale => {
    const { page, context } = await show.visit({ ...phone, locale })
    const look = locale === 'uk' ? sound : expectNoOverflow
    const code = await askForCode(page, show.program, individual, locale)
    await look(page)
    await typeCode(page, code === '000000' ? '111111' : '000000')
    expect(await textOf(page.locator(problems))).toContain(words(locale)('people.signIn.codeWrong'))
    await look(page)
    expect(await context.cookies()).toEqual([])
    await typeCode(page, `${code.slice(0, 3)} ${code.slice(3)}`)
    expect(pathOf(page)).toBe(`/${locale}/international-union`)
    const [cookie, ...more] = await context.cookies()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    expect(more).toEqual([])
    await go(page, `/${locale}/account`)
    await look(page)
    await signOut(page, locale)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  it('leads to the page that somebody wanted to see', async () => {
    const { page, context } = await show.visit(phone)
    await go(page, '/en/account/data')
    expect(pathOf(page)).toBe('/en/sign-in?to=%2Fen%2Faccount%2Fdata')
    await page.locator('input[name=address]').fill('komm.individual@parasol.example')
    const code = await mailedCode(show.program, () =>
      page.getByRole('button', { name: en('people.signIn.sendCode') }).click(),
    )
    await typeCode(page, code)
    expect(pathOf(page)).toBe('/en/account/data')
    await context.close()
  })

  it('is refused when it is too old, was tried too often, or was used', async () => {
    const { page, context } = await show.visit(phone)
    const { owner } = show.program.platform.database
    const old = await askForCode(page, show.program, 'komm.partner@parasol.example')
    await owner.query("update accounts.verifications set expires_at = now() - interval '1 second'")
    await typeCode(page, old)
    expect(await page.locator(problems).count()).toBe(1)
    const tried = await askForCode(page, show.program, 'komm.partner@parasol.example')
    const wrong = tried === '123456' ? '654321' : '123456'
    for (let times = 0; times < 5; times++) await typeCode(page, wrong)
    await typeCode(page, tried)
    expect(await page.locator(problems).count()).toBe(1)
    const good = await askForCode(page, show.program, 'komm.partner@parasol.example')
    const where = page.url()
    await typeCode(page, good)
    expect(pathOf(page)).toBe('/en/komm')
    await signOut(page)
    await page.goto(where)
    await typeCode(page, good)
    expect(await page.locator(problems).count()).toBe(1)
    await context.close()
  })

  it('is mailed a few times, then asks to wait', async () => {
    const { page, context } = await show.visit({ ...phone, locale: 'pl-PL' })
    await askForCode(page, show.program, 'somebody@often.example', 'pl')
    const again = page.getByRole('button', { name: words('pl')('people.signIn.sendAgain') })
    for (let times = 0; times < 8 && (await again.count()) > 0; times++) await again.click()
    expect(await heading(page)).toBe(words('pl')('people.signIn.tooManyTitle'))
    await sound(page)
    const sent = ({ person, text }: { person: string | null; text: string }) =>
      !person && /\d{3} \d{3}/.test(text)
    expect((await mails(show.program, sent)).length).toBeLessThanOrEqual(6)
    await context.close()
  })

  it('answers the same for an address it knows and one it does not', async () => {
    const { page, context } = await show.visit(phone)
    const answer = async (address: string) => {
      await askForCode(page, show.program, address)
      const html = await page.content()
      return html.replaceAll(address, 'ADDRESS').replace(/for=[\w.%-]+/g, 'for=SEALED')
    }
    const known = await answer('komm.coordinator@parasol.example')
    expect(await answer('nobody.knows.him@parasol.example')).toBe(known)
    await context.close()
  })

  it('makes an account of an unknown address and asks one question', async () => {
    const { page, context } = await show.visit(phone)
    await typeCode(page, await askForCode(page, show.program, 'olha@newcomer.example', 'uk'))
    expect(pathOf(page)).toBe('/uk/welcome')
    await sound(page)
    await go(page, '/uk/account')
    expect(pathOf(page)).toBe('/uk/welcome?to=%2Fuk%2Faccount')
    await page.getByRole('button', { name: words('uk')('people.welcome.continue') }).click()
    expect(await page.locator(problems).count()).toBe(1)
    await sound(page)
    await page.locator('input[name=name]').fill('Ольга')
    await page.getByRole('button', { name: words('uk')('people.welcome.continue') }).click()
    expect(pathOf(page)).toBe('/uk/account')
    expect(await page.locator('input[name=name]').inputValue()).toBe('Ольга')
    await sound(page)
    await context.close()
  })
})

describe('an authenticator app', () => {
  it('is added, asked for at the next sign-in, and replaced once by a recovery code', async () => {
    const { page, context } = await show.visit(phone)
    const address = 'two.steps@newcomer.example'
    await signInByMail(page, show.program, address)
    await read(page, '/en/account/security')
    await page.getByRole('button', { name: en('people.security.addAuthenticator') }).click()
    await sound(page)
    const secret = (await textOf(page.locator('p-copy code'))).replaceAll(' ', '')
    await typeCode(page, '000000')
    expect(await page.locator(problems).count()).toBe(1)
    await sound(page)
    await typeCode(page, await shownCode(secret))
    expect(pathOf(page)).toContain('/en/account/recovery-codes')
    await sound(page)
    const codes = await page.locator('.recovery-codes code').allTextContents()
    expect(codes).toHaveLength(10)
    await page.getByRole('button', { name: en('people.recovery.kept') }).click()
    await sound(page)
    await go(page, '/en/account/recovery-codes')
    expect(pathOf(page)).toBe('/en/account/security')

    await signOut(page)
    await signInByMail(page, show.program, address)
    expect(pathOf(page)).toBe('/en/second-factor')
    await sound(page)
    await go(page, '/en/account')
    expect(pathOf(page)).toBe('/en/second-factor?to=%2Fen%2Faccount')
    await typeCode(page, '000000')
    expect(await page.locator(problems).count()).toBe(1)
    await typeCode(page, await shownCode(secret, 1))
    expect(pathOf(page)).toBe('/en/account')

    await signOut(page)
    await signInByMail(page, show.program, address)
    await typeCode(page, codes[0]!.replace('-', ' ').toUpperCase())
    expect(pathOf(page)).toBe('/en/account')
    await signOut(page)
    await signInByMail(page, show.program, address)
    await typeCode(page, codes[0]!)
    expect(await page.locator(problems).count()).toBe(1)
    await typeCode(page, codes[1]!)
    await go(page, '/en/account/security')
    expect(await textOf(page.locator('main'))).toContain(en('people.security.codesLeft', { count: 8 }))
    await context.close()
  })
})

describe('a passkey', () => {
  const authenticator = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const

  it('is made, signs in alone, and is removed', async () => {
    const { page, context } = await show.visit({ viewport: { width: 360, height: 780 } })
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: authenticator,
    })
    await signInByMail(page, show.program, 'passkey@newcomer.example', { locale: 'uk', name: 'Ада' })
    const uk = words('uk')
    await read(page, '/uk/account/passkeys/new')
    await page.locator('input[name=name]').fill('Старий телефон')
    await page.getByRole('button', { name: uk('people.passkey.add') }).click()
    await page.waitForURL(/\/uk\/account\/security/)
    await sound(page)
    expect(await textOf(page.locator('main'))).toContain('Старий телефон')
    await signOut(page, 'uk')

    await go(page, '/uk/sign-in')
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await page.getByRole('button', { name: uk('people.passkey.use') }).click()
    const said = page.locator('[data-passkey=said]')
    await said.filter({ hasText: uk('people.passkey.failed') }).waitFor()
    await sound(page)
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await page.getByRole('button', { name: uk('people.passkey.use') }).click()
    await page.waitForURL(/\/uk\/account$/)

    await go(page, '/uk/account/security')
    expect(await textOf(page.locator('main'))).toContain(uk('people.session.assured'))
    await page.getByText(uk('people.security.removePasskey')).click()
    await page.getByRole('button', { name: uk('people.security.removePasskeyConfirm') }).click()
    await page.waitForURL(/said=/)
    expect(await textOf(page.locator('main'))).not.toContain('Старий телефон')
    await context.close()
  })

  it('is explained to a browser without JavaScript', async () => {
    const { page, context } = await show.visit(phone)
    await go(page, '/pl/sign-in')
    expect(await page.locator('[data-passkey=unable]').isVisible()).toBe(true)
    expect(await page.locator('[data-passkey=able]').isVisible()).toBe(false)
    await context.close()
  })
})

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
