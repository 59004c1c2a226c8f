import { describe, expect, it } from 'vitest'
import { stage } from './browser.ts'
import { desk, phone, reader } from './coalition-steps.ts'
import { go, read, sound, textOf } from './journey.ts'

const show = stage()
const slug = 'international-union'

describe('statistics', () => {
  it('are read by anybody on a phone, without JavaScript, with what they do not say', async () => {
    const { page, context } = await show.visit({ ...phone, javaScriptEnabled: false })
    const uk = reader(page, 'uk')
    await read(page, `/uk/${slug}/statistics`)
    await uk.says('monitoring.statistics.notPrevalence')
    await uk.says('monitoring.statistics.readingHidden')
    await page.locator('details.chart-table summary').first().click()
    expect(await page.locator('.chart-table table').first().isVisible()).toBe(true)
    await read(page, `/uk/${slug}/statistics/1`)
    await read(page, `/pl/${slug}/statistics/map?bias=ROMA`)
    expect(await textOf(page.locator('main'))).toContain('antycyganizm')
    await context.close()
  })

  it('are taken away as a picture', async () => {
    const { page, context } = await show.visit({ ...desk, javaScriptEnabled: true, acceptDownloads: true })
    await go(page, `/en/${slug}/statistics`)
    const saved = page.waitForEvent('download')
    await page.locator('p-picture button').first().click()
    expect((await saved).suggestedFilename()).toBe('statistics-2-time.png')
    await context.close()
  })

  it('are seen from inside by a monitor, who publishes nothing alone', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${slug}.monitor` })
    const en = reader(page, 'en')
    await read(page, `/en/${slug}/statistics/current`)
    await en.says('monitoring.statistics.alarm')
    await en.follow('monitoring.statistics.prepare')
    await sound(page)
    await en.says('monitoring.statistics.preview')
    await read(page, `/en/${slug}/statistics/comparisons`)
    await context.close()
  })
})
