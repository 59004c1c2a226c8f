import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readReport } from '#modules/monitoring/queries/reports.ts'
import { demoUmbrellaId } from '#modules/people/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { openRecord } from '#platform/vault/index.ts'
import { freeReports } from '../reports.ts'
import { openVaultDesk, type Somebody } from '../vault-desk.ts'
import { stage } from './browser.ts'
import { choose, phone, reader, tick, type } from './coalition-steps.ts'
import { go, heading, languages, pathOf, sound, textOf } from './journey.ts'
import { recordingProxy } from './recording-proxy.ts'

const show = stage()
const proxy = await recordingProxy()
const slug = 'ombudsman-ua'
const canary = {
  what: 'КАНАРЕЙКА розповіді 4711',
  town: 'КАНАРЕЙКА міста',
  place: 'canary of the place',
  whom: 'canary of the people',
  contact: '+380-canary-4711',
  fileName: 'канарка-4711.txt',
  file: 'canary in a file 4711',
}
let vault: Awaited<ReturnType<typeof openVaultDesk>>
let monitor: Somebody

beforeAll(async () => {
  const { database } = show.program.platform
  vault = await openVaultDesk({ database, umbrella: demoUmbrellaId(slug) })
  monitor = await vault.colleague('monitor')
})

afterAll(proxy.close)

const way = (page: Page) => page.locator('p-report > [data-step]:visible')

const asked = (page: Page) => textOf(way(page).locator('h1'))

/** Opens the form and waits until it is the browser that seals. */
async function begin(page: Page, locale: Locale) {
  await go(page, `/${locale}/${slug}/report/new`)
  await way(page).waitFor()
}

async function tell(page: Page, locale: Locale) {
  const { press, complains } = reader(page, locale)
  const next = () => press('monitoring.report.next')
  await next()
  await complains('monitoring.report.whose.missing')
  await sound(page)
  await way(page).locator('[name=whose][value=self]').check()
  await next()
  await way(page).locator('[name=naming][value=anonymous]').check()
  await next()
  await type(page, { what: canary.what })
  await next()
  await way(page).locator('[name=precision][value=month]').check()
  await next()
  await way(page).locator('[name=month]').selectOption('03')
  await way(page).locator('[name=year]').selectOption('2026')
  await next()
  await choose(page, { region: 'UA-48' })
  await type(page, { town: canary.town, place: canary.place })
  await next()
  await type(page, { whom: canary.whom })
  await next()
  await tick(page, 'signs', ['WORDS'])
  await next()
  await next()
  const buffer = Buffer.from(canary.file)
  await way(page)
    .locator('[name=file]')
    .setInputFiles([{ name: canary.fileName, mimeType: 'text/plain', buffer }])
  await sound(page)
  await next()
  await tick(page, 'wishes', ['call'])
  await next()
  await complains('monitoring.report.wish.contactMissing')
  await type(page, { contact: canary.contact })
  await next()
  await tick(page, 'uses', ['statistics'])
  await next()
}

