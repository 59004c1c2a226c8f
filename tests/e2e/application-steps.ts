import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { idOf, reader } from './coalition-steps.ts'
import { mailedCode } from './desk.ts'
import { go, heading, pathOf, sound, textOf } from './journey.ts'
import type { Program } from './program.ts'
import { typeCode } from './signing-in.ts'

type Applicant = { page: Page; program: Program }
type MembershipForm = 'collective' | 'individual' | 'agreement'

/** Begins an application as somebody who is not signed in and has no account yet. */
export async function begin(
  { page, program }: Applicant,
  locale: Locale,
  umbrella: string,
  form: MembershipForm,
  who: string,
): Promise<void> {
  const { t, press } = reader(page, locale)
  await go(page, `/${locale}/${umbrella}/join`)
  await page.locator(`a[href$="/join/${form}"]`).click()
  expect(pathOf(page)).toContain('/sign-in?to=')
  await page.locator('input[name=address]').fill(`${form}.applicant@newcomer.example`)
  await typeCode(page, await mailedCode(program, () => press('people.signIn.sendCode')))
  await page.locator('input[name=name]').fill(who)
  await press('people.welcome.continue')
  expect(pathOf(page)).toBe(`/${locale}/${umbrella}/join/${form}`)
  expect(await heading(page)).toContain(t('network.form.title', { form: '' }).trim())
  await sound(page)
}

/** From the form to the page of the application, by the page that shows what members will read. */
export async function send(page: Page, locale: Locale, shown: string): Promise<string> {
  const { press, done } = reader(page, locale)
  await press('network.form.review')
  expect(pathOf(page)).toMatch(/\/review$/)
  expect(await textOf(page.locator('main'))).toContain(shown)
  await sound(page)
  await press('network.review.send')
  await done('network.said.submitted')
  return idOf(page)
}
