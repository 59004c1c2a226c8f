import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { newMandate, newMember } from '../members.ts'
import { until } from '../until.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, type } from './coalition-steps.ts'
import { count } from './desk.ts'
import { go, heading, read, sound, textOf } from './journey.ts'

const show = stage()
const umbrella = demoUmbrellaId('local-cooperation')
const place = { country: 'PL', region: 'PL-20', town: 'Białystok' }
const names = ['Klub Sąsiedzki Trzy Mosty', 'Klub Sąsiedzki „Trzy Mosty”']
const [kept, copy] = names as [string, string]
let copied: { organisation: string; membership: string }

beforeAll(async () => {
  const { database } = show.program.platform
  await newMember(database, umbrella, { name: { pl: kept }, ...place })
  copied = await newMember(database, umbrella, { name: { pl: copy }, ...place })
  await newMandate(database, umbrella, copied.membership, demoPersonId('local-cooperation.representative'))
})

const main = (page: Page) => textOf(page.locator('main'))

async function toPair(page: Page, locale: Locale) {
  await go(page, `/${locale}/local-cooperation/duplicates`)
  await page.locator('a[href*="/duplicates/"]').filter({ hasText: 'Trzy Mosty' }).first().click()
}

/** The second coordinator confirms the only act that waits. */
async function confirmAct(locale: Locale) {
  const { page, context } = await show.visit({ ...phone, as: 'local-cooperation.secondCoordinator' })
  const second = reader(page, locale)
  await read(page, `/${locale}/local-cooperation/acts`)
  await page.locator('summary', { hasText: second.t('people.acts.confirm') }).click()
  await second.press('people.acts.confirmNow')
  await second.done('people.said.actConfirmed')
  await context.close()
}

describe('two records of one organisation', () => {
  it('are found, compared side by side, and proposed to become one', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'local-cooperation.coordinator' })
    const pl = reader(page, 'pl')
    await read(page, '/pl/local-cooperation/duplicates')
    await pl.press('network.duplicates.search')
    await pl.done('network.said.duplicatesSearched')
    const pairs = 'select count(*) from network.duplicate_pairs where umbrella_id = $1'
    await until(async () => (await count(show.program, pairs, [umbrella])) > 0)
    await toPair(page, 'pl')
    await sound(page)
    await pl.says('network.duplicates.different')
    await pl.press('network.merge.proposeNow')
    await pl.complains('network.merge.survivorMissing', 'platform.form.missing')
    await page.getByRole('radio', { name: kept, exact: true }).check()
    await type(page, { reason: 'Ten sam statut i te same osoby' })
    await pl.press('network.merge.proposeNow')
    await pl.done('network.said.actProposed')
    await pl.says('network.merge.asked')
    await toPair(page, 'pl')
    await pl.says('network.merge.underWay')
    await context.close()
  })

  it('become one when a second coordinator and their own people agree; old addresses lead to what stays', async () => {
    await confirmAct('uk')
    const { page, context } = await show.visit({ ...phone, as: 'local-cooperation.representative' })
    const en = reader(page, 'en')
    await go(page, '/en/local-cooperation/home')
    await page.locator('#merges a').first().click()
    await en.says('network.merge.status.awaiting')
    await en.press('network.merge.send')
    await sound(page)
    await page.locator('[name=answer][value=refused]').check()
    await en.press('network.merge.send')
    await en.complains('network.merge.wordMissing')
    await page.locator('[name=answer][value=accepted]').check()
    await en.press('network.merge.send')
    await en.done('network.said.mergeAnswered')
    await en.says('network.merge.status.done')
    await en.follow('network.merge.seeSurvivor')
    expect(await heading(page)).toContain(kept)
    await go(page, `/en/local-cooperation/directory/${copied.membership}`)
    expect(await heading(page)).toContain(kept)
    await go(page, `/en/local-cooperation/directory?q=${encodeURIComponent('Trzy Mosty')}`)
    expect(await main(page)).not.toContain(copy)
    await sound(page)
    await context.close()
  })
})

describe('a profile that two people change at once', () => {
  it('is saved by the first; the second compares, loses nothing, and saves again', async () => {
    const visits = await Promise.all(
      (['representative', 'deputy'] as const).map(part =>
        show.visit({ ...phone, as: `international-union.${part}` }),
      ),
    )
    const [first, second] = visits.map(({ page }) => page) as [Page, Page]
    for (const page of [first, second]) {
      await go(page, '/uk/international-union/home')
      await page.locator('a[href*="/memberships/"]').first().click()
      await reader(page, 'uk').follow('network.membership.inDirectory')
      await page.locator('main a[href$="/profile"]').first().click()
    }
    const uk = reader(second, 'uk')
    await type(first, { town: 'Очаків' })
    await type(second, { town: 'Миколаїв', 'name:en': 'Council of National Societies' })
    await reader(first, 'uk').press('network.organisation.save')
    await reader(first, 'uk').done('network.said.organisationSaved')
    await uk.press('network.organisation.save')
    await uk.refuses('network.organisation.changedMeanwhile')
    expect(await main(second)).toContain('Очаків')
    expect(await second.locator('[name=town]').inputValue()).toBe('Миколаїв')
    await uk.press('network.organisation.save')
    await uk.done('network.said.organisationSaved')
    await read(second, second.url().replace('/uk/', '/en/').split('?')[0]!)
    expect(await heading(second)).toContain('Council of National Societies')
    await Promise.all(visits.map(({ context }) => context.close()))
  })
})
