import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createI18n, type Locale } from '#platform/i18n/index.ts'
import { expectAccessible, stage, type Visit } from './browser.ts'
import { expectNoOverflow, go, languages, pathOf, read, sound } from './journey.ts'

const show = stage()
const coalition = 'international-union'
const words = (locale: Locale) => createI18n(locale, 'Europe/Kyiv').t
const en = words('en')
const main = ['', `/${coalition}`, `/${coalition}/directory`, `/${coalition}/directory/map`, '/sign-in']
/** Between them they show every colour that the public pages have. */
const colourful = [`/${coalition}`, `/${coalition}/directory?region=UA-51`, '/sign-in']

async function visiting(options: BrowserContextOptions, story: (visit: Visit) => Promise<void>) {
  const visit = await show.visit(options)
  await story(visit)
  await visit.context.close()
}

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
