import type { Page } from 'playwright-core'
import { createI18n, type Locale } from '#platform/i18n/index.ts'
import { mailedCode } from './desk.ts'
import { go } from './journey.ts'
import type { Program } from './program.ts'

/** The words of the program in one language. */
export const words = (locale: Locale) => createI18n(locale, 'Europe/Kyiv').t

/** Asks for a code as a person does and returns it; the page is then where the code is typed. */
export async function askForCode(
  page: Page,
  program: Program,
  address: string,
  locale: Locale = 'en',
): Promise<string> {
  await go(page, `/${locale}/sign-in`)
  await page.locator('input[name=address]').fill(address)
  return mailedCode(program, () =>
    page.getByRole('button', { name: words(locale)('people.signIn.sendCode') }).click(),
  )
}

/** Types a code and sends it, wherever a code is asked for. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('input[name=code]').fill(code)
  await page.locator('form:has(input[name=code]) button[type=submit]').click()
}

/** Signs in by a mailed code; a new person is called `name`. */
export async function signInByMail(
  page: Page,
  program: Program,
  address: string,
  { locale = 'en' as Locale, name = 'Newcomer' } = {},
): Promise<void> {
  await typeCode(page, await askForCode(page, program, address, locale))
  if (!new URL(page.url()).pathname.endsWith('/welcome')) return
  await page.locator('input[name=name]').fill(name)
  await page.getByRole('button', { name: words(locale)('people.welcome.continue') }).click()
}

/** Signs out from the account page. */
export async function signOut(page: Page, locale: Locale = 'en'): Promise<void> {
  await go(page, `/${locale}/account`)
  await page.getByRole('button', { name: words(locale)('people.signOut') }).click()
}
