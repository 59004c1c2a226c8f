import { describe, expect, it } from 'vitest'
import { openDecision } from '#modules/initiatives/actions/open-decision.ts'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { writeAs } from '../admission.ts'
import { initiativeText } from '../initiative-desk.ts'
import { newInitiative } from '../realisations.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, tick, type } from './coalition-steps.ts'
import { decisionAbout, letDecisionPass } from './decision-steps.ts'
import { read, sound } from './journey.ts'

const show = stage()
const umbrella = demoUmbrellaId('komm')
const person = demoPersonId('komm.representative')

/** An initiative of the representative's member that nobody voted for. */
async function notSupported(): Promise<number> {
  const { database } = show.program.platform
  const { rows } = await database.owner.query(
    'select membership_id as id from network.mandates where umbrella_id = $1 and person_id = $2 limit 1',
    [umbrella, person],
  )
  const subject = await newInitiative(database, umbrella, rows[0].id)
  await database.owner.query(
    `insert into initiatives.numbers (umbrella_id, kind, last)
     select umbrella_id, 'initiative', max(number) from initiatives.initiatives where umbrella_id = $1 group by 1
     on conflict (umbrella_id, kind) do update set last = excluded.last`,
    [umbrella],
  )
  const title = { uk: 'Дім національностей', en: 'House of Nations' }
  const asked = { kind: 'initiative', subject, title, text: { title }, authoritative: 'uk' } as const
  await writeAs(database, umbrella, person, tx =>
    openDecision(tx, { ...asked, secret: false, round: 1, openedBy: rows[0].id }),
  )
  const { id, number } = await decisionAbout(show.program, subject)
  await letDecisionPass(show.program, id, 30)
  return number
}

// Nobody has a script here: one reads on a phone, the others at a desk.
async function back(decision: number): Promise<void> {
  for (const [part, locale, screen] of [
    ['coordinator', 'pl', desk],
    ['secondCoordinator', 'pl', phone],
    ['representative', 'uk', desk],
  ] as const) {
    const { page, context } = await show.visit({ ...screen, as: `komm.${part}` })
    const words = reader(page, locale)
    await read(page, `/${locale}/komm/decisions/${decision}`)
    await words.press('initiatives.decision.again.back')
    await words.done('initiatives.said.backed')
    await context.close()
  }
}

describe('a decision that is closed', () => {
  it('stays closed; enough members have all asked again, with another text and with what is new', async () => {
    const decision = await notSupported()
    await back(decision)
    const author = await show.visit({ ...phone, as: 'komm.representative' })
    const { page } = author
    const uk = reader(page, 'uk')
    await read(page, `/uk/komm/decisions/${decision}`)
    await uk.follow('initiatives.again.ask')
    await sound(page)
    await uk.press('initiatives.again.begin')
    expect(await page.locator('.error-summary li').count()).toBe(1)
    await type(page, { 'news:uk': 'Місто дає приміщення', 'news:en': 'The city offers rooms' })
    await uk.press('initiatives.again.begin')
    await uk.done('initiatives.said.againBegun')
    const { title, need, goals, beneficiaries, asked, plan } = initiativeText
    await type(page, { title, need, goals, beneficiaries, asked, plan })
    for (const box of await page.locator('input[name^="scope-"][value=no]').all()) await box.check()
    await tick(page, 'topics', ['culture'])
    await uk.press('initiatives.draft.review')
    await sound(page)
    await page.locator('summary', { hasText: uk.t('initiatives.draft.publish') }).click()
    await uk.press('initiatives.draft.publishNow')
    await uk.done('initiatives.said.published')
    const at = new URL(page.url()).pathname.replace('/uk', '')

    const visitor = await show.visit(desk)
    const en = reader(visitor.page, 'en')
    await read(visitor.page, `/en${at}`)
    await en.says('initiatives.decision.news')
    expect(await visitor.page.locator('main').textContent()).toContain('The city offers rooms')
    await visitor.page.locator(`main a[href$="/decisions/${decision}"]`).first().click()
    await en.says('initiatives.again.later')
    show.expectNoTrouble()
  })
})
