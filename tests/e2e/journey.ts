import type { Locator, Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './browser.ts'

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
  await expectSound(page)
  return answer
}

/** What every page of a story must hold, where it is now. */
export async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoOverflow(page)
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
