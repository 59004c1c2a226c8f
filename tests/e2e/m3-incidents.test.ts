import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, tick, type } from './coalition-steps.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'
import { openSealed } from './vault-steps.ts'

const show = stage()
const coalition = 'international-union'
const main = (page: Page) => textOf(page.locator('main'))
const told = 'Двоє чоловіків перекинули ятку жінки на ринку й вигукували образи.'
let code = ''

const at = (locale: Locale, path = '') => `/${locale}/${coalition}/incidents/${code}${path}`

/** Opens the folded choices in which a field stands, unless they are open. */
async function unfold(page: Page, name: string): Promise<void> {
  const folded = page.locator('details:not([open])', { has: page.locator(`[name^=${name}]`) })
  while ((await folded.count()) > 0) await folded.first().locator('summary').click()
}

async function chooseCodes(page: Page, types: readonly string[]): Promise<void> {
  await page.locator('[name=layer][value=C]').check()
  await unfold(page, 'types')
  await tick(page, 'types', types)
  await tick(page, 'biases', ['ROMA'])
  await unfold(page, 'bias_indicators')
  await tick(page, 'bias_indicators', ['WORDS'])
  await unfold(page, 'severity')
  await page.locator('[name=severity][value="3"]').check()
}

describe('an incident', () => {
  it('is recorded from the media by one monitor, on a phone without a script', async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.monitor` })
    const uk = reader(page, 'uk')
    await read(page, `/uk/${coalition}/incidents`)
    await uk.follow('monitoring.incident.new.media')
    await sound(page)
    await uk.press('monitoring.incident.new.record')
    await uk.complains('platform.form.missing', 'platform.form.missing', 'platform.form.missing')
    await type(page, {
      address: 'https://news.example/2026/10/market',
      text: told,
      summary: 'Напад на ринку',
      day: '2026-10-17',
      place: 'Одеса, ринок',
    })
    await page.locator('select[name=region]').selectOption('UA-51')
    await uk.press('monitoring.incident.new.record')
    await uk.done('monitoring.said.incidentRecorded')
    code = /incidents\/([0-9a-z]{10})/.exec(pathOf(page))![1]!
    expect(await main(page)).not.toContain('ятку')
    await uk.follow('monitoring.coding.begin')
    await sound(page)
    await openSealed(page, 'uk', 'Кодування')
    expect(await main(page)).toContain(told)
    await uk.press('monitoring.coding.finish')
    await uk.complains('platform.form.missing', 'platform.form.missing', 'platform.form.missing')
    await chooseCodes(page, ['ASS'])
    await uk.press('monitoring.coding.keep')
    await uk.done('monitoring.said.codingKept')
    await uk.press('monitoring.coding.finish')
    await uk.done('monitoring.said.codingFinished')
    await context.close()
  })

  it('is coded blind by a second one, compared, settled and verified by the standard', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.secondMonitor` })
    const pl = reader(page, 'pl')
    await read(page, `/pl/${coalition}/incidents?waiting=second`)
    await page.getByRole('link', { name: code }).click()
    await pl.follow('monitoring.coding.begin')
    await openSealed(page, 'pl', 'Kodowanie')
    expect(await main(page)).toContain(told)
    await chooseCodes(page, ['ASS', 'THR'])
    await pl.press('monitoring.coding.finish')
    await pl.done('monitoring.said.codingFinished')
    await pl.follow('monitoring.coding.settle')
    await sound(page)
    await pl.press('monitoring.coding.take')
    await pl.complains('monitoring.coding.settleMissing')
    await page.locator('[name=types][value=second]').check()
    await pl.press('monitoring.coding.take')
    await pl.done('monitoring.said.codesTaken')

    await page.locator('[name=level][value=V3]').check()
    await pl.press('monitoring.incident.verification.give')
    await pl.refuses('monitoring.incident.requirement.independentSources')
    await page.locator('[name=level][value=V1]').check()
    await pl.press('monitoring.incident.verification.give')
    await pl.done('monitoring.said.incidentVerified')
    await page.getByRole('link', { name: pl.t('monitoring.incident.source.numbered', { number: 1 }) }).click()
    await sound(page)
    for (const [grade, given] of [
      ['reliability', 'B'],
      ['credibility', '2'],
    ] as const) {
      await page.locator(`a[href$="/${grade}"]`).click()
      await sound(page)
      await page.locator(`[name=grade][value="${given}"]`).check()
      await pl.press('monitoring.incident.grade.give')
      await pl.done('monitoring.said.sourceGraded')
    }
    await go(page, at('pl'))
    await openSealed(page, 'pl', 'Sprawdzenie dnia')
    expect(await main(page)).toContain('Одеса, ринок')
    await context.close()
  })

  it('gets what authorities did, and is compared with others before it is counted twice', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.monitor` })
    const en = reader(page, 'en')
    await go(page, at('en'))
    await page.locator('summary', { hasText: en.t('monitoring.incident.response.add') }).click()
    await type(page, { month: '2026-11' })
    await page.locator('select[name=response]').selectOption('REFUSED')
    await en.press('monitoring.incident.response.record')
    await en.done('monitoring.said.responseRecorded')
    await en.says('monitoring.incident.opening.list', { count: 3 })
    await read(page, at('en', '/duplicates'))
    await read(page, at('en', '/facts'))
    await read(page, at('en', '/comparison'))
    await read(page, `/en/${coalition}/coding-agreement`)
    await read(page, `/en/${coalition}/vocabularies`)
    await read(page, `/en/${coalition}/vocabularies/types`)
    await context.close()
  })
})
