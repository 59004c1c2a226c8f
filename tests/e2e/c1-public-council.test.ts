import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { choose, desk, phone, reader, readInAll, scan, type } from './coalition-steps.ts'
import { pathOf, read, sound, textOf } from './journey.ts'

const show = stage()
const coalition = 'ombudsman-ua'
const at = (locale: Locale, path = '') => `/${locale}/${coalition}/councils${path}`
const day = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()

describe('a public council', () => {
  const way = '/public-council-for-education/formation'

  async function apply(page: Page, locale: Locale) {
    const own = reader(page, locale)
    await read(page, at(locale, way))
    await own.follow('councils.application.apply')
    await type(page, { candidate: 'Ірена (демо)', statement: 'Мовні класи в п’яти школах.' })
    await own.press('councils.application.send')
    await own.done('councils.said.applied')
  }

  it('begins with an initiative group and a call, in which a representative applies', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.secondCoordinator` })
    const pl = reader(page, 'pl')
    await read(page, at('pl', '/new'))
    await choose(page, { kind: 'public_council' })
    await type(page, {
      'name:uk': 'Громадська рада з питань освіти',
      'name:pl': 'Rada społeczna do spraw edukacji',
      'name:en': 'Public council for education',
    })
    await page.locator('input[name=visibility][value=public]').check()
    await pl.press('councils.form.create')
    await pl.done('councils.said.recorded')
    await pl.follow('councils.formation.title')
    await pl.follow('councils.formation.begin')
    await type(page, { begunOn: day(-10), organisations: 'Освітня спілка (демо)' })
    await pl.press('councils.formation.begin')
    await pl.done('councils.said.formed')
    await pl.follow('councils.formation.publishCall')
    await type(page, {
      'callText:uk': 'Запрошуємо подавати заяви.',
      'callText:pl': 'Zapraszamy do zgłoszeń.',
      'callText:en': 'Please apply.',
      seats: '2',
      applyUntil: day(5),
    })
    await pl.press('councils.formation.publishCall')
    await pl.done('councils.said.formed')
    const own = await show.visit({ ...phone, as: `${coalition}.representative` })
    await apply(own.page, 'en')
    await own.context.close()
    await pl.follow('councils.application.enter')
    await type(page, { organisation: 'Батьківський комітет (демо)', candidate: 'Особа (демо)' })
    await page.locator('input[name=candidateNamed]').check()
    await pl.press('councils.application.send')
    await pl.done('councils.said.applied')
    await context.close()
  })

  it('goes on to the founding assembly, the election with its minutes, and the published composition', async () => {
    await show.program.platform.database.owner.query(
      `update councils.formations set apply_until = current_date - 2, called_on = current_date - 9 where council_id =
         (select id from councils.councils where slug = 'public-council-for-education')`,
    )
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(page, 'uk')
    await read(page, at('uk', way))
    await uk.press('councils.formation.closeCall')
    await uk.done('councils.said.formed')
    for (const _ of ['first', 'second']) {
      await uk.press('councils.application.admit')
      await sound(page)
    }
    await uk.follow('councils.formation.callAssembly')
    await type(page, { assemblyAt: `${day(-1)}T12:00`, assemblyPlace: 'Київ' })
    await uk.press('councils.formation.callAssembly')
    await uk.done('councils.said.formed')
    await uk.follow('councils.formation.recordElection')
    await type(page, { electedOn: day(-1), electors: '7' })
    for (const votes of await page.locator('input[name^="votes:"]').all()) await votes.fill('5')
    for (const box of await page.locator('input[name="elected[]"]').all()) await box.check()
    await uk.press('councils.formation.recordElection')
    await sound(page)
    await page.locator('input[name=minutes]').setInputFiles(scan('assembly.pdf'))
    await uk.press('councils.formation.recordElection')
    await uk.done('councils.said.formed')
    await uk.press('councils.formation.publishComposition')
    await uk.done('councils.said.formed')
    expect(pathOf(page)).toContain(way)
    await context.close()
  })

  it('shows everybody its composition, and names only of who agreed to be named', async () => {
    const { page, context } = await show.visit(desk)
    await readInAll(
      page,
      locale => at(locale, way),
      'councils.moment.published',
      'councils.application.elected',
    )
    await readInAll(page, locale => at(locale, '/public-council-for-education'), 'councils.composition')
    const text = await textOf(page.locator('main'))
    expect(text).toContain('Особа (демо)')
    expect(text).not.toContain('Ірена')
    expect(text).not.toContain('Мовні класи')
    await context.close()
  })
})
