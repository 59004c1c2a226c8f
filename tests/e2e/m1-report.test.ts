import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answerReport } from '#modules/monitoring/actions/answer-report.ts'
import { readReport } from '#modules/monitoring/queries/reports.ts'
import { demoUmbrellaId } from '#modules/people/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { openRecord } from '#platform/vault/index.ts'
import { freeReports } from '../reports.ts'
import { openVaultDesk } from '../vault-desk.ts'
import { stage } from './browser.ts'
import { choose, phone, reader, tick, type } from './coalition-steps.ts'
import { go, heading, pathOf, read, sound, textOf } from './journey.ts'

const show = stage()
const slug = 'ombudsman-ua'
const told = 'На ринку нас не захотіли обслужити.'

/** Goes on to the next question, which must be sound, and whose address must say nothing. */
async function goOn(page: Page, locale: Locale) {
  await reader(page, locale).press('monitoring.report.next')
  await page.waitForLoadState()
  expect(pathOf(page)).toBe(`/${locale}/${slug}/report/new`)
  await sound(page)
}

async function tellWhatHappened(page: Page) {
  const uk = reader(page, 'uk')
  await page.locator('[name=whose][value=self]').check()
  await goOn(page, 'uk')
  await page.locator('[name=naming][value=named]').check()
  await uk.press('monitoring.report.next')
  await uk.complains('monitoring.report.name.missing')
  await page.locator('[name=naming][value=anonymous]').check()
  await goOn(page, 'uk')
  await uk.press('monitoring.report.next')
  await uk.complains('monitoring.report.what.missing')
  await type(page, { what: told })
  await goOn(page, 'uk')
}

async function tellWhenAndWhere(page: Page) {
  const uk = reader(page, 'uk')
  await page.locator('[name=precision][value=range]').check()
  await goOn(page, 'uk')
  await type(page, { from: '2026-03-09', until: '2026-03-01' })
  await uk.press('monitoring.report.next')
  await uk.complains('monitoring.report.day.backwards')
  expect(await page.locator('[name=from]').inputValue()).toBe('2026-03-09')
  await uk.press('monitoring.report.back')
  await sound(page)
  await page.locator('[name=precision][value=half_year]').check()
  await goOn(page, 'uk')
  await choose(page, { half: '1', year: '2026' })
  await goOn(page, 'uk')
  await choose(page, { region: 'UA-48' })
  await type(page, { town: 'Вознесенськ', place: 'Ринок, третій ряд' })
  await goOn(page, 'uk')
}

async function tellTheRest(page: Page) {
  const uk = reader(page, 'uk')
  await type(page, { whom: 'Двоє сестер' })
  await goOn(page, 'uk')
  await tick(page, 'signs', ['WORDS', 'PATTERN'])
  await goOn(page, 'uk')
  await page.locator('[name=reported][value=no]').check()
  await goOn(page, 'uk')
  const photo = { name: 'ринок.txt', mimeType: 'text/plain', buffer: Buffer.from('a note') }
  await page.locator('[name=file]').setInputFiles(photo)
  await uk.press('monitoring.report.files.add')
  await uk.says('monitoring.report.files.remove')
  await sound(page)
  await goOn(page, 'uk')
  await tick(page, 'wishes', ['record', 'call'])
  await uk.press('monitoring.report.next')
  await uk.complains('monitoring.report.wish.either', 'monitoring.report.wish.contactMissing')
  await page.locator('[value=record]').uncheck()
  await type(page, { contact: '067 000 00 00' })
  await goOn(page, 'uk')
  expect(await page.locator('[name="uses[]"]:checked').count()).toBe(0)
  await tick(page, 'uses', ['statistics'])
  await goOn(page, 'uk')
}

async function openMailbox(page: Page, locale: Locale, receipt: string) {
  const person = reader(page, locale)
  await read(page, `/${locale}/${slug}/report/mailbox`)
  await type(page, { receipt: receipt.toLowerCase().replaceAll('-', ' ') })
  await person.press('monitoring.report.mailbox.open')
  await sound(page)
}

