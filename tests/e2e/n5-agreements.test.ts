import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { inDays } from '../partners.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, scan, type } from './coalition-steps.ts'
import { nextMail } from './desk.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'
import { words } from './signing-in.ts'

const show = stage()
const partner = /Правозахисна фундація «Ваги»|Human Rights Foundation “Scales”/
const problems = (page: Page) => page.locator('.error-summary li')

async function atPartner(page: Page, locale: Locale) {
  await go(page, `/${locale}/international-union/partners`)
  await page.getByRole('link', { name: partner }).last().click()
  expect(pathOf(page)).toContain('/partners/')
}

async function fill(page: Page, title: string, from: number, until: number) {
  await type(page, {
    'title:uk': title,
    signedOn: inDays(from - 3),
    signedForUmbrella: 'Координаторка',
    signedForPartner: 'Директор фундації',
    termFrom: inDays(from),
    termUntil: inDays(until),
  })
  await page.locator('[name=document]').setInputFiles(scan('угода.pdf'))
}

async function answer(page: Page, locale: Locale, chosen: 'confirmed' | 'refused', word = '') {
  await page.locator(`[name=answer][value=${chosen}]`).check()
  await type(page, { word })
  await reader(page, locale).press('network.agreement.sendAnswer')
}

describe('a cooperation agreement', () => {
  it('is recorded with its document by one side, and counts when the other has confirmed it', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'international-union.coordinator' })
    const pl = reader(page, 'pl')
    await read(page, '/pl/international-union/partners')
    await atPartner(page, 'pl')
    await sound(page)
    await pl.follow('network.agreement.record')
    await sound(page)
    await pl.press('network.agreement.sendProposal')
    expect(await problems(page).count()).toBe(6)
    await sound(page)
    await fill(page, 'Угода про правову допомогу', -200, -300)
    await pl.press('network.agreement.sendProposal')
    await pl.complains('network.agreement.termBackwards')
    expect(await page.locator('[name="title:uk"]').inputValue()).toBe('Угода про правову допомогу')
    await fill(page, 'Угода про правову допомогу', -200, 40)
    await pl.press('network.agreement.sendProposal')
    await pl.done('network.said.agreementProposed')
    await pl.says('network.agreement.state.proposed')
    expect(await page.locator('[name=answer]').count()).toBe(0)
    const record = pathOf(page).split('?')[0]!

    const guest = await show.visit(phone)
    await go(guest.page, record, 404)
    const other = await show.visit({ ...phone, as: 'international-union.partner' })
    const uk = reader(other.page, 'uk')
    await nextMail(
      show.program,
      0,
      ({ subject }) =>
        subject ===
        words('uk')('network.mail.agreementToConfirm.subject', { name: 'Правозахисна фундація «Ваги»' }),
    )
    await go(other.page, '/uk/international-union/home')
    await other.page.locator('#agreements').getByRole('link', { name: partner }).click()
    await sound(other.page)
    const document = other.page.waitForEvent('download')
    await uk.follow('network.agreement.download')
    expect((await document).suggestedFilename()).toBe('угода.pdf')
    await answer(other.page, 'uk', 'refused')
    await uk.complains('network.agreement.wordMissing')
    await answer(other.page, 'uk', 'confirmed')
    await uk.done('network.said.agreementConfirmed')
    await uk.says('network.agreement.state.inForce')

    await read(guest.page, record)
    await reader(guest.page, 'pl').says('network.agreement.documentInside')
    await go(guest.page, `${record}/document`, 404)
    await Promise.all([context, guest.context, other.context].map(one => one.close()))
  })

  it('is renewed by the partner; what is not right is corrected first', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'international-union.partner' })
    const uk = reader(page, 'uk')
    const coordinator = await show.visit({ ...desk, as: 'international-union.secondCoordinator' })
    const pl = reader(coordinator.page, 'pl')
    const renew = async (title: string, until: number) => {
      await atPartner(page, 'uk')
      await page.getByRole('link', { name: 'Угода про правову допомогу' }).click()
      await uk.follow('network.agreement.renew')
      await sound(page)
      await fill(page, title, 41, until)
      await uk.press('network.agreement.sendProposal')
      await uk.done('network.said.agreementProposed')
      await go(coordinator.page, '/pl/international-union/home')
      await coordinator.page.locator('#agreements').getByRole('link', { name: partner }).click()
    }
    await renew('Продовження', 300)
    await answer(coordinator.page, 'pl', 'refused', 'Termin jest o rok za krótki')
    await pl.done('network.said.agreementRefused')
    await go(page, pathOf(coordinator.page).split('?')[0]!.replace('/pl/', '/uk/'))
    expect(await textOf(page.locator('main'))).toContain('Termin jest o rok za krótki')
    await renew('Друге продовження', 700)
    await answer(coordinator.page, 'pl', 'confirmed')
    await pl.done('network.said.agreementConfirmed')
    await pl.says('network.agreement.state.ahead')
    await pl.follow('network.agreement.earlier')
    await pl.says('network.agreement.renewedBy')
    await sound(coordinator.page)
    await Promise.all([context.close(), coordinator.context.close()])
  })

  it('ends with a reason that stays to be read', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'international-union.coordinator' })
    const en = reader(page, 'en')
    await atPartner(page, 'en')
    await page.getByRole('link', { name: 'Угода про правову допомогу' }).click()
    await en.follow('network.agreement.toEnd')
    await sound(page)
    await type(page, { day: inDays(30) })
    await en.press('network.agreement.end')
    await en.complains('platform.form.missing')
    await type(page, { reason: 'The clinic moves to another country' })
    await en.press('network.agreement.end')
    await en.refuses('network.agreement.notInForce')
    await type(page, { day: inDays(0) })
    await en.press('network.agreement.end')
    await en.done('network.said.agreementEnded')
    await page.getByRole('link', { name: 'Угода про правову допомогу' }).click()
    expect(await textOf(page.locator('main'))).toContain('The clinic moves to another country')
    await en.says('network.agreement.state.ended')
    await sound(page)
    await context.close()
  })
})
