import { describe, expect, it } from 'vitest'
import { shownCode } from '../one-time-code.ts'
import { stage } from './browser.ts'
import { mailedCode, mails } from './desk.ts'
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
