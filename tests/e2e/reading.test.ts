import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { createI18n, type Locale } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { expectAccessible, stage, type Visit } from './browser.ts'
import { untilSealed } from './desk.ts'
import { expectNoOverflow, go, heading, languages, pathOf, read, textOf } from './journey.ts'

const show = stage()
const coalition = 'international-union'
const words = (locale: Locale) => createI18n(locale, 'Europe/Kyiv').t
const en = words('en')
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const

/** Reads a page in one of the languages. What axe looks at is the same in each; only the words' lengths differ. */
async function inLanguage(page: Page, locale: Locale, path: string, status = 200): Promise<void> {
  await go(page, `/${locale}${path}`, status)
  if (locale === 'uk') await expectAccessible(page)
  await expectNoOverflow(page)
}

async function visiting(options: BrowserContextOptions, story: (visit: Visit) => Promise<void>) {
  const visit = await show.visit(options)
  await story(visit)
  await visit.context.close()
}

// One phone without JavaScript reads whatever needs no settings of its own.
let reader: Page
beforeAll(async () => {
  reader = (await show.visit(phone)).page
})

describe('the journal', () => {
  beforeAll(async () => {
    const { platform, app } = show.program
    const { id } = app.umbrellas.find(coalition)!
    await inScope(platform.database.request, { umbrella: id, account: null }, 'write', tx =>
      record(tx, {
        action: 'people.umbrella_settled',
        subject: { type: 'umbrella', id },
        rule: { key: 'admission.objection_days', version: 1 },
        visibility: 'public',
      }),
    )
    await untilSealed(show.program)
  })

  it('is a page in every language, also on a phone', async () => {
    for (const locale of languages) {
      await inLanguage(reader, locale, `/${coalition}/journal`)
      expect(await heading(reader)).toBe(words(locale)('front.journal.title'))
      const entries = await textOf(reader.locator('.journal'))
      expect(entries).toContain(words(locale)('network.rule.objectionDays'))
      expect(entries).not.toContain('objection_days')
    }
  })

  it('is a feed that a reader of feeds understands', async () => {
    await visiting({}, async ({ page }) => {
      await go(page, `/pl/${coalition}/journal`)
      const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
      const answer = await page.request.get(address!)
      expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
      const xml = await answer.text()
      await page.goto('about:blank')
      const feed = await page.evaluate(text => {
        const root = new DOMParser().parseFromString(text, 'application/xml').documentElement
        const all = (name: string) => [...root.getElementsByTagName(name)]
        return {
          root: `${root.namespaceURI} ${root.localName}`,
          entries: all('entry').map(entry => ({
            id: entry.querySelector('id')?.textContent ?? '',
            title: entry.querySelector('title')?.textContent ?? '',
            updated: entry.querySelector('updated')?.textContent ?? '',
          })),
        }
      }, xml)
      expect(feed.root).toBe('http://www.w3.org/2005/Atom feed')
      expect(feed.entries.length).toBeGreaterThan(0)
      expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length)
      for (const { title, updated } of feed.entries) {
        expect(title).not.toMatch(/^$|people\.|network\./)
        expect(Date.parse(updated)).toBeGreaterThan(0)
      }
    })
  })
})

describe('the texts of the footer', () => {
  it.each(['about', 'accessibility', 'privacy', 'source', 'api'])(
    'say it in three languages: %s',
    async name => {
      const said = new Set<string>()
      for (const locale of languages) {
        await inLanguage(reader, locale, `/${name}`)
        said.add(await heading(reader))
      }
      expect(said.size).toBe(languages.length)
    },
  )

  it('hand out the source of the running program', async () => {
    await visiting({}, async ({ page }) => {
      await go(page, '/en')
      await page.getByRole('link', { name: en('ui.footer.source') }).click()
      const href = await page.locator('main a[download]').getAttribute('href')
      const answer = await page.request.get(href!)
      expect(answer.headers()['content-type']).toBe('application/gzip')
      expect((await answer.body()).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
    })
  })

  it('describe an interface for programs that answers what it promises', async () => {
    await visiting({}, async ({ page }) => {
      const description = await (await page.request.get('/api/v1/openapi.json')).json()
      expect(description.openapi).toBe('3.1.0')
      const paths = Object.keys(description.paths).filter(path => !/\{(?!umbrella)/.test(path))
      expect(paths.length).toBeGreaterThan(0)
      for (const path of paths) {
        const answer = await page.request.get(`/api/v1${path.replace('{umbrella}', coalition)}`)
        expect(answer.status(), path).toBe(200)
        expect(answer.headers()['access-control-allow-origin'], path).toBe('*')
      }
    })
  })
})

describe('an address that leads nowhere', () => {
  it.each(languages)('is explained calmly, in %s', async locale => {
    for (const path of [
      '/nothing-here',
      `/${coalition}/nothing-here`,
      `/${coalition}/directory/${newId()}`,
    ]) {
      await inLanguage(reader, locale, path, 404)
      expect(await heading(reader)).toBe(words(locale)('front.error.notFound.title'))
    }
    await reader.getByRole('link', { name: words(locale)('front.error.home') }).click()
    expect(pathOf(reader)).toBe(`/${locale}/${coalition}`)
  })

  it('is explained in the language of the browser when it names none', async () => {
    await visiting({ locale: 'pl-PL' }, async ({ page }) => {
      await read(page, '/nothing-here', 404)
      expect(await heading(page)).toBe(words('pl')('front.error.notFound.title'))
      expect(await page.locator('html').getAttribute('lang')).toBe('pl')
    })
  })
})

describe('the choice of language', () => {
  it('keeps the page, its filters and its place', async () => {
    await visiting({ javaScriptEnabled: false }, async ({ page }) => {
      await go(page, `/uk/${coalition}/directory?region=UA-51&form=collective`)
      const count = await page.locator('.directory-entry').count()
      await page.getByRole('link', { name: 'Polski' }).first().click()
      expect(pathOf(page)).toBe(`/pl/${coalition}/directory?region=UA-51&form=collective`)
      expect(await page.locator('.directory-entry').count()).toBe(count)
      expect(await page.locator('html').getAttribute('lang')).toBe('pl')
    })
  })
})
