import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/id.ts'
import { stage } from './browser.ts'
import { accountOf, count, nextMail } from './desk.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'
import { words } from './signing-in.ts'
import { showSecondFactor } from './vault-steps.ts'

const show = stage()
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const
const desk = { viewport: { width: 1280, height: 900 } } as const
const coalition = 'international-union'
const phrases = { uk: 'ліхтар ріка драбина сім вікно', pl: 'latarnia rzeka drabina siedem okno' } as const
const main = (page: Page) => textOf(page.locator('main'))
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

let marina: Page
let taras: Page

// The demonstration's monitors have keys already; nobody gives legal aid in it.
async function givesLegalAid(part: string): Promise<string> {
  const { platform, app } = show.program
  const person = await accountOf(show.program, `${coalition}.${part}@parasol.example`)
  await platform.database.owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'lawyer')",
    [app.umbrellas.find(coalition)!.id, newId(), person],
  )
  return person
}

async function makeKey(page: Page, locale: 'uk' | 'pl'): Promise<string> {
  const t = words(locale)
  await read(page, `/${locale}/account/vault`)
  await page.getByRole('link', { name: t('people.vault.makeKey') }).click()
  await sound(page)
  const send = () => press(page, t('people.vault.makeKey'))
  await page.locator('input[name=passphrase]').fill('коротка')
  await page.locator('input[name=again]').fill('інша')
  await send()
  expect(await textOf(page.locator('.error-summary'))).toContain(t('people.vault.form.different'))
  expect(await page.locator('input[name=passphrase]').inputValue()).toBe('')
  await sound(page)
  await page.locator('input[name=passphrase]').fill(phrases[locale])
  await page.locator('input[name=again]').fill(phrases[locale])
  await send()
  expect(pathOf(page)).toContain('said=people.said.vaultKeyMade')
  await sound(page)
  return textOf(page.locator('main .fingerprint'))
}

async function unlock(page: Page, locale: 'uk' | 'pl'): Promise<void> {
  await page.locator('input[name=passphrase]').fill(phrases[locale])
  await press(page, words(locale)('people.vault.unlock'))
}

beforeAll(async () => {
  await givesLegalAid('representative')
  await givesLegalAid('deputy')
  marina = (await show.visit({ ...phone, as: `${coalition}.representative` })).page
  taras = (await show.visit({ ...desk, colorScheme: 'dark', as: `${coalition}.deputy` })).page
})

describe('a team of two', () => {
  const uk = words('uk')
  const pl = words('pl')
  let fingerprint: string

  it('makes keys, one on a phone without JavaScript, and the first makes the team’s', async () => {
    await showSecondFactor(marina, 'uk')
    await makeKey(marina, 'uk')
    await go(marina, `/uk/${coalition}/vault`)
    await sound(marina)
    await marina.getByRole('link', { name: uk('people.vault.team.lawyer') }).click()
    await sound(marina)
    await press(marina, uk('people.vault.found'))
    expect(pathOf(marina)).toContain('said=people.said.teamKeyMade')
    await sound(marina)
    await showSecondFactor(taras, 'pl')
    fingerprint = await makeKey(taras, 'pl')
    await read(taras, `/pl/${coalition}/vault/lawyer`)
    expect(await main(taras)).toContain(pl('people.vault.youWait'))
  })

  it('lets the second in by the fingerprint, after the vault was unlocked', async () => {
    const letIn = async () => {
      await marina
        .locator('main summary')
        .filter({ hasText: uk('people.vault.letIn') })
        .click()
      expect(await textOf(marina.locator('.confirm-panel').first())).toContain(fingerprint)
      await sound(marina)
      await press(marina, uk('people.vault.letInNow'))
    }
    await read(marina, `/uk/${coalition}/vault/lawyer`)
    await letIn()
    expect(pathOf(marina)).toContain('/uk/account/vault/unlock?next=')
    await sound(marina)
    await marina.locator('input[name=passphrase]').fill('щось зовсім інше')
    await press(marina, uk('people.vault.unlock'))
    expect(await textOf(marina.locator('.error-summary'))).toContain(uk('platform.vault.passphraseWrong'))
    await sound(marina)
    await unlock(marina, 'uk')
    expect(pathOf(marina)).toBe(`/uk/${coalition}/vault/lawyer`)
    await letIn()
    expect(pathOf(marina)).toContain('said=people.said.letIn')
    await sound(marina)
    const person = await accountOf(show.program, `${coalition}.deputy@parasol.example`)
    await nextMail(
      show.program,
      0,
      mail => mail.person === person && mail.subject === uk('people.vault.mail.letInSubject'),
    )
    await read(taras, `/pl/${coalition}/vault/lawyer`)
    expect(await main(taras)).not.toContain(pl('people.vault.youWait'))
    await read(taras, `/pl/${coalition}/vault/lawyer/openings`)
  })

  it('sees in the head of every page that the vault is open, and locks it there', async () => {
    await read(marina, `/uk/${coalition}/directory`)
    await marina.locator('.masthead-narrow summary').click()
    const sign = marina.locator('.masthead-panel .open-vault')
    expect(await textOf(sign)).toContain('Сховище: ще')
    await sound(marina)
    await sign.getByRole('button').click()
    expect(pathOf(marina)).toContain('/uk/account/vault?said=people.said.vaultLocked')
    expect(await marina.locator('.open-vault').count()).toBe(0)
    const open = 'select count(*) from vault.unlocks'
    expect(await count(show.program, open)).toBe(0)
    await go(taras, '/pl/account/vault/unlock')
    await sound(taras)
    await unlock(taras, 'pl')
    await sound(taras)
    await go(taras, `/pl/${coalition}/directory`)
    await sound(taras)
    await taras.locator('.masthead-row .open-vault button').first().click()
    expect(pathOf(taras)).toContain('said=people.said.vaultLocked')
  })

  it('changes a passphrase, and takes back a change of the key', async () => {
    await read(marina, '/uk/account/vault/passphrase')
    await go(marina, '/uk/account/vault')
    await marina.getByRole('link', { name: uk('people.vault.replaceKey') }).click()
    await sound(marina)
    await marina.locator('input[name=passphrase]').fill('сім інших слів стоять тепер тут')
    await marina.locator('input[name=again]').fill('сім інших слів стоять тепер тут')
    await press(marina, uk('people.vault.replaceKey'))
    expect(await main(marina)).toContain(uk('people.vault.comingHelp'))
    await sound(marina)
    const told = await nextMail(
      show.program,
      0,
      ({ subject }) => subject === uk('people.vault.mail.keyChangedSubject'),
    )
    expect(told.text).toMatch(/([0-9a-f]{4} ){9}[0-9a-f]{4}/)
    expect(told.text).not.toContain('Марина')
    await read(taras, `/pl/${coalition}/vault/lawyer`)
    await press(marina, uk('people.vault.keepKey'))
    expect(pathOf(marina)).toContain('said=people.said.vaultKeyKept')
  })
})

describe('coordinators', () => {
  it('see the teams, propose custodians, and open nothing', async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.coordinator` })
    for (const path of ['vault', 'vault/monitor', 'vault/recovery', 'vault/custodians'])
      await read(page, `/en/${coalition}/${path}`)
    expect(await main(page)).toContain(words('en')('people.vault.recovery.noCandidates'))
    await go(page, `/en/${coalition}/vault/monitor/openings`, 403)
    await context.close()
  })
})
