import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { stage } from './browser.ts'
import { go, sound, textOf } from './journey.ts'
import { signInByMail, words } from './signing-in.ts'

const show = stage()
const uk = words('uk')
const phrase = 'ліхтар ріка драбина сім вікно'
const press = (page: Page, key: Parameters<typeof uk>[0]) =>
  page
    .locator('main')
    .getByRole('button', { name: uk(key), exact: true })
    .click()

const device = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const

/** A device with a passkey; `hasPrf`: whether it yields secrets for other uses. */
async function withDevice(context: BrowserContext, page: Page, hasPrf: boolean): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { ...device, hasPrf } })
}

/** Somebody with a passkey and a key for sealed records, whose vault is open. */
async function withOpenVault(page: Page, address: string): Promise<void> {
  await signInByMail(page, show.program, address, { locale: 'uk', name: 'Ада' })
  await go(page, '/uk/account/passkeys/new')
  await page.locator('input[name=name]').fill('Телефон')
  await press(page, 'people.passkey.add')
  await page.waitForURL(/\/uk\/account\/security/)
  await go(page, '/uk/account/vault/key')
  await page.locator('input[name=passphrase]').fill(phrase)
  await page.locator('input[name=again]').fill(phrase)
  await press(page, 'people.vault.makeKey')
  await page.waitForURL(/vaultKeyMade/)
  await sound(page)
  await go(page, '/uk/account/vault/unlock')
  await page.locator('input[name=passphrase]').fill(phrase)
  await press(page, 'people.vault.unlock')
  await page.waitForURL(/vaultOpen/)
}

it('is opened by a passkey in place of the passphrase, until that is taken back', async () => {
  const { page, context } = await show.visit({ viewport: { width: 360, height: 780 } })
  await withDevice(context, page, true)
  await withOpenVault(page, 'prf@newcomer.example')
  await page.getByRole('link', { name: uk('people.vault.passkey.add') }).click()
  await sound(page)
  await press(page, 'people.vault.passkey.confirm')
  await page.waitForURL(/vaultPasskeyAdded/)
  await sound(page)
  await press(page, 'people.vault.lock')
  await page.waitForURL(/vaultLocked/)
  await go(page, '/uk/account/vault/unlock')
  await sound(page)
  await press(page, 'people.vault.passkey.open')
  await page.waitForURL(/vaultOpen/)
  expect(await textOf(page.locator('main'))).toContain(uk('people.vault.isOpen'))
  await page.getByText(uk('people.vault.passkey.remove'), { exact: true }).click()
  await sound(page)
  await press(page, 'people.vault.passkey.removeNow')
  await page.waitForURL(/vaultPasskeyRemoved/)
  await context.close()
})

it('says so when the device has no secret to give', async () => {
  const { page, context } = await show.visit({ viewport: { width: 1280, height: 900 } })
  await withDevice(context, page, false)
  await withOpenVault(page, 'no-prf@newcomer.example')
  await go(page, '/uk/account/vault/passkey')
  await press(page, 'people.vault.passkey.confirm')
  await page
    .locator('[data-passkey=said]')
    .filter({ hasText: uk('people.vault.passkey.without') })
    .waitFor()
  await sound(page)
  await context.close()
})
