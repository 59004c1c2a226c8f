import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { signInAs, stage } from './browser.ts'
import { count, nextMail } from './desk.ts'
import { go, heading, pathOf, read, sound, textOf } from './journey.ts'
import { signInByMail, words } from './signing-in.ts'

const show = stage()
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const
const main = (page: Page) => textOf(page.locator('main'))

describe('an invitation', () => {
  const address = 'solomiia@invited.example'

  async function invite(page: Page, to: string) {
    await go(page, '/pl/komm/invitations')
    await page.locator('input[name=address]').fill(to)
    await page.getByRole('radio', { name: 'Українська' }).check()
    await page.getByRole('button', { name: words('pl')('people.invitations.send') }).click()
  }

  const invitationTo = async (known: number) => {
    const subject = words('uk')('people.mail.invitation.coordinator')
    const { text } = await nextMail(show.program, known, mail => mail.subject === subject)
    return new URL(/https?:\/\/\S+\/invitation\/\S+/.exec(text)![0]).pathname
  }

  it('brings somebody in who has no account, in their own language', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'komm.coordinator' })
    await invite(page, 'not an address')
    expect(await page.locator('input[name=address]').inputValue()).toBe('not an address')
    await sound(page)
    await invite(page, address)
    await sound(page)
    expect(await main(page)).toContain(address)
    await invite(page, address)
    expect(await textOf(page.locator('.error-summary'))).toContain(words('pl')('people.refused.invited'))

    const guest = await show.visit(phone)
    const path = await invitationTo(0)
    await read(guest.page, path)
    await guest.page.getByRole('link', { name: words('uk')('people.invitation.signIn') }).click()
    const to = new URL(guest.page.url()).searchParams.get('to')
    expect(to).toBe(path)
    await signInByMail(guest.page, show.program, address, { locale: 'uk', name: 'Соломія' })
    await read(guest.page, path)
    await guest.page.getByRole('button', { name: words('uk')('people.invitation.accept') }).click()
    expect(pathOf(guest.page)).toContain('said=people.said.invitationAccepted')
    await sound(guest.page)
    await go(guest.page, '/uk/komm/acts', 403)
    await go(guest.page, path)
    expect(await main(guest.page)).toContain(words('uk')('people.refused.invitationClosed'))

    await go(page, '/pl/komm/invitations')
    expect(await main(page)).toContain(words('pl')('people.invitations.accepted'))
    expect(await main(page)).not.toContain(address)
    await go(page, '/pl/komm/roles/proposal')
    expect(await textOf(page.locator('select[name=person]'))).toContain('Соломія')
    await Promise.all([context.close(), guest.context.close()])
  })

  it('makes a coordinator once two others have agreed', async () => {
    const first = await show.visit({ ...phone, as: 'komm.coordinator' })
    await go(first.page, '/pl/komm/roles/proposal')
    await first.page.locator('select[name=person]').selectOption({ label: 'Соломія' })
    await first.page.locator('input[name=role][value=coordinator]').check()
    await first.page.locator('textarea[name=reason]').fill('Trzecia para rąk')
    await first.page.getByRole('button', { name: words('pl')('people.roles.send') }).click()
    await first.context.clearCookies()
    await signInAs(first.page, 'komm.secondCoordinator', 'pl')
    await go(first.page, '/pl/komm/acts')
    const card = first.page.locator('.card-box').filter({ hasText: 'Trzecia para rąk' })
    await card.getByText(words('pl')('people.acts.confirm'), { exact: true }).click()
    await sound(first.page)
    await card.getByRole('button', { name: words('pl')('people.acts.confirmNow') }).click()
    await first.context.clearCookies()
    await signInByMail(first.page, show.program, address, { locale: 'uk' })
    await read(first.page, '/uk/komm/acts')
    expect(await heading(first.page)).toBe(words('uk')('people.acts.title'))
    await first.context.close()
  })

  it('leads nowhere once it was taken back', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'komm.coordinator' })
    await invite(page, 'too.early@invited.example')
    const path = await invitationTo(1)
    await page.getByRole('button', { name: words('pl')('people.invitations.withdraw') }).click()
    expect(pathOf(page)).toContain('said=people.said.invitationWithdrawn')
    await context.clearCookies()
    await go(page, path)
    expect(await main(page)).toContain(words('uk')('people.refused.invitationClosed'))
    const open = 'select count(*) from people.invitations where accepted_at is null and withdrawn_at is null'
    expect(await count(show.program, open)).toBe(0)
    await context.close()
  })
})
