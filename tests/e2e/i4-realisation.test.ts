import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { remindOfReports, stallOverdue } from '#modules/initiatives/actions/mark-stalled.ts'
import { passOverdueTakeover } from '#modules/initiatives/actions/take-over.ts'
import type { Database } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { newMandate, newMember } from '../members.ts'
import { decide, endAnswer, missReport, newInitiative } from '../realisations.ts'
import { newUmbrella } from '../umbrella.ts'
import { stage } from './browser.ts'
import { expectSound, go, read, textOf } from './journey.ts'
import { words } from './signing-in.ts'

const show = stage()
const cast = ['komm.representative', 'international-union.individual', 'international-union.partner'] as const
let database: Database
let umbrella: string
let realisation: string
let number: number
const seats: { membership: string; person: string; mandate: string }[] = []

const slug = () => `u-${umbrella}`
const nobody = () => ({ umbrella, account: null })

/** Lets somebody of the cast act for a new member. */
async function seat(key: string, name: Record<string, string>): Promise<void> {
  const { context } = await show.visit({ as: key })
  const { rows } = await database.owner.query<{ person: string }>(
    'select user_id as person from accounts.sessions order by created_at desc limit 1',
  )
  const { person } = rows[0]!
  const { membership } = await newMember(database, umbrella, { name })
  const mandate = await newMandate(database, umbrella, membership, person)
  await database.owner.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
    umbrella,
    person,
  ])
  seats.push({ membership, person, mandate })
  await context.close()
}

beforeAll(async () => {
  database = show.program.platform.database
  umbrella = await newUmbrella(database, {
    name: { uk: 'Спільна справа', pl: 'Wspólna sprawa', en: 'Common cause' },
  })
  await show.program.app.umbrellas.reload()
  for (const [n, key] of cast.entries())
    await seat(key, { uk: `Рада ${n + 1}`, pl: `Rada ${n + 1}`, en: `Council ${n + 1}` })
  const initiative = await newInitiative(database, umbrella, seats[0]!.membership)
  await decide(database, umbrella, seats, initiative)
  const { rows } = await database.owner.query<{ id: string; number: number }>(
    'select id, number from initiatives.realisations where initiative_id = $1',
    [initiative],
  )
  realisation = rows[0]!.id
  number = rows[0]!.number
}, 120_000)

const at = (locale: string, path = '') => `/${locale}/${slug()}/realisations/${number}${path}`
const main = (page: Page) => textOf(page.locator('main'))

