import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, tick, type } from './coalition-steps.ts'
import { go, heading, read, sound, textOf } from './journey.ts'

const show = stage()
const circle = /Koło Łemków „Jasień”|Lemko Circle “Ash”|Лемківський гурток/

/** Looks for words as anybody, and reads the page of the first that is found. */
async function lookUp(locale: Locale, words: string): Promise<{ heading: string; text: string }> {
  const { page, context } = await show.visit(phone)
  await go(page, `/${locale}/komm/directory?q=${encodeURIComponent(words)}`)
  await page.locator('.directory-name a').first().click()
  await sound(page)
  const seen = { heading: await heading(page), text: await textOf(page.locator('main')) }
  await context.close()
  return seen
}

describe('an organisation', () => {
  it('keeps its own profile, by which it is found', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'komm.representative' })
    const uk = reader(page, 'uk')
    await go(page, '/uk/komm/directory?q=Lemko')
    await page.getByRole('link', { name: circle }).first().click()
    await uk.follow('network.organisation.edit')
    await sound(page)
    await type(page, {
      'name:pl': '',
      'name:en': '',
      'identifiers:PL-NIP': '123',
      'contact0:value': 'не адреса',
    })
    await uk.press('network.organisation.save')
    await uk.complains(
      'network.organisation.nameMissing',
      'network.identifier.wrongShape',
      'network.contact.emailShape',
    )
    expect(await page.locator('[name="contact0:value"]').inputValue()).toBe('не адреса')
    await type(page, {
      'name:uk': 'Лемківський гурток «Ясен»',
      'name:pl': 'Koło Łemków „Jasień”',
      'about:uk': 'Співаємо, записуємо спогади, видаємо календар.',
      'identifiers:PL-NIP': '',
      'contact0:value': 'jasien@lemko.example',
    })
    await page.locator('[name="contact0:visibility"]').selectOption('members')
    await tick(page, 'fields', ['heritage'])
    await uk.press('network.organisation.save')
    await uk.done('network.said.organisationSaved')
    expect(await textOf(page.locator('main'))).toContain('jasien@lemko.example')
    await uk.follow('network.organisation.versions')
    await uk.says('network.version.comparison')
    await sound(page)

    const seen = await lookUp('uk', 'лемківського гуртка')
    expect(seen.heading).toContain('Ясен')
    expect(seen.text).toContain('видаємо календар')
    expect(seen.text).not.toContain('jasien@lemko.example')
    expect((await lookUp('pl', 'kolo lemkow')).heading).toContain('Jasień')
    await context.close()
  })

  it('decides on what a coordinator proposes to change', async () => {
    const coordinator = await show.visit({ ...desk, as: 'komm.coordinator' })
    const pl = reader(coordinator.page, 'pl')
    await go(coordinator.page, '/pl/komm/directory?q=Jasień')
    await coordinator.page.getByRole('link', { name: circle }).first().click()
    await pl.follow('network.organisation.propose')
    await sound(coordinator.page)
    await type(coordinator.page, { 'about:pl': 'Śpiewamy i wydajemy kalendarz.', town: 'Lubin' })
    await pl.press('network.organisation.sendProposal')
    await pl.done('network.said.changesProposed')
    await coordinator.context.close()
    expect((await lookUp('pl', 'Jasień')).text).toContain('Legnica')

    const { page, context } = await show.visit({ ...phone, as: 'komm.representative' })
    const uk = reader(page, 'uk')
    await go(page, '/uk/komm/home')
    await page.locator('#proposals').getByRole('link').first().click()
    await sound(page)
    await page.getByRole('table').getByRole('link').first().click()
    await sound(page)
    await page.locator('[name="accepted[]"][value=town]').uncheck()
    await uk.press('network.proposal.acceptChosen')
    await uk.done('network.said.proposalAccepted')
    const seen = await lookUp('pl', 'Jasień')
    expect(seen.text).toContain('Śpiewamy i wydajemy kalendarz.')
    expect(seen.text).toContain('Legnica')
    expect(seen.text).not.toContain('Lubin')
    await context.close()
  })
})

describe('an individual representative', () => {
  it('says how they are shown, and confirms it once a year', async () => {
    await show.program.platform.database.owner.query(
      `update network.individuals set profile_confirmed_on = current_date - 400 where name->>'en' like 'Jovan%'`,
    )
    const { page, context } = await show.visit({ ...phone, as: 'komm.individual' })
    const pl = reader(page, 'pl')
    await read(page, '/pl/komm/home')
    await pl.follow('network.home.ownProfile')
    await sound(page)
    await pl.press('network.profile.confirm')
    await pl.done('network.said.profileConfirmed')
    await type(page, { 'name:pl': '', 'name:en': '' })
    await pl.press('network.profile.save')
    await pl.complains('network.form.nameMissing')
    await type(page, { 'name:pl': 'Jovan z Wrocławia' })
    await pl.press('network.profile.save')
    await pl.done('network.said.profileSaved')
    expect((await lookUp('pl', 'Jovan')).heading).toContain('Jovan z Wrocławia')
    await context.close()
  })
})
