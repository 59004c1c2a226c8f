import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page as Tab } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAssets } from '../assets.ts'
import { GalleryPage } from '../gallery.tsx'
import type { Assets } from '../page.tsx'
import { renderPage } from '../render.tsx'
import { samplePage } from './sample-page.ts'

const origin = 'http://localhost:4000'
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'"

let folder: string
let assets: Assets
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parasol-gallery-'))
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  assets = readAssets(folder)
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

type Scene = BrowserContextOptions & { lang?: 'uk' | 'pl' | 'en' | 'ar-XB'; refused?: boolean }

/** The gallery in a browser, from the built files; everything that the policy refuses fails the test. */
async function open({ lang = 'uk', refused = false, ...options }: Scene, look: (tab: Tab) => Promise<void>) {
  const html = await renderPage(samplePage(lang, { assets }), <GalleryPage refused={refused} />)
  const context = await browser.newContext(options)
  const tab = await context.newPage()
  const troubles: string[] = []
  tab.on('console', message => message.type() === 'error' && troubles.push(message.text()))
  tab.on('pageerror', error => troubles.push(error.message))
  await tab.route('**/*', route => {
    const { pathname } = new URL(route.request().url())
    if (/\.\w+$/.test(pathname)) return route.fulfill({ path: join(folder, pathname) })
    return route.fulfill({
      body: html,
      contentType: 'text/html',
      headers: { 'content-security-policy': policy },
    })
  })
  await tab.goto(`${origin}/${lang}/gallery`)
  await look(tab)
  await context.close()
  expect(troubles).toEqual([])
}

async function violations(tab: Tab): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: tab })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 120)).join(' | ')}`)
}

const wide = { width: 1280, height: 900 }
const phone = { width: 360, height: 740 }

describe('the gallery', () => {
  test.each<[string, Scene]>([
    ['in light', { viewport: wide, colorScheme: 'light' }],
    ['in dark', { viewport: wide, colorScheme: 'dark', lang: 'pl' }],
    ['with more contrast', { viewport: wide, contrast: 'more', lang: 'en' }],
    ['right to left', { viewport: wide, lang: 'ar-XB' }],
    ['right to left on a phone in the dark', { viewport: phone, colorScheme: 'dark', lang: 'ar-XB' }],
    ['refused, on a phone', { viewport: phone, refused: true }],
  ])('gives axe nothing to find %s', async (_, scene) => {
    await open(scene, async tab => expect(await violations(tab)).toEqual([]))
  })

  test.each(['uk', 'pl', 'en', 'ar-XB'] as const)(
    'never scrolls sideways at 320 and 360 px in %s',
    async lang => {
      for (const width of [320, 360]) {
        await open({ lang, refused: true, viewport: { width, height: 740 } }, async tab => {
          expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        })
      }
    },
  )

  test('opens a refused form on its summary, without JavaScript', async () => {
    await open({ refused: true, javaScriptEnabled: false }, async tab => {
      await expect.poll(() => tab.locator('#field-problems:focus').count()).toBe(1)
    })
  })
})

describe('the islands', () => {
  test('close a question on Escape and return to its button', async () => {
    await open({ viewport: wide }, async tab => {
      const summary = tab.locator('.confirm > summary')
      await summary.click()
      await tab.locator('.confirm-panel button[type=submit]').focus()
      await tab.keyboard.press('Escape')
      expect(await tab.locator('.confirm[open]').count()).toBe(0)
      expect(await summary.evaluate(element => element === document.activeElement)).toBe(true)
    })
  })

  test('warn before typed text is lost, and only then', async () => {
    await open({ viewport: wide }, async tab => {
      const asked: string[] = []
      tab.on('dialog', dialog => {
        asked.push(dialog.type())
        void dialog.accept()
      })
      await tab.goto(`${origin}/uk/elsewhere`)
      expect(asked).toEqual([])
      await tab.locator('textarea').pressSequentially('Рада')
      await tab.goto(`${origin}/uk/gallery`)
      expect(asked).toEqual(['beforeunload'])
    })
  })

  test('send a form once, however often its button is pressed', async () => {
    await open({ viewport: wide }, async tab => {
      let posted = 0
      await tab.route('**/*', route => {
        if (route.request().method() === 'POST') {
          posted += 1
          return
        }
        return route.fallback()
      })
      await tab.locator('p-form button.btn-primary').dblclick({ noWaitAfter: true })
      await expect.poll(() => posted).toBe(1)
    })
  })

  test('show results at once for the finger, and wait for the button for the keyboard', async () => {
    await open({ viewport: wide }, async tab => {
      const select = tab.locator('p-filters select').first()
      const addresses: string[] = []
      tab.on('framenavigated', frame => addresses.push(frame.url()))
      await select.focus()
      await tab.keyboard.press('ArrowDown')
      await tab.waitForTimeout(200)
      expect(addresses).toEqual([])
      await select.dispatchEvent('pointerdown')
      await select.dispatchEvent('change')
      await expect.poll(() => addresses.length).toBe(1)
    })
  })
})

describe('the first view', () => {
  const size = (path: string) => gzipSync(readFileSync(join(folder, path))).length

  test('has at most 8 kB of script and 25 kB of style and script together, compressed', () => {
    expect(size(assets.js)).toBeLessThanOrEqual(8_000)
    expect(size(assets.js) + size(assets.css)).toBeLessThanOrEqual(25_000)
  })

  test('has no data: address in its style, which the policy would refuse', () => {
    expect(readFileSync(join(folder, assets.css), 'utf8')).not.toContain('url(data:')
    expect(readFileSync(join(folder, assets.css), 'utf8')).not.toMatch(/https?:\/\/(?!tailwindcss)/)
  })
})
