import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale, MessageKey } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { desk, idOf, phone, reader, type } from './coalition-steps.ts'
import { read, sound, textOf } from './journey.ts'
import { openSealed, unlock, unlocking } from './vault-steps.ts'

const show = stage()
const coalition = 'international-union'
const main = (page: Page) => textOf(page.locator('main'))
let pack = ''

const at = (locale: Locale, path = `/packs/${pack}`) => `/${locale}/${coalition}${path}`

describe('a pack', () => {
  it('for ODIHR is written by one monitor, on a phone without a script', async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.monitor` })
    const uk = reader(page, 'uk')
    await read(page, at('uk', '/packs'))
    await uk.follow('monitoring.pack.beginOdihr')
    await sound(page)
    await unlocking(page, 'uk', async () => {
      const boxes = await page.locator('input[name="incidents[]"]').all()
      expect(boxes.length).toBeGreaterThan(1)
      for (const box of boxes.slice(1)) await box.uncheck()
      await page.locator('[name=reason]').fill('Щорічне подання')
      await uk.press('monitoring.pack.openAndDraft')
    })
    await uk.done('monitoring.said.packBegun')
    pack = idOf(page)
    await openSealed(page, 'uk', 'Пишу опис')
    await type(page, {
      description: 'Two men hit a woman. Call 067 123 45 67.',
      victims: 'A young woman',
    })
    await uk.press('monitoring.pack.keep')
    await uk.says('monitoring.said.packKept')
    await page.locator('input[name="redact[]"]').check()
    await uk.press('monitoring.pack.finding.takeOut')
    await uk.says('monitoring.said.packTakenOut')
    expect(await page.locator('[name=description]').inputValue()).toBe('Two men hit a woman. Call […].')
    await sound(page)
    await uk.press('monitoring.pack.ask')
    await uk.done('monitoring.said.packAsked')
    await context.close()
  })

  it('is read beside what was told and confirmed by another', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.secondMonitor` })
    const pl = reader(page, 'pl')
    await read(page, at('pl'))
    expect(await main(page)).not.toContain('Two men')
    await openSealed(page, 'pl', 'Potwierdzam')
    expect(await textOf(page.locator('main ins').first())).toContain('Two men hit a woman. Call […].')
    await pl.press('monitoring.pack.confirm')
    await pl.done('monitoring.said.packConfirmed')
    await context.close()
  })

  it('is downloaded, handed over, and then stays', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.monitor` })
    const en = reader(page, 'en')
    await read(page, at('en'))
    const name = page.locator('main button', { hasText: /^odihr-\d{4}-en\.pdf$/ })
    await name.click()
    await unlock(page, 'en')
    const [file] = await Promise.all([page.waitForEvent('download'), name.click()])
    expect(file.suggestedFilename()).toMatch(/^odihr-\d{4}-en\.pdf$/)
    await en.press('monitoring.pack.handOverDo')
    await en.complains('monitoring.pack.askedMissing')
    await page.locator('[name=asked]').check()
    await en.press('monitoring.pack.handOverDo')
    await en.done('monitoring.said.packHandedOver')
    await read(page, at('en', '/packs'))
    const sent: MessageKey = 'monitoring.pack.status.handedOver'
    await en.says(sent)
    for (const kind of ['complaint', 'commissioner']) await read(page, at('en', `/packs/new?kind=${kind}`))
    await read(page, at('en', '/monitor-welfare'))
    await context.close()
  })
})
