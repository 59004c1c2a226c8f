import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { until } from '../until.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, scan, tick, type } from './coalition-steps.ts'
import { mails } from './desk.ts'
import { read, sound, textOf } from './journey.ts'

const show = stage()
const coalition = 'ombudsman-ua'
const commissioner = {
  uk: 'Уповноважений Верховної Ради України з прав людини',
  en: 'Ukrainian Parliament Commissioner for Human Rights',
}
const title = 'Відмова обслуговувати ромську родину в кав’ярні'
let number = ''

const at = (locale: Locale, path = '') => `/${locale}/${coalition}/communications/${number}${path}`

async function hand(page: Page, name: string): Promise<void> {
  await page.locator('input[name=document]').setInputFiles(scan(name))
}

describe('a violation', () => {
  it('is reported to the Commissioner by a representative, on a phone without a script', async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.representative` })
    const uk = reader(page, 'uk')
    await read(page, `/uk/${coalition}/communications/new?q=${encodeURIComponent(commissioner.uk)}`)
    await page.getByRole('link', { name: commissioner.uk, exact: true }).first().click()
    await page.locator('input[name=kind][value=violation]').check()
    await page.locator('input[name=through][value=own]').check()
    await type(page, { title })
    await uk.press('authorities.letter.goWrite')
    await type(page, {
      facts: 'Родині з трьома дітьми відмовили й попросили вийти.',
      'ground-0-title': 'Конституція України',
      'ground-0-article': 'стаття 24',
      'ground-0-url': 'https://zakon.rada.gov.ua/laws/show/5207-17',
      'proposal-0': 'Відкрити провадження та отримати пояснення власника.',
    })
    await page.locator('button[name=intent][value=review]').click()
    await uk.follow('authorities.letter.goSend')
    await type(page, { signatory: 'Представниця (демо)' })
    await page.locator('input[name=channel][value=platform]').check()
    await uk.press('authorities.letter.send')
    number = /\/communications\/(\d+)/.exec(page.url())?.[1] ?? ''
    expect(number).not.toBe('')
    await sound(page)
    await uk.says('authorities.step.told.sent', { body: commissioner.uk })
    expect(await page.locator('main').getByText(uk.t('authorities.step.registration.title')).count()).toBe(0)
    await context.close()
  })

  it('lies on the officer’s desk, who registers it, decides on the forms, tells of a measure and answers', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'officer' })
    const pl = reader(page, 'pl')
    await read(page, '/pl/desk')
    await page.locator('main').getByRole('link', { name: title }).click()
    await sound(page)
    await pl.follow('authorities.step.registration.title')
    await pl.press('authorities.step.registration.confirm')
    await pl.complains('platform.form.missing')
    await type(page, { reference: '77/3' })
    await pl.press('authorities.step.registration.confirm')
    await pl.done('authorities.step.said.registration')

    await pl.follow('authorities.step.form.title')
    await tick(page, 'forms', ['own_initiative', 'explanation_request'])
    await pl.press('authorities.step.form.confirm')
    await pl.complains('authorities.step.refusal.noDocument')
    await hand(page, 'decision.pdf')
    await pl.press('authorities.step.form.confirm')
    await pl.done('authorities.step.said.form')

    await page.locator('details.folded-choices summary').click()
    await pl.follow('authorities.step.measure.title')
    await type(page, { text: 'Właściciel złożył wyjaśnienia.' })
    await pl.press('authorities.step.measure.confirm')
    await pl.done('authorities.step.said.measure')

    await pl.follow('authorities.step.answer.title')
    await page.locator('input[name=resolution][value=granted]').check()
    await type(page, { text: 'Właściciel przeprosił i zmienił zasady.' })
    await hand(page, 'answer.pdf')
    await pl.press('authorities.step.answer.confirm')
    await pl.done('authorities.step.said.answer')
    await read(page, '/pl/desk?status=answered')
    expect(await textOf(page.locator('main'))).toContain(title)
    await context.close()
  })

  it('is closed by the representative, who was told by mail and at home', async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.representative` })
    const uk = reader(page, 'uk')
    const told = uk.t('authorities.step.told.answered', { body: commissioner.uk })
    await until(async () => (await mails(show.program, ({ subject }) => subject.includes(told))).length > 0)
    await read(page, '/uk/demonstration/mail')
    expect(await textOf(page.locator('main'))).toContain(told)
    await read(page, `/uk/${coalition}/home`)
    await page
      .locator('main')
      .getByRole('link', { name: uk.t('authorities.desk.home.answered', { title }) })
      .click()
    await sound(page)
    await uk.follow('authorities.step.closing.title')
    await page.locator('input[name=resolution][value=granted]').check()
    await type(page, { text: 'Родина задоволена, правила кав’ярні змінено.' })
    await uk.press('authorities.step.closing.confirm')
    await uk.done('authorities.step.said.closing')
    await context.close()
  })

  it('is read by a visitor with its whole history, without names of persons or documents of the parties', async () => {
    const { page, context } = await show.visit(desk)
    const en = reader(page, 'en')
    await read(page, at('en'))
    const body = commissioner.en
    for (const key of ['sent', 'registered', 'formChosen', 'measure', 'answered', 'closed'] as const)
      await en.says(`authorities.step.told.${key}`, { body })
    const text = await textOf(page.locator('main'))
    expect(text).not.toMatch(/Олена|Ірена|answer\.pdf/)
    expect(await page.locator('main a[href*="/documents/"]').count()).toBe(0)
    await context.close()
  })
})