describe('a report that is sealed in the browser', () => {
  it('sends not a word of it, and monitors open it', { timeout: 120_000 }, async () => {
    const { page, context } = await show.visit({ viewport: phone.viewport, proxy: proxy.options })
    const { t, says, press } = reader(page, 'uk')
    await begin(page, 'uk')
    await says('monitoring.report.sealing.note')
    await sound(page)
    await tell(page, 'uk')
    await says('monitoring.report.review.lead')
    const { file: _, ...shown } = canary
    for (const answer of Object.values(shown)) expect(await textOf(way(page))).toContain(answer)
    await sound(page)
    expect(pathOf(page)).toBe(`/uk/${slug}/report/new`)
    await press('monitoring.report.submit')
    await page.locator('.receipt code').waitFor()
    expect(await heading(page)).toBe(t('monitoring.report.receipt.title'))
    await sound(page)
    const receipt = await textOf(page.locator('.receipt code'))
    expect(receipt).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)

    const whole = proxy.sent()
    expect(whole.includes(Buffer.from('/report/sealed/chunks'))).toBe(true)
    expect(whole.includes(Buffer.from('UA-48'))).toBe(true)
    const secrets = [...Object.values(canary), receipt, receipt.replaceAll('-', '')]
    const ways = (text: string) => [
      text,
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
      encodeURIComponent(text),
    ]
    expect(secrets.filter(secret => ways(secret).some(form => whole.includes(Buffer.from(form))))).toEqual([])

    const saving = page.waitForEvent('download')
    await press('monitoring.report.receipt.save')
    expect((await saving).suggestedFilename()).toBe('code.txt')
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    expect(await context.cookies()).toEqual([])

    const inside = await vault.opened(monitor, async (tx, key) => {
      const found = (await freeReports(tx)).find(({ region }) => region === 'UA-48')!
      const opened = (await openRecord(tx, key, found.recordId, 'a new report'))!
      return { found, ...(await readReport(tx, opened)) }
    })
    expect(inside.found).toMatchObject({ precision: 'month', consents: ['statistics'] })
    expect(inside.answers).toMatchObject({ what: canary.what, contact: canary.contact, wishes: ['call'] })
    expect(inside.answers.where).toMatchObject({ town: canary.town, place: canary.place })
    expect(inside.files).toMatchObject([{ name: canary.fileName, size: canary.file.length }])

    await go(page, `/pl/${slug}/report/mailbox`)
    await type(page, { receipt: receipt.toLowerCase() })
    await reader(page, 'pl').press('monitoring.report.mailbox.open')
    await reader(page, 'pl').says('monitoring.report.mailbox.noMessages')
    await context.close()
  })

  it('goes back a question with the browser, and takes its answers to another language', async () => {
    const { page, context } = await show.visit({ viewport: phone.viewport, proxy: proxy.options })
    await begin(page, 'en')
    await way(page).locator('[name=whose][value=saw]').check()
    await reader(page, 'en').press('monitoring.report.next')
    await way(page).locator('[name=naming][value=anonymous]').check()
    await reader(page, 'en').press('monitoring.report.next')
    await type(page, { what: canary.what })
    await page.goBack()
    expect(await asked(page)).toBe(reader(page, 'en').t('monitoring.report.name.title'))
    await page.goForward()
    expect(await page.locator('[name=what]').inputValue()).toBe(canary.what)
    await way(page).getByRole('button', { name: 'Polski' }).click()
    await page.locator('html[lang=pl]').waitFor()
    expect(pathOf(page)).toBe(`/pl/${slug}/report/new`)
    expect(await asked(page)).toBe(reader(page, 'pl').t('monitoring.report.what.title'))
    expect(await page.locator('[name=what]').inputValue()).toBe(canary.what)
    await sound(page)
    expect(proxy.sent().includes(Buffer.from(canary.what))).toBe(false)
    await context.close()
  })

  it('leaves nothing behind for who presses “back” after it', async () => {
    const { page, context } = await show.visit({ viewport: phone.viewport, proxy: proxy.options })
    await begin(page, 'en')
    await way(page).locator('[name=whose][value=saw]').check()
    await reader(page, 'en').press('monitoring.report.next')
    await go(page, `/en/${slug}`)
    await page.goBack()
    await way(page).waitFor()
    expect(await page.locator('[name=whose]:checked').count()).toBe(0)
    await context.close()
  })

  it('says when it cannot be sent, and goes the other way only when somebody asks for it', async () => {
    const { page, context } = await show.visit({ viewport: phone.viewport, expectedErrors: /409/ })
    const { press, says } = reader(page, 'en')
    await begin(page, 'en')
    await tell(page, 'en')
    await page.route('**/report/sealed/files', route =>
      route.fulfill({ status: 409, json: { says: 'Not today.', again: false } }),
    )
    await press('monitoring.report.submit')
    await page.locator('[data-failed]').waitFor()
    await says('monitoring.report.sealing.failed')
    expect(await textOf(way(page))).toContain('Not today.')
    await sound(page)
    await press('monitoring.report.sealing.plain')
    await page.locator('[name=kept]').waitFor({ state: 'attached' })
    await says('monitoring.report.review.title')
    for (const answer of [canary.what, canary.town, canary.contact])
      expect(await textOf(page.locator('main'))).toContain(answer)
    await press('monitoring.report.submit')
    await says('monitoring.report.receipt.once')
    await context.close()
  })

  it('leaves it to the server where the browser knows no X25519', async () => {
    const { page, context } = await show.visit({ viewport: phone.viewport, proxy: proxy.options })
    await page.addInitScript(() => {
      const value = () => Promise.reject(new DOMException('unknown', 'NotSupportedError'))
      Object.defineProperty(crypto.subtle, 'importKey', { value })
    })
    await go(page, `/en/${slug}/report/new`)
    await page.locator('[name=whose][value=saw]').check()
    await reader(page, 'en').press('monitoring.report.next')
    expect(await page.locator('[name=naming]').count()).toBe(2)
    expect(await page.locator('p-report').count()).toBe(0)
    await context.close()
  })

  it('is a matter of this page alone: no other loads its script', async () => {
    const { page, context } = await show.visit({ viewport: phone.viewport, proxy: proxy.options })
    const loaded: string[] = []
    page.on('request', request => request.resourceType() === 'script' && loaded.push(request.url()))
    for (const locale of languages) await go(page, `/${locale}/${slug}/report`)
    const everywhere = new Set(loaded)
    await begin(page, 'uk')
    const own = loaded.filter(url => !everywhere.has(url))
    expect(own).toHaveLength(1)
    const { headers } = await fetch(own[0]!, { headers: { 'accept-encoding': 'gzip' } })
    expect(Number(headers.get('content-length'))).toBeLessThan(45_000)
    await context.close()
  })
})
