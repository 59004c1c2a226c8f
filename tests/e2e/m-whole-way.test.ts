import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { jpeg } from '../file-samples.ts'
import { stage } from './browser.ts'
import { choose, desk, phone, reader, tick, type } from './coalition-steps.ts'
import { go, heading, pathOf, read, sound, textOf } from './journey.ts'
import { openSealed } from './vault-steps.ts'

const show = stage()
const coalition = 'international-union'
const told = 'Сусіди написали образу на дверях і погрожували сім’ї.'
const contact = '067 000 00 00'
const happened = Temporal.Now.plainDateISO('Europe/Kyiv').subtract({ days: 20 }).toString()
let receipt = ''
let others: string[] = []
let report = ''
let code = ''
let before = 0

const main = (page: Page) => textOf(page.locator('main'))

async function openMailbox(page: Page, locale: Locale): Promise<void> {
  await read(page, `/${locale}/${coalition}/report/mailbox`)
  await type(page, { receipt })
  await reader(page, locale).press('monitoring.report.mailbox.open')
  await sound(page)
}

/** Reports have no time and no order that would tell which is the new one. */
async function reportIds(): Promise<string[]> {
  const { rows } = await show.program.platform.database.owner.query('select id from monitoring.reports')
  return rows.map(({ id }) => id)
}

/** How many incidents of the last twelve months are assessed. */
async function assessed(page: Page, locale: Locale): Promise<number> {
  await read(page, `/${locale}/${coalition}/statistics/current`)
  const label = reader(page, locale).t('monitoring.statistics.assessed')
  const figure = page.locator('.figures > *', { hasText: label }).first()
  return Number(/\d+/.exec(await textOf(figure))![0])
}

async function chooseCodes(page: Page, types: readonly string[]): Promise<void> {
  await page.locator('[name=layer][value=C]').check()
  await tick(page, 'types', types)
  await tick(page, 'biases', ['ROMA'])
  await tick(page, 'bias_indicators', ['WORDS'])
}

