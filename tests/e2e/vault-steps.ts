import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassphrase } from '#modules/people/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { shownCode } from '../one-time-code.ts'
import { reader } from './coalition-steps.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'
import { typeCode, words } from './signing-in.ts'

/** Adds an authenticator app: what the vault asks for beside the passphrase. */
export async function showSecondFactor(page: Page, locale: Locale): Promise<void> {
  const t = words(locale)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await go(page, `/${locale}/account/vault/key`)
  expect(pathOf(page)).toContain(`/${locale}/account/security?said=people.said.secondFactorNeeded`)
  await press(t('people.security.addAuthenticator'))
  const secret = (await textOf(page.locator('p-copy code'))).replaceAll(' ', '')
  await typeCode(page, await shownCode(secret))
  await press(t('people.recovery.kept'))
}

/** Makes the person's first key under a passphrase. */
export async function makeFirstKey(page: Page, locale: Locale, passphrase: string): Promise<void> {
  await showSecondFactor(page, locale)
  await read(page, `/${locale}/account/vault/key`)
  await page.locator('input[name=passphrase]').fill(passphrase)
  await page.locator('input[name=again]').fill(passphrase)
  await reader(page, locale).press('people.vault.makeKey')
  await reader(page, locale).done('people.said.vaultKeyMade')
}

/** Unlocks the vault of somebody of the demonstration, on the page that asks for the passphrase. */
export async function unlock(page: Page, locale: Locale, passphrase = demoPassphrase): Promise<void> {
  await page.locator('input[name=passphrase]').fill(passphrase)
  await reader(page, locale).press('people.vault.unlock')
}

/** Does something that asks for the open vault, unlocking it on the way where it is locked. */
export async function unlocking(
  page: Page,
  locale: Locale,
  act: () => Promise<void>,
  passphrase?: string,
): Promise<void> {
  await act()
  if (!pathOf(page).includes('/account/vault/unlock')) return
  await unlock(page, locale, passphrase)
  await act()
}

/** Opens what is sealed on the page, saying why. */
export async function openSealed(
  page: Page,
  locale: Locale,
  reason: string,
  passphrase?: string,
): Promise<void> {
  const open = async () => {
    await page.locator('#opening-reason').fill(reason)
    await reader(page, locale).press('monitoring.incident.opening.open')
  }
  await unlocking(page, locale, open, passphrase)
  await sound(page)
}
