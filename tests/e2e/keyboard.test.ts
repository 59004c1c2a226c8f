import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { signInAs, stage } from './browser.ts'
import { reader } from './coalition-steps.ts'
import { go, sound } from './journey.ts'

const show = stage()
const wide = { viewport: { width: 1280, height: 900 } } as const

/** Moves on with Tab until an element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor({ state: 'attached' })
  const here = () => target.evaluate(element => element === document.activeElement)
  for (let pressed = 0; !(await here()); pressed++) {
    if (pressed > 250) throw new Error(`no way to ${target} by keyboard on ${page.url()}`)
    await page.keyboard.press('Tab')
  }
  const seen = await target.evaluate(element => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
  expect(seen, `the focus shows on ${target}`).toBe(true)
}

/** Goes to an element and presses Enter there. */
async function enter(page: Page, target: Locator) {
  await tabTo(page, target)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

describe('a keyboard alone', () => {
  it('is enough for a representative: from the home to an answer and a need', async () => {
    const { page, context } = await show.visit(wide)
    await signInAs(page, 'international-union.representative')
    const { t, done } = reader(page, 'en')
    await go(page, '/en/international-union/home')
    await enter(page, page.locator('#applications a').first())
    await enter(page, page.getByRole('button', { name: t('network.answer.noObjection') }).first())
    await done('network.said.applicationRead')
    await go(page, '/en/international-union/aid')
    await enter(page, page.locator('main a[href*="/aid/new"]').first())
    await tabTo(page, page.locator('input[name=kind]').first())
    await page.keyboard.press('Space')
    await tabTo(page, page.locator('[name=title]'))
    await page.keyboard.type('A hall for a rehearsal')
    await enter(page, page.getByRole('button', { name: t('network.aid.publish') }))
    await page.waitForURL(/said=network\.said\./)
    await sound(page)
    await context.close()
  })

  it('is enough for a coordinator: from the menu through a form with a mistake to a new post', async () => {
    const { page, context } = await show.visit({ ...wide, as: 'international-union.coordinator' })
    const { t, done } = reader(page, 'en')
    await go(page, '/en/international-union')
    await enter(page, page.locator('nav a[href$="/international-union/posts"]:visible').first())
    await enter(page, page.locator('main a[href$="/posts/new"]').first())
    const create = page.getByRole('button', { name: t('network.posts.createConfirm') })
    await enter(page, create)
    const first = page.locator('.error-summary a').first()
    await tabTo(page, first)
    await page.keyboard.press('Enter')
    await tabTo(page, page.locator('input[name=kind]').first())
    await page.keyboard.press('Space')
    await tabTo(page, page.locator('input[name="title:en"]'))
    await page.keyboard.type('The north')
    await tabTo(page, page.locator('input[name="regions[]"]').first())
    await page.keyboard.press('Space')
    await enter(page, create)
    await done('network.said.postCreated')
    await sound(page)
    await context.close()
  })
})
