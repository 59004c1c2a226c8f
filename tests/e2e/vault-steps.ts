import type { Page } from 'playwright-core'
import { demoPassphrase } from '#modules/people/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { reader } from './coalition-steps.ts'
import { pathOf, sound } from './journey.ts'

/** Unlocks the vault of somebody of the demonstration, on the page that asks for the passphrase. */
export async function unlock(page: Page, locale: Locale): Promise<void> {
  await page.locator('input[name=passphrase]').fill(demoPassphrase)
  await reader(page, locale).press('people.vault.unlock')
}

/** Does something that asks for the open vault, unlocking it on the way where it is locked. */
export async function unlocking(page: Page, locale: Locale, act: () => Promise<void>): Promise<void> {
  await act()
  if (!pathOf(page).includes('/account/vault/unlock')) return
  await unlock(page, locale)
  await act()
}

/** Opens what is sealed on the page, saying why. */
export async function openSealed(page: Page, locale: Locale, reason: string): Promise<void> {
  await unlocking(page, locale, async () => {
    await page.locator('#opening-reason').fill(reason)
    await reader(page, locale).press('monitoring.incident.opening.open')
  })
  await sound(page)
}
