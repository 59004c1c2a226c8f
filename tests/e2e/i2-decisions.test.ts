import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { ask, stateOfDecision } from '../decisions.ts'
import { stage } from './browser.ts'
import { go, heading, read, textOf } from './journey.ts'
import { words } from './signing-in.ts'

const show = stage()
const slug = 'international-union'
let number: number
let decision: string
const at = (place = '', locale = 'en') => `/${locale}/${slug}/decisions/${number}${place}`

beforeAll(async () => {
  const { database } = show.program.platform
  decision = await ask(database, demoUmbrellaId(slug), {
    title: { uk: 'Літня школа рідної мови', pl: 'Letnia szkoła języka', en: 'Summer school of languages' },
    text: {
      need: {
        uk: 'Діти не мають де вчити рідну мову.',
        en: 'Children have nowhere to learn their language.',
      },
      goals: { uk: 'Школа на два тижні в липні.', en: 'A school of two weeks in July.' },
    },
  })
  number = (await stateOfDecision(database, decision)).number
})

const small = { width: 360, height: 780 }
const send = (page: Page) => page.locator('main form button[type=submit]').first().click()
const en = words('en')
const main = (page: Page) => textOf(page.locator('main'))

describe('deciding', () => {
  it('a representative votes without JavaScript, is told what is missing, and changes the vote', async () => {
    const { page } = await show.visit({
      as: `${slug}.representative`,
      javaScriptEnabled: false,
      viewport: small,
    })
    await read(page, `/en/${slug}/home`)
    expect(await main(page)).toContain('Summer school of languages')
    await read(page, at('/vote'))
    await page.locator('input[value=stand_aside]').check()
    await send(page)
    expect(await main(page)).toContain(en('initiatives.ballot.statementMissing'))
    await page.locator('textarea[name=statement]').fill('We have a school of our own.')
    await send(page)
    expect(await main(page)).toContain('We have a school of our own.')
    await read(page, at())
    await page.getByRole('link', { name: en('initiatives.ballot.change') }).click()
    await page.locator('input[value=yes]').check()
    await send(page)
    expect((await stateOfDecision(show.program.platform.database, decision)).running).toMatchObject({
      ...{ yes: 1, stand_aside: 0 },
    })
  })

  it('a vote on paper is entered, and counts when the member confirms it', async () => {
    const desk = await show.visit({ as: `${slug}.coordinator` })
    await read(desk.page, at('/entered/new'))
    const { page } = await show.visit({ as: `${slug}.individual`, viewport: small })
    await go(page, at('/vote'))
    const own = await page.locator('input[name=membership]').getAttribute('value')
    await desk.page.locator('select[name=membership]').selectOption(own!)
    await desk.page.locator('input[value=paper]').check()
    await desk.page.locator('input[value=no]').check()
    await desk.page.locator('input[type=file]').setInputFiles({
      ...{ name: 'vote.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    })
    await send(desk.page)
    await desk.page.getByText(en('initiatives.ballot.unconfirmed')).waitFor()
    await read(page, at())
    await page.locator('main [role=alert] a, main .alert a').first().click()
    await read(page, new URL(page.url()).pathname)
    await page.getByRole('button', { name: en('initiatives.ballot.confirm') }).click()
    await page.waitForURL(url => !url.pathname.includes('/entered/'))
    expect((await stateOfDecision(show.program.platform.database, decision)).running.no).toBe(1)
  })

  it('a mandate is doubted, and two coordinators settle it', async () => {
    const { page } = await show.visit({ as: `${slug}.individual` })
    await read(page, at('/challenges/new'))
    await page.locator('select[name=elector]').selectOption({ index: 1 })
    await page.locator('textarea[name=reasons]').fill('The minutes of the member name another person.')
    await send(page)
    const place = new URL(page.url()).pathname
    const one = await show.visit({ as: `${slug}.coordinator`, viewport: small })
    await read(one.page, place)
    await one.page.locator('input[value=dismiss]').check()
    await one.page.locator('textarea[name=reason]').fill('The minutes name this person, page 2.')
    await send(one.page)
    await one.page.waitForURL(/said=initiatives\.said\.settlementProposed/)
    const other = await show.visit({ as: `${slug}.secondCoordinator` })
    await read(other.page, `/en/${slug}/acts`)
    expect(await main(other.page)).toContain('The minutes name this person, page 2.')
    const act = other.page.locator('main details', { hasText: en('people.acts.confirmNow') }).first()
    await act.locator('summary').click()
    await act.getByRole('button', { name: en('people.acts.confirmNow') }).click()
    await other.page.waitForURL(/said=/)
    await read(other.page, place)
    expect(await main(other.page)).toContain(en('initiatives.challenge.dismissed'))
  })

  it('a partner supports it, apart from the votes; coordinators can give more time', async () => {
    const { page } = await show.visit({ as: `${slug}.partner`, viewport: small })
    await read(page, at('/support'))
    await send(page)
    await read(page, at())
    expect(await main(page)).toContain(en('initiatives.decision.partnersLead'))
    const desk = await show.visit({ as: `${slug}.coordinator` })
    await read(desk.page, at('/extension'))
    await read(desk.page, at('/cancellation'))
    expect(await heading(desk.page)).toBe(en('initiatives.decision.cancel'))
  })
})
