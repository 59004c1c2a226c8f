import type { Locator, Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './browser.ts'
import { lookOncePerMakeUp } from './made-alike.ts'

/** Languages in which each story is told at least in part. */
export const languages = ['uk', 'pl', 'en'] as const

/** Goes to an address as a person does; the answer must be `status`. */
export async function go(page: Page, path: string, status = 200): Promise<Response> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(status)
  return answer!
}

/** Nothing is wider than the window: nobody has to scroll sideways to read (WCAG 1.4.10). */
export async function expectNoOverflow(page: Page): Promise<void> {
  // Just after a click the new document may have begun without its first element.
  await page.waitForLoadState()
  const beyond = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    // A keyboard cannot scroll a box that nothing in it can be focused in (WCAG 2.1.1).
    const stuck = [...document.querySelectorAll('.table-frame')].filter(
      frame => frame.scrollWidth > frame.clientWidth && !frame.querySelector('a, button, input, select'),
    )
    if (stuck.length > 0) return stuck.map(frame => `${frame.className} scrolls sideways`)
    if (document.documentElement.scrollWidth <= wide) return []
    return [...document.body.querySelectorAll('*')]
      .filter(element => element.getBoundingClientRect().right > wide + 1)
      .map(element => `${element.localName}.${element.className}`)
      .slice(-4)
  })
  expect(beyond, `wider than the window: ${page.url()}`).toEqual([])
}

/** Goes to an address and checks what every page of a story must hold: the status, axe, the width. */
export async function read(page: Page, path: string, status = 200): Promise<Response> {
  const answer = await go(page, path, status)
  await sound(page)
  return answer
}

/**
 * The page is fit for everybody, where it is now: nothing is wider than the window, axe finds nothing. In one run axe looks
 * once at pages that are made of the same, because it takes longer than everything else together.
 */
export async function sound(page: Page): Promise<void> {
  await expectNoOverflow(page)
  await lookOncePerMakeUp(page, () => expectAccessible(page))
}

/** The text of an element, as one line. */
export const textOf = async (element: Locator) =>
  ((await element.textContent()) ?? '').replace(/\s+/g, ' ').trim()

/** The heading of the page. */
export const heading = (page: Page) => textOf(page.locator('h1'))

/** The path of the page without the origin. */
export function pathOf(page: Page): string {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}
