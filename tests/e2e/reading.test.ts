import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { createI18n, type Locale } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { expectAccessible, stage, type Visit } from './browser.ts'
import { untilSealed } from './desk.ts'
import { expectNoOverflow, go, heading, languages, pathOf, read, sound, textOf } from './journey.ts'

const show = stage()
const coalition = 'international-union'
const words = (locale: Locale) => createI18n(locale, 'Europe/Kyiv').t
const en = words('en')
const main = ['', `/${coalition}`, `/${coalition}/directory`, `/${coalition}/directory/map`, '/sign-in']
/** Between them they show every colour that the public pages have. */
const colourful = [`/${coalition}`, `/${coalition}/directory?region=UA-51`, '/sign-in']
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

describe('other eyes and other hands', () => {
  it('read from right to left, with words twice as long, on a phone', async () => {
    await visiting({ viewport: { width: 360, height: 780 } }, async ({ page }) => {
      for (const path of main) {
        await read(page, `/ar-XB${path}`)
        expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      }
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl')
    })
  })

  it.each<[string, BrowserContextOptions]>([
    ['in the dark', { colorScheme: 'dark' }],
    ['with more contrast', { contrast: 'more' }],
    ['with more contrast in the dark', { contrast: 'more', colorScheme: 'dark' }],
    ['in colours of their own', { forcedColors: 'active' }],
  ])('read %s', async (_how, options) => {
    await visiting(options, async ({ page }) => {
      for (const path of colourful) {
        await go(page, `/uk${path}`)
        await expectAccessible(page, ['color-contrast', 'link-in-text-block'])
      }
    })
  })

  it('are spared motion', async () => {
    await visiting({ reducedMotion: 'reduce' }, async ({ page }) => {
      await go(page, `/uk/${coalition}`)
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter(element => {
            const { transitionDuration, animationDuration } = getComputedStyle(element)
            return [transitionDuration, animationDuration].some(text => Number.parseFloat(text) > 0.001)
          }).length,
      )
      expect(moving).toBe(0)
    })
  })

  it('enlarge four times without scrolling sideways', async () => {
    await visiting({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async ({ page }) => {
      for (const path of main) {
        await go(page, `/pl${path}`)
        await expectNoOverflow(page)
      }
    })
  })

  it('print a list without menus and buttons', async () => {
    await visiting({}, async ({ page }) => {
      await go(page, `/uk/${coalition}/directory`)
      await page.emulateMedia({ media: 'print' })
      for (const hidden of ['.masthead-wide', '.filter-search', 'footer .colophon', '.skip-link']) {
        expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
      }
      expect(await page.locator('.directory-entry').first().isVisible()).toBe(true)
      const paper = await page.pdf({ format: 'A4' })
      expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    })
  })
})

describe('the menu', () => {
  it.each(languages)('stands in one row at 1280 px (%s)', async locale => {
    await visiting({ viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      await go(page, `/${locale}/${coalition}/decisions`)
      const rows = (menu: string) =>
        page
          .locator(menu)
          .getByRole('link')
          .evaluateAll(links => new Set(links.map(link => link.getBoundingClientRect().top)).size)
      expect(await rows('.masthead-menus nav:first-child')).toBe(1)
      expect(await rows('.section-nav')).toBe(1)
    })
  })
})

describe('a keyboard alone', () => {
  it('skips to the content, and sees where it is', async () => {
    await visiting({}, async ({ page }) => {
      await go(page, `/en/${coalition}`)
      await page.keyboard.press('Tab')
      const skip = page.getByRole('link', { name: en('ui.nav.skip') })
      expect(await skip.evaluate(link => link === document.activeElement)).toBe(true)
      expect(await skip.isVisible()).toBe(true)
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
        return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
      })
      expect(outline).toBeGreaterThanOrEqual(2)
    })
  })

  it.each([true, false])(
    'opens the menu of a phone and leaves it (with JavaScript: %s)',
    async javaScriptEnabled => {
      await visiting({ viewport: { width: 360, height: 780 }, javaScriptEnabled }, async ({ page }) => {
        await go(page, `/en/${coalition}`)
        const menu = page.locator('.masthead-narrow summary')
        const panel = page.locator('.masthead-panel')
        await menu.focus()
        await page.keyboard.press('Enter')
        expect(await panel.isVisible()).toBe(true)
        await sound(page)
        await menu.focus()
        await page.keyboard.press(javaScriptEnabled ? 'Escape' : 'Enter')
        expect(await panel.isVisible()).toBe(false)
        await page.keyboard.press('Enter')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/directory$/)
      })
    },
  )

  it('searches and filters, and nothing happens before the button is pressed', async () => {
    await visiting({}, async ({ page }) => {
      await go(page, `/en/${coalition}/directory`)
      await page.getByRole('searchbox').focus()
      await page.keyboard.type('Greek')
      await page.keyboard.press('Enter')
      await page.waitForURL(/q=Greek/)
      await page.locator('.filter-more summary').focus()
      await page.keyboard.press('Enter')
      await page.getByLabel(en('network.directory.facet.form')).focus()
      // The first press unfolds the choice, the second goes to its next line.
      for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
      expect(pathOf(page)).not.toContain('form=collective')
      await page.getByRole('button', { name: en('ui.filters.apply') }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/form=collective/)
      await page.locator('.chips a').first().focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(url => !url.search.includes('form='))
    })
  })
})
