import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { desk, idOf, phone, reader, scan, type } from './coalition-steps.ts'
import { mailedCode, nextMail } from './desk.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'
import { typeCode, words } from './signing-in.ts'

const show = stage()
const council = 'Рада національних товариств Миколаївської області'

/** The page of the member for which somebody acts, from their home page. */
async function atMember(page: Page, locale: Locale, umbrella: string, name: string | RegExp) {
  await go(page, `/${locale}/${umbrella}/home`)
  await page.locator('a[href*="/memberships/"]', { hasText: name }).click()
  expect(pathOf(page)).toContain('/memberships/')
}

async function confirm(page: Page, locale: Locale) {
  const { t, press } = reader(page, locale)
  await page.locator('summary', { hasText: t('network.mandate.confirm') }).click()
  await press('network.mandate.confirmNow')
}

/** Proposes somebody known here as the primary representative. */
async function proposePrimary(page: Page, person: string, { handOver = false } = {}): Promise<string> {
  const uk = reader(page, 'uk')
  await atMember(page, 'uk', 'international-union', council)
  await uk.follow('network.mandate.propose')
  await page.locator('select[name=person]').selectOption({ label: person })
  await page.locator('[name=role][value=primary]').check()
  if (handOver) await page.locator('[name=handOver]').check()
  await type(page, { document: 'Рішення зборів від 5 листопада' })
  await uk.press('network.mandate.sendProposal')
  await uk.done('network.said.mandateProposed')
  await page
    .locator('table', { hasText: uk.t('network.mandate.waiting') })
    .getByRole('link', { name: person })
    .click()
  return idOf(page)
}

