import { expect, it } from 'vitest'
import { stage } from './browser.ts'
import { go } from './journey.ts'

const show = stage()
const home = 'international-union'

const parts = ['coordinator', 'representative', 'partner', 'monitor'] as const

it.each(parts)('each menu of the %s stays in one row on a wide screen, in three languages', async part => {
  const { page, context } = await show.visit({
    viewport: { width: 1280, height: 800 },
    as: `${home}.${part}`,
  })
  for (const locale of ['uk', 'pl', 'en']) {
    await go(page, `/${locale}/${home}`)
    const rows = await page
      .locator('.masthead-menus .menu-list')
      .evaluateAll(lists =>
        lists.map(list => new Set([...list.children].map(entry => (entry as HTMLElement).offsetTop)).size),
      )
    expect(rows.length, locale).toBeGreaterThan(0)
    expect(rows, locale).toEqual(rows.map(() => 1))
  }
  await context.close()
})
