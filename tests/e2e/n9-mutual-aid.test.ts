import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { inDays } from '../partners.ts'
import { stage } from './browser.ts'
import { choose, desk, idOf, phone, reader, tick, type } from './coalition-steps.ts'
import { go, read, sound, textOf } from './journey.ts'

const show = stage()
const need = 'Потрібен перекладач жестової мови'

async function answer(page: Page, locale: Locale, word: string) {
  const person = reader(page, locale)
  await go(page, `/${locale}/international-union/home`)
  await page
    .locator('#matches')
    .getByRole('link', { name: /«Абрикос»|“Apricot”|Ваги|Scales/ })
    .first()
    .click()
  await person.says('network.match.why')
  await sound(page)
  await person.press('network.match.send')
  await person.complains('platform.form.missing')
  await page.locator('[name=answer][value=accepted]').check()
  await type(page, { word })
  await person.press('network.match.send')
  await person.done('network.said.matchAccepted')
}

describe('mutual aid', () => {
  it('brings a need and an offer together, and keeps what came of it', async () => {
    const asking = await show.visit({ ...phone, as: 'international-union.secondCoordinator' })
    const uk = reader(asking.page, 'uk')
    await read(asking.page, '/uk/international-union/aid')
    await uk.follow('network.aid.postNeed')
    await sound(asking.page)
    await type(asking.page, { title: need, until: '' })
    await uk.press('network.aid.publish')
    await uk.complains('platform.form.missing', 'platform.form.missing')
    expect(await asking.page.locator('[name=title]').inputValue()).toBe(need)
    await asking.page.locator('[name=kind][value=translation]').check()
    await type(asking.page, { body: 'На дві зустрічі в грудні.', until: inDays(30) })
    await choose(asking.page, { country: 'UA', region: 'UA-63' })
    await tick(asking.page, 'languages', ['uk'])
    await uk.press('network.aid.publish')
    await uk.done('network.said.listingPosted')

    const guest = await show.visit(phone)
    await read(guest.page, '/pl/international-union/aid')
    expect(await textOf(guest.page.locator('main'))).not.toContain(need)
    await go(guest.page, `/pl/international-union/aid/${idOf(asking.page)}`)
    expect(guest.page.url()).toContain('/sign-in')

    const offering = await show.visit({ ...desk, as: 'international-union.partner' })
    const pl = reader(offering.page, 'pl')
    await go(offering.page, '/pl/international-union/aid?show=offer')
    await sound(offering.page)
    await pl.follow('network.aid.postOffer')
    await type(offering.page, { title: 'Przekładamy na język migowy', until: inDays(60) })
    await offering.page.locator('[name=kind][value=translation]').check()
    await choose(offering.page, { country: 'UA' })
    await tick(offering.page, 'languages', ['uk', 'pl'])
    await pl.press('network.aid.publish')
    await pl.done('network.said.listingMatched')

    await answer(offering.page, 'pl', 'Możemy w oba dni')
    await answer(asking.page, 'uk', 'Дякуємо, чекаємо')
    await uk.says('network.match.status.accepted')
    expect(await textOf(asking.page.locator('main'))).toContain('Możemy w oba dni')
    await uk.press('network.match.close')
    await uk.complains('platform.form.missing')
    await asking.page.locator('[name=useful][value=yes]').check()
    await type(asking.page, { outcome: 'Обидві зустрічі перекладено.' })
    await uk.press('network.match.close')
    await uk.done('network.said.matchClosed')
    await read(offering.page, `/pl/international-union/matches/${idOf(asking.page)}`)
    await pl.says('network.aid.wasUseful')

    await go(guest.page, '/pl/international-union/aid')
    expect(await textOf(guest.page.locator('main'))).not.toContain('Обидві зустрічі')
    await go(guest.page, `/pl/international-union/matches/${idOf(asking.page)}`)
    expect(guest.page.url()).toContain('/sign-in')
    const third = await show.visit({ ...phone, as: 'international-union.individual' })
    await go(third.page, `/pl/international-union/matches/${idOf(asking.page)}`, 404)
    await Promise.all([asking, offering, guest, third].map(({ context }) => context.close()))
  })

  it('lets somebody answer a need at once, and its owner close it', async () => {
    const helping = await show.visit({ ...phone, as: 'international-union.individual' })
    const pl = reader(helping.page, 'pl')
    await go(helping.page, '/pl/international-union/aid')
    await helping.page.getByRole('link', { name: /Зала на сорок людей/ }).click()
    await sound(helping.page)
    await type(helping.page, { word: 'Znam dyrektora biblioteki' })
    await pl.press('network.aid.canHelp')
    await pl.done('network.said.responded')
    const owner = await show.visit({ ...desk, as: 'international-union.representative' })
    const en = reader(owner.page, 'en')
    await go(owner.page, '/en/international-union/aid?show=mine')
    await sound(owner.page)
    await owner.page
      .getByRole('link', { name: /Зала на сорок людей/ })
      .first()
      .click()
    await en.follow('network.aid.settle')
    await sound(owner.page)
    await en.press('network.aid.settleConfirm')
    await en.complains('platform.form.missing')
    await owner.page.locator('[name=status][value=closed]').check()
    await owner.page.locator('[name=useful][value=yes]').check()
    await type(owner.page, { outcome: 'The library gave us a room' })
    await en.press('network.aid.settleConfirm')
    await en.done('network.said.listingSettled')
    await en.says('network.aid.wasUseful')
    await Promise.all([helping.context.close(), owner.context.close()])
  })
})
