import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { choose, desk, phone, reader } from './coalition-steps.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'

const show = stage()
const csv = (text: string, name = 'członkowie.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

/** Hands in a list; the page is then where its columns are explained. */
async function upload(page: Page, locale: Locale, file: ReturnType<typeof csv>) {
  await go(page, `/${locale}/komm/import`)
  await page.locator('[name=file]').setInputFiles(file)
  await reader(page, locale).press('network.import.upload')
  expect(pathOf(page)).toContain('/komm/import/')
}

const numbers = (page: Page) => textOf(page.locator('.figures').first())
const head = 'Nazwa;KRS;Miasto;Województwo;Społeczności;Skarbnik;Data przystąpienia'
const list = (day: string, town = 'Gliwice') =>
  `${head}\nGórnośląskie Koło „Hałda”;0000912345;${town};śląskie;Niemcy;Ktoś;${day}\nKlub Greków „Mirt”;0000912346;Zgorzelec;dolnośląskie;Grecy;;2020-03-01\n`

async function listed(words: string): Promise<string> {
  const { page, context } = await show.visit(phone)
  await go(page, `/pl/komm/directory?q=${encodeURIComponent(words)}`)
  await page.locator('.directory-name a').first().click()
  const text = await textOf(page.locator('main'))
  await context.close()
  return text
}

describe('a list of members', () => {
  it('is checked first, and imported whole when nothing is wrong', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'komm.coordinator' })
    const pl = reader(page, 'pl')
    await read(page, '/pl/komm/import')
    await pl.press('network.import.upload')
    await pl.complains('network.import.fileMissing')
    await upload(page, 'pl', csv(list('kiedyś').replace('Niemcy', 'Marsjanie')))
    await sound(page)
    expect(await page.locator('[name=column-1]').inputValue()).toBe('PL-KRS')
    expect(await page.locator('[name=column-5]').inputValue()).toBe('')
    await choose(page, { 'column-2': 'region' })
    await pl.press('network.import.checkNow')
    expect(await page.locator('.error-summary li').count()).toBeGreaterThan(0)
    await sound(page)
    await choose(page, { 'column-2': 'town' })
    await pl.press('network.import.checkNow')
    await pl.says('network.import.notYet')
    await sound(page)
    const problems = await textOf(page.locator('#problems'))
    expect(problems).toContain('Społeczności')
    expect(problems).toContain('Marsjanie')
    expect(problems).toContain('kiedyś')
    const file = page.waitForEvent('download')
    await pl.follow('network.import.problemsFile')
    expect(await readFile(await (await file).path(), 'utf8')).toContain('Marsjanie')
    await pl.follow('network.import.uploadAgain')

    await upload(page, 'pl', csv(list('2019-05-04')))
    await pl.press('network.import.checkNow')
    expect(await numbers(page)).toContain(pl.t('network.import.count.imported'))
    await sound(page)
    await pl.press('network.import.importNow', { rows: 2 })
    await pl.says('network.import.doneTitle')
    await sound(page)
    expect(await listed('Hałda')).toContain('Gliwice')
    await context.close()
  })

  it('changes what it names by its number the next time, and asks those who keep their own profile', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'komm.coordinator' })
    const uk = reader(page, 'uk')
    const exported = page.waitForEvent('download')
    await go(page, '/uk/komm/import')
    await uk.follow('network.import.export')
    const whole = await readFile(await (await exported).path(), 'utf8')
    await upload(page, 'uk', csv(whole, 'usi.csv'))
    await uk.press('network.import.checkNow')
    await uk.says('network.import.nothingNew')
    await sound(page)

    const changed = list('2019-05-04', 'Zabrze').trimEnd()
    await upload(page, 'uk', csv(`${changed}\n`))
    await uk.press('network.import.checkNow')
    await uk.press('network.import.importNow', { rows: 2 })
    await uk.says('network.import.doneTitle')
    expect(await listed('Hałda')).toContain('Zabrze')

    const row = whole.split('\r\n').find(line => line.includes('Jasień'))!
    const proposal = `${whole.split('\r\n')[0]}\r\n${row.replace('Legnica', 'Lubin')}\r\n`
    await upload(page, 'uk', csv(proposal, 'lemky.csv'))
    await uk.press('network.import.checkNow')
    await uk.says('network.import.proposedLead')
    await uk.press('network.import.importNow', { rows: 1 })
    expect(await listed('Jasień')).toContain('Legnica')
    const member = await show.visit({ ...phone, as: 'komm.representative' })
    await go(member.page, '/uk/komm/home')
    expect(await member.page.locator('#proposals').count()).toBe(1)
    await Promise.all([context.close(), member.context.close()])
  })

  it('is no way in for others', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'komm.representative' })
    await go(page, '/uk/komm/import', 403)
    await context.close()
  })
})

describe('a profile that nobody has looked at for a year', () => {
  it('is confirmed by the member itself, from what waits for it', async () => {
    await show.program.platform.database.owner.query(
      `update network.organisations set profile_confirmed_on = current_date - 400 where name->>'pl' like 'Koło Łemków%'`,
    )
    const { page, context } = await show.visit({ ...phone, as: 'komm.representative' })
    const uk = reader(page, 'uk')
    await read(page, '/uk/komm/home')
    await page.locator('#organisation-profiles').getByRole('link').first().click()
    await uk.says('network.organisation.due')
    await sound(page)
    await uk.press('network.organisation.confirm')
    await uk.done('network.said.organisationConfirmed')
    expect(await textOf(page.locator('main'))).not.toContain(uk.t('network.organisation.due'))
    await context.close()
  })
})
