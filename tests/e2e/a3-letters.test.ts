import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { stage } from './browser.ts'
import { phone, reader } from './coalition-steps.ts'
import { pathOf, read, sound } from './journey.ts'

const show = stage()
const slug = 'international-union'
const title = 'Про класи рідної мови в школах області'
let letter = ''

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value)
}

const choose = (page: Page, name: string, value: string) =>
  page.locator(`main [name="${name}"][value="${value}"]`).check()

describe('a letter to a public body', () => {
  it('is begun on a phone without a script, and refused as criticism without proposals, with the reason', async () => {
    const { page } = await show.visit({ ...phone, as: `${slug}.representative` })
    const uk = reader(page, 'uk')
    await read(page, `/uk/${slug}/communications/drafts`)
    await page
      .getByRole('link', { name: uk.t('authorities.letter.begin') })
      .first()
      .click()
    await sound(page)
    await page.locator('main [name=q]').fill('osvity')
    await page.locator('main search button[type=submit]').first().click()
    await page.getByRole('link', { name: 'Міністерство освіти і науки України' }).click()
    await sound(page)
    await choose(page, 'kind', 'complaint')
    await choose(page, 'through', 'own')
    await fill(page, { title })
    await uk.press('authorities.letter.goWrite')
    await sound(page)
    await fill(page, {
      facts: 'У трьох школах області закрили класи рідної мови, не спитавши батьків.',
      'ground-0-title': 'Закон України «Про освіту»',
      'ground-0-article': 'стаття 7',
    })
    await uk.press('authorities.letter.goReview')
    await uk.says('authorities.letter.gap.proposals')
    await sound(page)
    expect(await page.locator('main [name=facts]').inputValue()).toContain('закрили класи')
    await fill(page, { 'proposal-0': 'Відновити класи з вересня.' })
    await uk.press('authorities.letter.addProposal')
    await fill(page, { 'proposal-1': 'Спитати батьків у кожній школі.' })
    await uk.press('authorities.letter.goReview')
    await sound(page)
    await page.getByText(uk.t('authorities.letter.open'), { exact: true }).click()
    await uk.press('authorities.letter.openNow')
    await uk.says('authorities.said.letterOpened')
    await sound(page)
    letter = pathOf(page).replace(/^\/uk/, '').replace(/\?.*$/, '')
    expect(letter).toMatch(/\/communications\/\d+$/)
  })

  it('waits at home for another member, who joins it, in another language', async () => {
    const { page } = await show.visit({ ...phone, as: `${slug}.individual` })
    const pl = reader(page, 'pl')
    await read(page, `/pl/${slug}/home`)
    await page.getByRole('link', { name: new RegExp(title) }).click()
    await sound(page)
    await pl.press('authorities.letter.sign')
    await pl.says('authorities.said.letterSigned')
    await pl.says('authorities.letter.cosigners', { count: 1 })
    await sound(page)
  })

  it('is looked at once more and sent; everybody gets the bytes that left', async () => {
    const { page } = await show.visit({ as: `${slug}.representative` })
    const en = reader(page, 'en')
    await read(page, `/en${letter}`)
    await en.follow('authorities.letter.goSend')
    await sound(page)
    await choose(page, 'channel', 'post')
    await page.locator('main [name=onDay]').fill(Temporal.Now.plainDateISO('Europe/Kyiv').toString())
    await en.press('authorities.letter.send')
    await en.says('authorities.said.letterSent')
    await sound(page)
    const { page: visitor, context } = await show.visit({})
    await read(visitor, `/en${letter}`)
    expect(await visitor.locator('main').textContent()).toContain(title)
    const answer = await context.request.get(new URL(`/en${letter}/letter.pdf`, visitor.url()).href)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    const bytes = await answer.body()
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
    expect(await visitor.locator('main').textContent()).toContain(hash)
  })
})