describe('the whole way from a frightened person to a number', () => {
  it('begins on a phone without a script, and ends there with a receipt', { timeout: 180_000 }, async () => {
    const { page, context } = await show.visit(phone)
    const uk = reader(page, 'uk')
    const goOn = () => uk.press('monitoring.report.next')
    others = await reportIds()
    await go(page, `/uk/${coalition}/report/new`)
    await page.locator('[name=whose][value=self]').check()
    await goOn()
    await page.locator('[name=naming][value=named]').check()
    await type(page, { name: 'Р.' })
    await goOn()
    await type(page, { what: told })
    await goOn()
    await page.locator('[name=precision][value=exact]').check()
    await goOn()
    await type(page, { day: happened })
    await goOn()
    await choose(page, { region: 'UA-51' })
    await type(page, { town: 'Одеса', place: 'Під’їзд другий' })
    await goOn()
    await goOn()
    await tick(page, 'signs', ['WORDS'])
    await goOn()
    await goOn()
    const photo = { name: 'двері.jpg', mimeType: 'image/jpeg', buffer: jpeg }
    await page.locator('[name=file]').setInputFiles(photo)
    await goOn()
    await tick(page, 'wishes', ['authority', 'call'])
    await type(page, { contact })
    await goOn()
    await tick(page, 'uses', ['statistics', 'authority'])
    await goOn()
    await uk.press('monitoring.report.submit')
    expect(await heading(page)).toBe(uk.t('monitoring.report.receipt.title'))
    receipt = await textOf(page.locator('.receipt code'))
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  it('is opened with a reason and answered by a monitor, who sees the picture when they want to', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.monitor` })
    const uk = reader(page, 'uk')
    before = await assessed(page, 'uk')
    await read(page, `/uk/${coalition}/reports`)
    expect(await main(page)).not.toContain('Сусіди')
    report = (await reportIds()).find(id => !others.includes(id))!
    await page.locator(`th a[href$="/reports/${report}"]`).click()
    await sound(page)
    expect(await main(page)).not.toContain(contact)
    await uk.says('monitoring.intake.promise.askFirst')
    await openSealed(page, 'uk', 'Нове повідомлення')
    for (const words of [told, 'Під’їзд другий', contact, 'двері.jpg'])
      expect(await main(page)).toContain(words)
    await uk.says('monitoring.intake.promise.wishAuthority')
    await uk.press('monitoring.intake.answer.send')
    await uk.complains('monitoring.report.mailbox.messageMissing')
    await uk.press('monitoring.intake.file.look')
    await sound(page)
    const blur = () => page.locator('.veiled img').evaluate(image => getComputedStyle(image).filter)
    expect(await blur()).toContain('blur')
    await page.locator('#unveil').check()
    expect(await blur()).toBe('none')
    await go(page, `/uk/${coalition}/reports/${report}`)
    await openSealed(page, 'uk', 'Відповідь')
    await type(page, { text: 'Дякуємо. Чи можна надіслати це поліції?' })
    await uk.press('monitoring.intake.answer.send')
    await uk.done('monitoring.said.reportAnswered')
    await context.close()
  })

  it('is talked about in the mailbox, by the receipt alone', async () => {
    const { page, context } = await show.visit(phone)
    const pl = reader(page, 'pl')
    await openMailbox(page, 'pl')
    expect(await textOf(page.locator('.messages'))).toContain('Чи можна надіслати це поліції?')
    await type(page, { text: 'Ще ні, боюся.' })
    await pl.press('monitoring.report.mailbox.send')
    await pl.says('monitoring.report.said.sent')
    await page.locator('[name="uses[]"][value=authority]').uncheck()
    await pl.press('monitoring.report.mailbox.saveConsents')
    await pl.says('monitoring.report.said.consents')
    await context.close()
  })

  it('becomes an incident, coded by one monitor', { timeout: 120_000 }, async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.monitor` })
    const uk = reader(page, 'uk')
    await read(page, `/uk/${coalition}/reports`)
    await uk.press('monitoring.intake.list.makeIncident')
    expect(pathOf(page)).toContain('/reports')
    await page.locator(`input[name=report][value="${report}"]`).check()
    await uk.press('monitoring.intake.list.makeIncident')
    await sound(page)
    await openSealed(page, 'uk', 'Запис випадку')
    expect(await main(page)).toContain('Ще ні, боюся.')
    expect(await main(page)).not.toContain(contact)
    expect(await page.locator('[name=day]').inputValue()).toBe(happened)
    await uk.press('monitoring.incident.new.record')
    await uk.complains('platform.form.missing')
    await type(page, { summary: 'Образа на дверях і погрози родині' })
    await page.locator('#new-incident-link_0').selectOption('010100000000')
    await uk.press('monitoring.incident.new.record')
    await uk.done('monitoring.said.incidentRecorded')
    code = /incidents\/([0-9a-z]{10})/.exec(pathOf(page))![1]!
    await uk.says('monitoring.intake.consent.ofIncident', { count: 1 })
    expect(await textOf(page.locator('#consents .uses li').nth(2))).toContain(
      uk.t('monitoring.intake.consent.no'),
    )
    expect(await main(page)).not.toContain(told)
    await uk.follow('monitoring.coding.begin')
    await openSealed(page, 'uk', 'Кодування')
    expect(await main(page)).toContain(told)
    await chooseCodes(page, ['THR'])
    await uk.press('monitoring.coding.finish')
    await uk.done('monitoring.said.codingFinished')
    await context.close()
  })

  it('is coded blind by a second one, settled, graded and verified', { timeout: 120_000 }, async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.secondMonitor` })
    const pl = reader(page, 'pl')
    await go(page, `/pl/${coalition}/incidents/${code}`)
    await pl.follow('monitoring.coding.begin')
    await openSealed(page, 'pl', 'Kodowanie')
    expect(await main(page)).toContain(told)
    expect(await main(page)).not.toContain(contact)
    expect(await page.locator('[name="types[]"]:checked').count()).toBe(0)
    await chooseCodes(page, ['THR', 'DAM'])
    await pl.press('monitoring.coding.finish')
    await pl.done('monitoring.said.codingFinished')
    await pl.follow('monitoring.coding.settle')
    await page.locator('[name=types][value=second]').check()
    await pl.press('monitoring.coding.take')
    await pl.done('monitoring.said.codesTaken')
    await page.getByRole('link', { name: pl.t('monitoring.incident.source.numbered', { number: 1 }) }).click()
    for (const [grade, given] of Object.entries({ reliability: 'B', credibility: '2' })) {
      await page.locator(`a[href$="/${grade}"]`).click()
      await page.locator(`[name=grade][value="${given}"]`).check()
      await pl.press('monitoring.incident.grade.give')
      await pl.done('monitoring.said.sourceGraded')
    }
    await go(page, `/pl/${coalition}/incidents/${code}`)
    await page.locator('[name=level][value=V2]').check()
    await pl.press('monitoring.incident.verification.give')
    await pl.done('monitoring.said.incidentVerified')
    await context.close()
  })

  it('is a number among the numbers of today, and nothing else', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.monitor` })
    expect(await assessed(page, 'en')).toBe(before + 1)
    expect(await main(page)).not.toContain(code)
    await context.close()
  })
})

describe('a report by telephone', () => {
  it('is written down in one form, and its receipt read out', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.monitor` })
    const en = reader(page, 'en')
    await read(page, `/en/${coalition}/reports`)
    await en.follow('monitoring.intake.call.menu')
    await sound(page)
    await en.press('monitoring.intake.call.keep')
    await en.complains(
      'monitoring.report.whose.missing',
      'monitoring.report.name.choose',
      'monitoring.report.what.missing',
    )
    await page.locator('[name=whose][value=saw]').check()
    await page.locator('[name=naming][value=anonymous]').check()
    await type(page, { what: 'They shouted at the children.' })
    await page.locator('[name=precision][value=month]').check()
    await choose(page, { month: '03', year: '2026' })
    await en.press('monitoring.intake.call.keep')
    await sound(page)
    receipt = await textOf(page.locator('.receipt code'))
    await context.close()

    const caller = await show.visit(phone)
    await openMailbox(caller.page, 'en')
    await reader(caller.page, 'en').says('monitoring.report.mailbox.noMessages')
    await caller.context.close()
  })
})