/** Fills the form of the page, sends it, and looks at what comes. */
async function send(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`)
    const tag = await field.first().evaluate(element => `${element.tagName} ${element.getAttribute('type')}`)
    if (tag.startsWith('SELECT')) await field.selectOption(value)
    else if (tag.endsWith('radio') || tag.endsWith('checkbox'))
      await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else await field.fill(value)
  }
  const form = page.locator('main form:has(.btn-primary)').last()
  await Promise.all([page.waitForNavigation(), form.locator('.btn-primary[type=submit]').click()])
  await expectSound(page)
}

const receipt = {
  name: 'chek.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Зала, 60 євро'),
}

describe('a supported initiative', () => {
  it('is carried out, falls silent, is taken over and brings a result, in three languages', async () => {
    const uk = words('uk')
    const pl = words('pl')
    const en = words('en')
    const { page: first } = await show.visit({ as: cast[0], viewport: { width: 1280, height: 900 } })
    const { page: second } = await show.visit({
      ...{ as: cast[1], javaScriptEnabled: false, viewport: { width: 360, height: 780 } },
    })
    const { page: reader } = await show.visit({ viewport: { width: 360, height: 780 } })

    // Who answers for it sets tasks, a milestone and what it takes.
    await read(first, at('uk', '/tasks/new'))
    await send(first, { title: 'Домовитися про зал', who: seats[0]!.membership, due: '2027-03-01' })
    expect(await main(first)).toContain('Домовитися про зал')
    await read(first, at('uk', '/tasks/new'))
    await send(first, { title: '' })
    expect(await main(first)).toContain(uk('platform.form.missing'))
    await read(first, at('uk', '/milestones/new'))
    await send(first, { title: 'Двері відчинено', due: '2027-05-01' })
    await read(first, at('uk', '/needs/new'))
    await first.getByRole('link', { name: uk('initiatives.pledge.kind.money') }).click()
    await send(first, { title: 'Оренда залу', amount: '1 250,50', currency: 'EUR' })

    // Another member joins and pledges, without JavaScript, on a phone, in Polish.
    await read(second, at('pl'))
    await second.locator('form[action$="/group"] button').click()
    await read(second, at('pl', '/pledges'))
    await second.getByRole('link', { name: pl('initiatives.pledge.forThis') }).click()
    await send(second, { what: 'Ze składek', amount: '100' })
    expect(await main(second)).toContain('100,00')

    // The money comes, and is spent with a receipt.
    await read(first, at('uk', '/pledges'))
    await first
      .getByRole('link', { name: uk('initiatives.pledge.received') })
      .first()
      .click()
    await send(first, { given: '100' })
    await go(first, at('uk', '/expenses/new'))
    await first.locator('main [name=receipt]').setInputFiles(receipt)
    const pledge = await first.locator('main [name=pledge] option').nth(1).getAttribute('value')
    await send(first, { pledge: pledge!, what: 'Зал на вечір', amount: '60', spentOn: '2026-11-01' })
    expect(await main(first)).toContain('60,00')
    await read(first, at('uk', '/reports/new'))
    await send(first, { body: 'Зал знайдено, домовляємося про години.' })

    // Everybody reads it; receipts are for the people inside.
    await read(reader, at('en'))
    expect(await main(reader)).toContain('Зал знайдено')
    await read(reader, at('en', '/pledges'))
    expect(await reader.locator('a[href*="/receipts/"]').count()).toBe(0)
    const coming = reader.waitForEvent('download')
    await go(reader, at('en'))
    await reader.getByRole('link', { name: en('initiatives.realisation.summary') }).click()
    expect((await coming).suggestedFilename()).toBe(`${slug()}-realisation-${number}-en.pdf`)

    // Silence: it is marked in public, and another member offers to take over.
    await missReport(database, realisation)
    await inScope(database.request, nobody(), 'write', stallOverdue)
    await read(reader, at('en', '?again'))
    expect(await main(reader)).toContain(en('initiatives.realisation.stalledTitle'))
    await read(second, at('pl'))
    await second.getByRole('link', { name: pl('initiatives.takeover.offer') }).click()
    await send(second, { plan: 'W przyszłym tygodniu zbieramy grupę i podpisujemy umowę.' })
    expect(await main(second)).toContain(pl('initiatives.takeover.declaredTitle'))
    await endAnswer(database, realisation)
    await inScope(database.request, nobody(), 'write', tx => passOverdueTakeover(tx, realisation))
    await inScope(database.request, nobody(), 'write', remindOfReports)
    await read(reader, at('en', '/tasks'))
    expect(await main(reader)).toContain('Council 2')

    // The new one finishes: a task done, the result, and nothing changes any more.
    await go(second, at('pl', '/tasks'))
    await second
      .getByRole('button', { name: pl('initiatives.task.markDone') })
      .first()
      .click()
    await read(second, at('pl', '/result'))
    await send(second, {
      ...{
        reached: 'fully',
        body: 'Dom działa.',
        evaluation: 'Wcześniej pytać miasto.',
        peopleReached: '120',
      },
      final: 'yes',
    })
    await read(reader, at('en', '/reports'))
    expect(await main(reader)).toContain(en('initiatives.result.peopleReached', { count: 120 }))
    await go(second, at('pl', '/tasks/new'), 403)
    for (const locale of ['uk', 'pl', 'en']) await read(reader, `/${locale}/${slug()}/realisations`)
    show.expectNoTrouble()
  }, 180_000)
})
