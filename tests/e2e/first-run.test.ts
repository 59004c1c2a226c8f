import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createUmbrella } from '#modules/people/index.ts'
import { until } from '../until.ts'
import { stage } from './browser.ts'
import { journalFindings, untilSealed } from './desk.ts'
import { go, heading, languages, pathOf, read, sound, textOf } from './journey.ts'
import { signInByMail, words } from './signing-in.ts'

const show = stage()
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const
const slug = 'nova-sprava'
const founders = ['halyna@nova.example', 'rustem@nova.example'] as const
const uk = words('uk')
const settle = (page: Page) => page.getByRole('button', { name: uk('people.firstRun.settle') }).click()
const save = (page: Page) => page.getByRole('button', { name: uk('people.firstRun.save') }).click()

let halyna: Page

beforeAll(async () => {
  const { platform, app } = show.program
  const reserved = new Set<string>()
  await createUmbrella(platform.database.owner, { slug, coordinators: founders, locale: 'uk', reserved })
  // The command runs in another process; the program hears of it from the database.
  await until(() => app.umbrellas.find(slug) !== undefined)
  halyna = (await show.visit(phone)).page
})

const face = async (path: string, status: number) => {
  const { page, context } = await show.visit({ locale: 'uk-UA' })
  await go(page, path, status)
  const text = await textOf(page.locator('body'))
  await context.close()
  return text
}

describe('a coalition that was just founded', () => {
  it('does not exist for visitors and strangers', async () => {
    const nowhere = await face('/uk/no-such-coalition', 404)
    for (const path of ['', '/directory', '/join', '/journal', '/home', '/first-run']) {
      expect(await face(`/uk/${slug}${path}`, 404)).toBe(nowhere)
    }
    expect(await face('/uk', 200)).not.toContain(slug)
    const { page, context } = await show.visit({ as: 'komm.coordinator' })
    await go(page, `/uk/${slug}`, 404)
    await go(page, `/uk/${slug}/first-run`, 404)
    expect((await page.request.get(`/api/v1/${slug}/organisations`)).status()).toBe(404)
    await context.close()
  })

  it('waits for its founders on the first page', async () => {
    await signInByMail(halyna, show.program, founders[0], { locale: 'uk', name: 'Галина' })
    expect(pathOf(halyna)).toBe(`/uk/${slug}/first-run`)
    await sound(halyna)
    expect(await heading(halyna)).toBe(uk('people.firstRun.title'))
  })

  it('keeps what was typed when something is wrong, and says everything at once', async () => {
    await halyna.locator('input[name="name:uk"]').fill('')
    await halyna.locator('textarea[name="about:uk"]').fill('Спільна справа громад.')
    await halyna.locator('input[name=founded]').fill('2026-02-01')
    for (const locale of languages) await halyna.locator(`input[name="locales[]"][value=${locale}]`).uncheck()
    await halyna.locator('input[name=rule-admission-objection_days]').fill('тиждень')
    await settle(halyna)
    await sound(halyna)
    const problems = await halyna.locator('.error-summary li').allTextContents()
    const missing = uk('platform.form.missing')
    expect(problems).toEqual([
      `${uk('people.firstRun.name')}: ${missing[0]!.toLowerCase()}${missing.slice(1)}`,
      uk('people.firstRun.localesMissing'),
      uk('people.firstRun.ruleNumber'),
    ])
    expect(await halyna.locator('textarea[name="about:uk"]').inputValue()).toBe('Спільна справа громад.')
    expect(await halyna.locator('input[name=founded]').inputValue()).toBe('2026-02-01')
    expect(await halyna.locator('input[name=rule-admission-objection_days]').inputValue()).toBe('тиждень')
    expect(await face(`/uk/${slug}`, 404)).not.toContain('Спільна')
  })

  it('is saved and continued later, by the other founder too', async () => {
    await halyna.locator('input[name="name:uk"]').fill('Нова справа')
    await halyna.locator('input[name=founded]').fill('2026-02-03')
    for (const locale of languages) await halyna.locator(`input[name="locales[]"][value=${locale}]`).check()
    await halyna.locator('input[name=rule-admission-objection_days]').fill('10')
    await save(halyna)
    await sound(halyna)
    const { page: rustem, context } = await show.visit({ ...phone, locale: 'pl-PL' })
    await signInByMail(rustem, show.program, founders[1], { locale: 'pl', name: 'Рустем' })
    await read(rustem, `/pl/${slug}/first-run`)
    expect(await rustem.locator('input[name="name:uk"]').inputValue()).toBe('Нова справа')
    expect(await rustem.locator('input[name=rule-admission-objection_days]').inputValue()).toBe('10')
    await rustem.locator('input[name="name:pl"]').fill('Nowa sprawa')
    await rustem.locator('input[name="topic0:pl"]').fill('Religia')
    await rustem.locator('input[name=accent][value=rose]').check()
    await rustem.getByRole('button', { name: words('pl')('people.firstRun.save') }).click()
    await context.close()
    expect(await face(`/uk/${slug}`, 404)).not.toContain('Нова')
  })

  it('opens to everybody when they say so', async () => {
    await go(halyna, `/uk/${slug}/first-run`)
    await settle(halyna)
    expect(pathOf(halyna)).toBe(`/uk/${slug}/import?said=people.said.settled`)
    await sound(halyna)
    await until(() => show.program.app.umbrellas.find(slug)!.settled)
    for (const [locale, name] of [
      ['uk', 'Нова справа'],
      ['pl', 'Nowa sprawa'],
    ] as const) {
      expect(await face(`/${locale}/${slug}`, 200)).toContain(name)
      expect(await face(`/${locale}`, 200)).toContain(name)
    }
    expect(await face(`/pl/${slug}`, 200)).toContain('Religia')
    await go(halyna, `/uk/${slug}/first-run`, 404)
  })

  it('shows visitors an empty house with a way to join', async () => {
    const { page, context } = await show.visit(phone)
    for (const path of ['', '/directory', '/directory/map', '/join', '/journal']) {
      await read(page, `/uk/${slug}${path}`)
    }
    await untilSealed(show.program)
    await go(page, `/uk/${slug}/journal`)
    const journal = await textOf(page.locator('main'))
    expect(journal).toContain(uk('people.journal.umbrellaFounded'))
    expect(journal).toContain(uk('people.journal.umbrellaSettled'))
    expect(journal).not.toMatch(/Галина|Рустем/)
    expect(await journalFindings(show.program)).toEqual([])
    await context.close()
  })
})
