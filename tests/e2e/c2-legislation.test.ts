import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale, MessageKey } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { choose, desk, phone, reader, readInAll, scan, type } from './coalition-steps.ts'
import { accountOf } from './desk.ts'
import { pathOf, read, sound, textOf } from './journey.ts'

const show = stage()
const day = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()

type Step = {
  locale: Locale
  kind:
    | 'placed'
    | 'discussed'
    | 'amended'
    | 'recommended'
    | 'bill'
    | 'law'
    | 'approved'
    | 'submitted'
    | 'answered'
  fields: Record<string, string>
  document?: string
  before?: (page: Page) => Promise<void>
}

/** Records what happened to the proposal whose page is open, by its button. */
async function record(page: Page, { locale, kind, fields, document, before }: Step) {
  const own = reader(page, locale)
  await own.follow(`councils.legislation.record.${kind}`)
  await type(page, fields)
  await before?.(page)
  if (document) await page.locator('input[name=document]').setInputFiles(scan(document))
  await own.press('councils.legislation.write')
  await own.done('councils.legislation.said.recorded')
}

const numberIn = (page: Page) => /\/legislation\/(\d+)/.exec(page.url())?.[1] ?? ''

describe('a proposal of an expert council', () => {
  const coalition = 'ombudsman-ua'
  const title = 'Language classes at every school (demo)'
  let number = ''
  const at = (locale: Locale) => `/${locale}/${coalition}/legislation/${number}`

  it('is prepared by its expert, who was seated as chair', async () => {
    const secretariat = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(secretariat.page, 'uk')
    await read(secretariat.page, `/uk/${coalition}/councils/expert-council-minorities/holders/new`)
    const account = await accountOf(show.program, `${coalition}.representative@parasol.example`)
    await choose(secretariat.page, { account, duty: 'chair' })
    await type(secretariat.page, { name: 'Ірена (демо)', start: '2025' })
    await uk.press('councils.holder.confirmSeat')
    await uk.done('councils.said.seated')
    await secretariat.context.close()

    const { page, context } = await show.visit({ ...phone, as: `${coalition}.representative` })
    const en = reader(page, 'en')
    await read(page, `/en/${coalition}/legislation`)
    await en.follow('councils.legislation.new')
    await en.press('councils.legislation.put')
    await sound(page)
    await page.locator('input[name=route][value=commissioner]').check()
    await page.locator('select[name=councilId]').selectOption({ index: 1 })
    await type(page, {
      title,
      summary: 'Schools refuse classes in the languages of minorities.',
      preparedOn: day(-60),
      'standard-0-title': 'Framework Convention for the Protection of National Minorities',
      'standard-0-article': 'Article 14',
    })
    await choose(page, { lang: 'en', 'standard-0-kind': 'treaty' })
    await en.press('councils.legislation.put')
    await en.done('councils.legislation.said.put')
    number = numberIn(page)
    await context.close()
  })

  it('is placed on the agenda of the advisory council by the secretariat, in Ukrainian', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(page, 'uk')
    await read(page, `/uk/${coalition}/councils/advisory-council/sessions/1`)
    await uk.follow('councils.item.add')
    await type(page, {
      'title:uk': 'Мовні класи',
      'title:en': 'Language classes',
      'title:pl': 'Klasy językowe',
    })
    await uk.press('councils.item.add')
    await uk.done('councils.said.itemAdded')
    await read(page, at('uk'))
    await record(page, {
      ...{ locale: 'uk', kind: 'placed', fields: { onDay: day(-20) } },
      before: async form => {
        const option = form.locator('select[name=itemId] option', { hasText: 'Мовні класи' })
        await choose(form, { itemId: (await option.getAttribute('value')) ?? '' })
      },
    })
    await uk.says('councils.legislation.step.placed')
    await context.close()
  })

  it('is discussed and amended, as its expert writes down', async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.representative` })
    const en = reader(page, 'en')
    await read(page, at('en'))
    await record(page, { locale: 'en', kind: 'discussed', fields: { onDay: day(-20) } })
    await en.follow('councils.legislation.record.amended')
    await type(page, { onDay: day(-19) })
    await en.press('councils.legislation.write')
    await en.complains('platform.form.missing')
    await type(page, { text: 'Seven applications are enough.' })
    await en.press('councils.legislation.write')
    await en.done('councils.legislation.said.recorded')
    await context.close()
  })

  it('is recommended by the Commissioner, registered as a bill and adopted, told in Polish', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.secondCoordinator` })
    const pl = reader(page, 'pl')
    await read(page, at('pl'))
    await pl.follow('councils.legislation.record.recommended')
    await type(page, { onDay: day(-15) })
    await pl.press('councils.legislation.write')
    await pl.complains('councils.legislation.refusal.noDocument')
    await page.locator('input[name=document]').setInputFiles(scan('recommendation.pdf'))
    await pl.press('councils.legislation.write')
    await pl.done('councils.legislation.said.recorded')
    const bill = { onDay: day(-8), reference: '1234 (demo)' }
    await record(page, { locale: 'pl', kind: 'bill', fields: bill, document: 'bill.pdf' })
    const law = { onDay: day(-1), reference: '99-IX (demo)' }
    await record(page, { locale: 'pl', kind: 'law', fields: law, document: 'law.pdf' })
    await pl.says('councils.legislation.stage.law')
    expect(await page.locator(`main a[href*="/steps/new"]`).count()).toBe(0)
    await context.close()
  })

  it('is read by everybody with every link of its chain and the clock of each stage', async () => {
    const { page, context } = await show.visit(desk)
    const steps = ['prepared', 'placed', 'discussed', 'amended', 'recommended', 'bill', 'law'] as const
    const told = steps.map((step): MessageKey => `councils.legislation.step.${step}`)
    await readInAll(page, at, 'councils.legislation.clock', ...told)
    const text = await textOf(page.locator('main'))
    for (const part of ['Article 14', 'Seven applications are enough.', '1234 (demo)', '99-IX (demo)'])
      expect(text).toContain(part)
    await context.close()
  })
})