describe('a member with several people', () => {
  it('invites a deputy, who accepts, and whom a second person confirms', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'international-union.representative' })
    const uk = reader(page, 'uk')
    await atMember(page, 'uk', 'international-union', council)
    await sound(page)
    const membership = idOf(page)
    await uk.follow('network.mandate.propose')
    await sound(page)
    await type(page, { address: 'orysia@newcomer.example', until: '2020-01-01' })
    await page.locator('[name=role][value=deputy]').check()
    await uk.press('network.mandate.sendProposal')
    await uk.complains('platform.form.missing', 'network.form.termBackwards')
    expect(await page.locator('[name=address]').inputValue()).toBe('orysia@newcomer.example')
    expect(await page.locator('[name=role][value=deputy]').isChecked()).toBe(true)
    await type(page, { document: 'Протокол № 7', until: '' })
    await page.locator('[name=file]').setInputFiles(scan('protokol-7.pdf'))
    await uk.press('network.mandate.sendProposal')
    await uk.done('network.said.representativeInvited')
    await uk.says('network.mandate.invitations')

    const subject = words('uk')('people.mail.invitation.mandate')
    const mail = await nextMail(show.program, 0, found => found.subject === subject)
    const invited = await show.visit(phone)
    const newcomer = reader(invited.page, 'uk')
    await read(invited.page, /https?:\/\/\S+\/invitation\/\S+/.exec(mail.text)![0])
    await newcomer.follow('people.invitation.signIn')
    await type(invited.page, { address: 'orysia@newcomer.example' })
    await typeCode(
      invited.page,
      await mailedCode(show.program, () => newcomer.press('people.signIn.sendCode')),
    )
    await type(invited.page, { name: 'Орися' })
    await newcomer.press('people.welcome.continue')
    await sound(invited.page)
    await newcomer.press('people.invitation.accept')
    await newcomer.done('people.said.invitationAccepted')
    await newcomer.says('network.mandate.waitsForMember')
    expect(
      await invited.page.locator('summary', { hasText: newcomer.t('network.mandate.confirm') }).count(),
    ).toBe(0)
    await read(invited.page, '/uk/international-union/home')
    await newcomer.says('network.home.notYet')

    const second = await show.visit({ ...desk, as: 'international-union.deputy' })
    const pl = reader(second.page, 'pl')
    await go(second.page, '/pl/international-union/home')
    await second.page.locator('#mandates').getByRole('link', { name: /Орися/ }).click()
    await sound(second.page)
    const document = second.page.waitForEvent('download')
    await pl.follow('network.mandate.seeFile')
    expect((await document).suggestedFilename()).toBe('protokol-7.pdf')
    await confirm(second.page, 'pl')
    await pl.done('network.said.mandateConfirmed')
    await read(invited.page, `/uk/international-union/memberships/${membership}`)
    await newcomer.says('network.mandate.role.deputy')
    await go(invited.page, '/uk/international-union/home')
    await Promise.all([context.close(), invited.context.close(), second.context.close()])
  })

  it('has one primary representative at a time, whose place the next one takes by a hand-over', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'international-union.representative' })
    const second = await show.visit({ ...desk, as: 'international-union.deputy' })
    const pl = reader(second.page, 'pl')
    const mandate = (locale: Locale, id: string) => `/${locale}/international-union/mandates/${id}`
    await go(second.page, mandate('pl', await proposePrimary(page, 'Орися')))
    await confirm(second.page, 'pl')
    await pl.refuses('network.mandate.primaryNamed', { name: 'Марина (демо)' })
    await pl.follow('network.mandate.refuse')
    await sound(second.page)
    await pl.press('network.mandate.refuseNow')
    await pl.complains('platform.form.missing')
    await type(second.page, { reason: 'Spotkanie wybrało inaczej' })
    await pl.press('network.mandate.refuseNow')
    await pl.done('network.said.mandateRefused')

    await go(second.page, mandate('pl', await proposePrimary(page, 'Орися', { handOver: true })))
    await pl.says('network.mandate.handOverFrom', { name: 'Марина (демо)' })
    await confirm(second.page, 'pl')
    await pl.done('network.said.mandateConfirmed')
    await go(page, '/uk/international-union/home', 403)
    await atMember(second.page, 'pl', 'international-union', /Rada Towarzystw Narodowych/)
    const today = await textOf(second.page.locator('table').first())
    expect(today).toContain('Орися')
    expect(today).not.toContain('Марина')
    await Promise.all([context.close(), second.context.close()])
  })

  it('keeps who acted for it before', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'international-union.deputy' })
    const pl = reader(page, 'pl')
    await atMember(page, 'pl', 'international-union', /Rada Towarzystw Narodowych/)
    await page.getByRole('link', { name: 'Орися' }).first().click()
    await pl.follow('network.mandate.end')
    await sound(page)
    await type(page, { reason: 'Wyjechała na studia' })
    await pl.press('network.mandate.endNow')
    await pl.done('network.said.mandateEnded')
    await page.locator('details summary').last().click()
    const before = await textOf(page.locator('details').last())
    expect(before).toContain('Марина (демо)')
    expect(before).toContain('Орися')
    await page.locator('details').last().getByRole('link', { name: 'Марина (демо)' }).click()
    await pl.says('network.mandate.handedOver')
    await sound(page)
    await context.close()
  })
})

describe('a member with one person', () => {
  it('has its next representative confirmed by a coordinator', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'ombudsman-ua.representative' })
    const en = reader(page, 'en')
    await atMember(page, 'en', 'ombudsman-ua', /Equality Network/)
    await en.follow('network.mandate.propose')
    await page.locator('select[name=person]').selectOption({ label: 'Юрій (демо)' })
    await page.locator('[name=role][value=deputy]').check()
    await type(page, { document: 'Minutes of 6 November' })
    await en.press('network.mandate.sendProposal')
    await en.done('network.said.mandateProposed')
    await page.getByRole('link', { name: 'Юрій (демо)' }).first().click()
    await en.says('network.mandate.waitsForCoordinator')
    await sound(page)
    const coordinator = await show.visit({ ...phone, as: 'ombudsman-ua.coordinator' })
    const uk = reader(coordinator.page, 'uk')
    await read(coordinator.page, '/uk/ombudsman-ua/home')
    await coordinator.page.locator('#mandates').getByRole('link', { name: /Юрій/ }).click()
    await confirm(coordinator.page, 'uk')
    await uk.done('network.said.mandateConfirmed')
    await uk.says('network.mandate.confirmedByCoordinator')
    await Promise.all([context.close(), coordinator.context.close()])
  })
})