describe('a report without a name, a script or a cookie', () => {
  it('is refused honestly while nobody could read it', async () => {
    const { page, context } = await show.visit(phone)
    for (const locale of ['uk', 'pl', 'en'] as const) {
      await read(page, `/${locale}/${slug}/report`)
      await reader(page, locale).says('monitoring.report.notYet.title')
      expect(await page.locator('main a[href="tel:112"]').count()).toBe(1)
    }
    await go(page, `/uk/${slug}/report/new`)
    expect(pathOf(page)).toBe(`/uk/${slug}/report`)
    await context.close()
  })

  it('goes from the first question to a conversation', { timeout: 240_000 }, async () => {
    const { database } = show.program.platform
    const vault = await openVaultDesk({ database, umbrella: demoUmbrellaId(slug) })
    const monitor = await vault.colleague('monitor')
    const { page, context } = await show.visit(phone)
    const uk = reader(page, 'uk')

    await read(page, `/en/${slug}/report`)
    expect(await textOf(page.locator('main'))).toMatch(/112[\s\S]*Tell us/)
    await page.getByRole('link', { name: 'Українська' }).click()
    await sound(page)
    await tellWhatHappened(page)
    await tellWhenAndWhere(page)
    await tellTheRest(page)
    await uk.says('monitoring.report.review.lead')
    const review = await textOf(page.locator('main'))
    for (const answer of [told, 'Вознесенськ', 'ринок.txt', '067 000 00 00']) expect(review).toContain(answer)
    await uk.press('monitoring.report.submit')
    await sound(page)
    expect(await heading(page)).toBe(uk.t('monitoring.report.receipt.title'))
    const receipt = await textOf(page.locator('.receipt code'))
    expect(receipt).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect(await context.cookies()).toEqual([])
    const saving = page.waitForEvent('download')
    await uk.press('monitoring.report.receipt.save')
    expect((await saving).suggestedFilename()).toBe('code.txt')

    const asked = await vault.opened(monitor, async (tx, key) => {
      const [shadow] = await freeReports(tx)
      const opened = (await openRecord(tx, key, shadow!.recordId, 'a new report'))!
      const inside = await readReport(tx, opened)
      await answerReport(tx, opened, { report: shadow!.id, text: 'Дякуємо. Хто ще це бачив?' })
      return { shadow, ...inside }
    })
    expect(asked.shadow).toMatchObject({ region: 'UA-48', precision: 'half_year', consents: ['statistics'] })
    expect(asked.answers).toMatchObject({ what: told, wishes: ['call'], naming: 'anonymous' })
    expect(asked.files).toMatchObject([{ name: 'ринок.txt' }])

    const pl = reader(page, 'pl')
    await openMailbox(page, 'pl', receipt)
    expect(await textOf(page.locator('.messages'))).toContain('Хто ще це бачив?')
    await pl.press('monitoring.report.mailbox.send')
    await pl.complains('monitoring.report.mailbox.messageMissing')
    await type(page, { text: 'Сусідка.' })
    await pl.press('monitoring.report.mailbox.send')
    await pl.says('monitoring.report.said.sent')
    await sound(page)
    await page.locator('[name="uses[]"][value=statistics]').uncheck()
    await pl.press('monitoring.report.mailbox.saveConsents')
    await pl.says('monitoring.report.said.consents')
    const [after] = await vault.as(monitor.account, freeReports)
    expect(after).toMatchObject({ consents: [] })
    expect(after!.waitingSince).not.toBeNull()

    await openMailbox(page, 'en', '0000-0000-0000-0000-0000')
    await reader(page, 'en').refuses('platform.vault.receiptUnknown')
    expect(await context.cookies()).toEqual([])
    await context.close()
  })
})

describe('with JavaScript', () => {
  it('adds buttons to copy and to print, and asks nobody whether to stay', async () => {
    const { page, context } = await show.visit({ viewport: phone.viewport })
    await go(page, `/en/${slug}/report/new`)
    await sound(page)
    // Its question before leaving would hold up who has to leave quickly.
    expect(await page.locator('p-form').count()).toBe(0)
    const en = reader(page, 'en')
    await page.locator('[name=whose][value=saw]').check()
    await en.press('monitoring.report.next')
    await page.locator('[name=naming][value=anonymous]').check()
    await en.press('monitoring.report.next')
    await type(page, { what: 'They shouted at the children.' })
    for (let count = 0; count < 9; count++) await en.press('monitoring.report.next')
    await en.press('monitoring.report.submit')
    await page.locator('.receipt code').waitFor()
    await en.says('monitoring.report.receipt.once')
    expect(await page.locator('p-copy button').count()).toBe(1)
    expect(await textOf(page.locator('p-print button'))).toBe(en.t('monitoring.report.receipt.print'))
    await sound(page)
    await context.close()
  })
})