describe('the coalition’s own draft act', () => {
  const coalition = 'international-union'
  const letter = 'Недискримінація й толерантність'
  let number = ''
  const at = (locale: Locale) => `/${locale}/${coalition}/legislation/${number}`

  it('is approved by a public council and submitted by letter', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(page, 'uk')
    await read(page, `/uk/${coalition}/legislation/new`)
    await page.locator('input[name=route][value=coalition]').check()
    const act = page.locator('select[name=draftActId] option', { hasText: 'міжвідомчу комісію' })
    await choose(page, { draftActId: (await act.getAttribute('value')) ?? '' })
    await type(page, {
      title: 'Міжвідомча комісія в Національній стратегії (демо)',
      summary: 'Органи влади домовлятимуться про дії в одному місці.',
      preparedOn: '2014-03-01',
    })
    await uk.press('councils.legislation.put')
    await uk.done('councils.legislation.said.put')
    number = numberIn(page)
    await record(page, {
      ...{ locale: 'uk', kind: 'approved', fields: { onDay: '2014-09-01' }, document: 'approval.pdf' },
    })
    await record(page, {
      ...{ locale: 'uk', kind: 'submitted', fields: { onDay: '2014-12-18' } },
      before: async form => {
        const option = form.locator('select[name=communicationId] option', { hasText: letter }).first()
        await choose(form, { communicationId: (await option.getAttribute('value')) ?? '' })
      },
    })
    await context.close()
  })

  it('was answered: home says in Polish that the next stage is to be written down, and it is', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.secondCoordinator` })
    const pl = reader(page, 'pl')
    await read(page, `/pl/${coalition}/home`)
    await pl.says('councils.home.answered')
    await page.locator(`main a[href$="/legislation/${number}/steps/new?kind=answered"]`).click()
    await sound(page)
    await type(page, { onDay: '2015-01-16' })
    await pl.press('councils.legislation.write')
    await pl.done('councils.legislation.said.recorded')
    await context.close()
  })

  it('is adopted in other words, which are entered beside the draft', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(page, 'uk')
    await read(page, at('uk'))
    const law = { onDay: day(0), reference: '77 (демо)' }
    await record(page, { locale: 'uk', kind: 'law', fields: law, document: 'law.pdf' })
    await uk.follow('councils.legislation.enterAdopted')
    await type(page, { title: 'Постанова про комісію (демо)', on: day(0) })
    await type(page, {
      'article-0-text': 'Утворити при Міністерстві культури робочу групу як консультативно-дорадчий орган.',
    })
    await page.locator('button[name=intent][value=done]').click()
    await uk.done('authorities.said.actIssued')
    await context.close()
  })

  it('is compared with the adopted act by a visitor, in each language', async () => {
    const { page, context } = await show.visit({ ...phone })
    await readInAll(page, at, 'authorities.act.comparison', 'councils.legislation.step.answered')
    expect(pathOf(page)).toContain(`/legislation/${number}`)
    expect(await page.locator('main del, main ins').count()).toBeGreaterThan(0)
    expect(await textOf(page.locator('main'))).toContain('Постанова про комісію (демо)')
    await context.close()
  })
})
