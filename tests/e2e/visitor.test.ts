import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createI18n, type Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { expectNoOverflow, go, heading, languages, pathOf, read, sound, textOf } from './journey.ts'

const show = stage()
const coalition = 'international-union'
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const

const words = (locale: Locale) => createI18n(locale, 'Europe/Kyiv').t
const en = words('en')

const results = (page: Page) => page.locator('.directory-name a').allTextContents()
const search = async (page: Page, typed: string) => {
  await page.getByRole('searchbox').fill(typed)
  await page.getByRole('button', { name: en('ui.filters.search') }).click()
}

let page: Page

beforeAll(async () => {
  page = (await show.visit({ javaScriptEnabled: false })).page
})

describe('the way in', () => {
  it.each([
    ['uk-UA', '/uk'],
    ['pl-PL', '/pl'],
    ['ru-RU', '/uk'],
    ['fr-FR', '/en'],
  ])('leads a browser in %s to %s', async (locale, path) => {
    const { page: guest, context } = await show.visit({ ...phone, locale })
    await go(guest, '/')
    expect(pathOf(guest)).toBe(path)
    await context.close()
  })

  it('sets no cookie and asks nobody else', async () => {
    const { page: guest, context } = await show.visit({ locale: 'uk-UA' })
    for (const path of ['/uk', `/uk/${coalition}`, `/uk/${coalition}/directory?q=ромам`])
      await go(guest, path)
    expect(await context.cookies()).toEqual([])
    expect(await guest.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await context.close()
    show.expectNoTrouble()
  })

  it.each(languages)('leads from the coalitions to one organisation on a phone, in %s', async locale => {
    const t = words(locale)
    const { page: guest, context } = await show.visit({ ...phone, locale })
    // What axe looks at is the same in each language; only the words' lengths differ.
    const look = locale === 'uk' ? sound : expectNoOverflow
    await go(guest, `/${locale}`)
    await look(guest)
    expect(await heading(guest)).toBe(t('front.installation.title'))
    await guest.locator(`.umbrella-list a[href$="/${coalition}"]`).click()
    expect(await guest.locator('html').getAttribute('lang')).toBe(locale)
    await look(guest)
    await guest.getByRole('link', { name: t('front.umbrella.directory') }).click()
    expect(await heading(guest)).toBe(t('network.directory.title'))
    await look(guest)
    const first = guest.locator('.directory-name a').first()
    const name = await textOf(first)
    await first.click()
    expect(await heading(guest)).toContain(name)
    await look(guest)
    await guest
      .getByRole('link', { name: t('network.directory.title') })
      .first()
      .click()
    expect(pathOf(guest)).toBe(`/${locale}/${coalition}/directory`)
    await context.close()
  })
})

describe('the search', () => {
  it.each([
    ['Latin letters for a Cyrillic name', 'Rada natsionalnykh', 'Council of National Associations'],
    ['a typo', 'Asociations Mykolaev', 'Council of National Associations'],
    ['another form of the word', 'миколаївської ради', 'Council of National Associations'],
    ['a Polish spelling', 'rada towarzystw mikołajowskich', 'Council of National Associations'],
  ])('finds a name by %s', async (_how, typed, name) => {
    await go(page, `/en/${coalition}/directory`)
    await search(page, typed)
    expect((await results(page))[0]).toContain(name)
    await sound(page)
  })

  it('proposes the filter that somebody perhaps meant', async () => {
    await go(page, `/uk/${coalition}/directory?q=ромам`)
    await page.locator('a[href$="/directory?community=roma"]').click()
    expect((await results(page)).length).toBeGreaterThan(0)
  })

  it('says calmly that nobody was found, and leads back to everybody', async () => {
    await read(page, `/en/${coalition}/directory?q=qwrtpsdfgh`)
    expect(await textOf(page.locator('main'))).toContain(en('network.directory.nobody'))
    await page.getByRole('link', { name: en('network.directory.all') }).click()
    expect((await results(page)).length).toBeGreaterThan(20)
  })
})

describe('the filters', () => {
  const chips = (of: Page) => of.getByRole('list', { name: en('ui.filters.active') }).getByRole('link')

  it('combine, stand in the address, and are taken off one by one', async () => {
    await go(page, `/en/${coalition}/directory`)
    await page.locator('.filter-more summary').click()
    await page.getByLabel(en('network.directory.facet.region')).selectOption('UA-51')
    await page.getByLabel(en('network.directory.facet.form')).selectOption('collective')
    await page.getByRole('button', { name: en('ui.filters.apply') }).click()
    const both = await results(page)
    expect(both.length).toBeGreaterThan(1)
    expect(new URL(page.url()).searchParams.get('region')).toBe('UA-51')
    expect(new URL(page.url()).searchParams.get('form')).toBe('collective')
    await sound(page)
    await search(page, 'Greek')
    expect((await results(page)).length).toBeLessThan(both.length)
    expect(new URL(page.url()).searchParams.get('region')).toBe('UA-51')
    await chips(page).first().click()
    expect(new URL(page.url()).searchParams.has('region')).toBe(false)
    expect(await page.getByRole('searchbox').inputValue()).toBe('Greek')
    await chips(page).first().click()
    expect(new URL(page.url()).searchParams.has('form')).toBe(false)
  })

  it('submit themselves with JavaScript and a mouse', async () => {
    const { page: guest, context } = await show.visit()
    await go(guest, `/en/${coalition}/directory?level=local`)
    const choice = guest.getByLabel(en('network.directory.facet.region'))
    await choice.dispatchEvent('pointerdown')
    await choice.selectOption('UA-51')
    await guest.waitForURL(/region=UA-51/)
    await context.close()
  })

  it('page through a long list and back', async () => {
    await go(page, `/en/${coalition}/directory`)
    const first = await results(page)
    await page.getByRole('link', { name: en('ui.pages.next') }).click()
    const second = await results(page)
    expect(second.filter(name => first.includes(name))).toEqual([])
    await page.getByRole('link', { name: en('ui.pages.previous') }).click()
    expect(await results(page)).toEqual(first)
  })
})

describe('the map', () => {
  it('says the same as the table beside it and as the list behind each region', async () => {
    await read(page, `/en/${coalition}/directory/map?of=UA`)
    const region = page.locator('svg.map a[href*="region=UA-51"]')
    const said = (await region.getAttribute('aria-label'))!
    const number = /: (\d+)$/.exec(said)![1]!
    const row = page
      .locator('.region-map')
      .getByRole('row')
      .filter({ hasText: said.split(':')[0]! })
    expect(await textOf(row)).toContain(number)
    await page.locator('.region-map').getByRole('table').locator('a[href*="region=UA-51"]').click()
    expect((await results(page)).length).toBe(Number(number))
  })

  it('shows one field of work, Poland and the countries', async () => {
    await go(page, `/en/${coalition}/directory/map?of=UA`)
    await page.getByRole('combobox').selectOption('culture')
    await page.getByRole('button', { name: en('network.directory.showOnMap') }).click()
    expect(new URL(page.url()).searchParams.get('field')).toBe('culture')
    await page.getByRole('link', { name: en('network.directory.mapOf.EU') }).click()
    await sound(page)
    await read(page, '/pl/komm/directory/map')
    expect(await page.locator('svg.map a').count()).toBe(16)
  })
})

describe('the page of a member', () => {
  it('shows the union with what it unites, and tells machines the same', async () => {
    await go(page, `/uk/${coalition}/directory?q=${encodeURIComponent('Рада національних товариств')}`)
    await page.locator('.directory-name a').first().click()
    await sound(page)
    expect(await page.locator('#union li').count()).toBeGreaterThan(3)
    const data = JSON.parse(await textOf(page.locator('script[type="application/ld+json"]')))
    expect(data['@context']).toBe('https://schema.org')
    const names = data.name.map((name: { '@value': string }) => name['@value'])
    expect(names).toContain(await heading(page))
    await page.locator('#union li a').first().click()
    await sound(page)
    expect(pathOf(page)).toContain('/organisations/')
  })
})

describe('taking the list along', () => {
  const take = async (name: 'CSV' | 'JSON') => {
    const href = await page.locator('.directory-exports').getByRole('link', { name }).getAttribute('href')
    const answer = await page.request.get(href!)
    expect(answer.status(), href!).toBe(200)
    return answer
  }

  it('gives what the filters show, as CSV and as JSON', async () => {
    await go(page, `/uk/${coalition}/directory?region=UA-51`)
    const shown = await results(page)
    const csv = await take('CSV')
    expect(csv.headers()['content-type']).toContain('text/csv')
    const text = await csv.text()
    for (const name of shown) expect(text.replaceAll('""', '"')).toContain(name.replaceAll('\u00a0', ' '))
    const json = await take('JSON')
    expect(json.headers()['content-type']).toContain('application/json')
    expect(JSON.stringify(await json.json())).toContain(shown[0])
  })
})
