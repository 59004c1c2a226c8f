import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#platform/database/open.ts'
import { decide, newInitiative } from '../realisations.ts'
import { stage } from './browser.ts'
import { phone } from './coalition-steps.ts'
import { sendForm } from './form-steps.ts'
import { go, read, textOf } from './journey.ts'
import { type Coalition, found, seatMembers } from './seat-steps.ts'
import { words } from './signing-in.ts'

const show = stage()
const cast = ['komm.representative', 'international-union.individual', 'international-union.partner'] as const
let database: Database
let coalition: Coalition
let number: number

beforeAll(async () => {
  database = show.program.platform.database
  coalition = await found(show.program)
  const seats = await seatMembers(show.program, coalition, cast)
  const initiative = await newInitiative(database, coalition.id, seats[0]!.membership)
  await decide(database, coalition.id, seats, initiative)
  const { rows } = await database.owner.query<{ number: number }>(
    'select number from initiatives.realisations where initiative_id = $1',
    [initiative],
  )
  number = rows[0]!.number
})

const at = (locale: string, path = '') => `/${locale}/${coalition.slug}/realisations/${number}${path}`
const main = (page: Page) => textOf(page.locator('main'))

const receipt = {
  name: 'chek.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Зала, 60 євро'),
}

describe('what a supported initiative takes', () => {
  it('is promised, given, spent and shown to everybody, in three languages', async () => {
    const uk = words('uk')
    const pl = words('pl')
    const en = words('en')
    const { page: first } = await show.visit({ as: cast[0], viewport: { width: 1280, height: 900 } })
    const { page: second } = await show.visit({ ...phone, as: cast[1] })
    const { page: reader } = await show.visit({ viewport: { width: 360, height: 780 } })

    await read(first, at('uk', '/milestones/new'))
    await sendForm(first, { title: 'Двері відчинено', due: '2027-05-01' })
    await read(first, at('uk', '/needs/new'))
    await first.getByRole('link', { name: uk('initiatives.pledge.kind.money') }).click()
    await sendForm(first, { title: 'Оренда залу', amount: '1 250,50', currency: 'EUR' })

    // Another member joins and pledges, without JavaScript, on a phone, in Polish.
    await read(second, at('pl'))
    await second.locator('form[action$="/group"] button').click()
    await read(second, at('pl', '/pledges'))
    await second
      .getByRole('link', { name: pl('initiatives.pledge.forThis') })
      .first()
      .click()
    await sendForm(second, { what: 'Ze składek', amount: '100' })
    expect(await main(second)).toContain('100,00')

    // The money comes, and is spent with a receipt.
    await read(first, at('uk', '/pledges'))
    await first
      .getByRole('link', { name: uk('initiatives.pledge.received') })
      .first()
      .click()
    await sendForm(first, { given: '100' })
    await go(first, at('uk', '/expenses/new'))
    await first.locator('main [name=receipt]').setInputFiles(receipt)
    const pledge = await first.locator('main [name=pledge] option').nth(1).getAttribute('value')
    await sendForm(first, { pledge: pledge!, what: 'Зал на вечір', amount: '60', spentOn: '2026-11-01' })
    expect(await main(first)).toContain('60,00')
    await read(first, at('uk', '/reports/new'))
    await sendForm(first, { body: 'Зал знайдено, домовляємося про години.' })

    // Everybody reads it; receipts are for the people inside.
    await read(reader, at('en'))
    expect(await main(reader)).toContain('Зал знайдено')
    await read(reader, at('en', '/pledges'))
    expect(await reader.locator('a[href*="/receipts/"]').count()).toBe(0)
    const coming = reader.waitForEvent('download')
    await go(reader, at('en'))
    await reader.getByRole('link', { name: en('initiatives.realisation.summary') }).click()
    expect((await coming).suggestedFilename()).toBe(`${coalition.slug}-realisation-${number}-en.pdf`)
    await read(reader, `/uk/${coalition.slug}/realisations`)
    show.expectNoTrouble()
  })
})
