import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { stage } from './browser.ts'
import { accountOf, nextMail, untilSealed } from './desk.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'
import { words } from './signing-in.ts'

const show = stage()
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const
const home = '/en/international-union'
const en = words('en')
const main = (page: Page) => textOf(page.locator('main'))

let oksana: Page
let arsen: Page

beforeAll(async () => {
  oksana = (await show.visit({ javaScriptEnabled: false, as: 'international-union.coordinator' })).page
  arsen = (await show.visit({ javaScriptEnabled: false, as: 'international-union.secondCoordinator' })).page
})

type Change = { person: string; role?: 'monitor' | 'coordinator'; act?: 'grant' | 'revoke'; reason: string }

async function propose(page: Page, { person, role = 'monitor', act = 'grant', reason }: Change) {
  await go(page, `${home}/roles`)
  await page.getByRole('link', { name: en('people.roles.propose') }).click()
  await page.locator(`input[name=act][value=${act}]`).check()
  await page.locator('select[name=person]').selectOption({ label: person })
  await page.locator(`input[name=role][value=${role}]`).check()
  await page.locator('textarea[name=reason]').fill(reason)
  await page.getByRole('button', { name: en('people.roles.send') }).click()
}

const act = (page: Page, reason: string) => page.locator('.card-box').filter({ hasText: reason })

async function decide(page: Page, reason: string, how: 'confirm' | 'refuse') {
  await go(page, `${home}/acts`)
  const card = act(page, reason)
  await card.getByText(en(`people.acts.${how}`), { exact: true }).click()
  await sound(page)
  await card.getByRole('button', { name: en(`people.acts.${how}Now`) }).click()
}

/** What an act's own form would post, from somebody who is not shown it. */
const post = (page: Page, path: string) =>
  page.request.post(path, { headers: { origin: show.origin }, maxRedirects: 0 })

const addressOf = (page: Page, reason: string) =>
  act(page, reason).locator('form').first().getAttribute('action')

describe('a role', () => {
  it('is proposed with a reason by one coordinator, who cannot confirm it alone', async () => {
    await read(oksana, `${home}/roles`)
    await propose(oksana, { person: 'Марина (демо)', reason: '' })
    expect(await oksana.locator('.error-summary').count()).toBe(1)
    expect(await textOf(oksana.locator('select[name=person] option:checked'))).toBe('Марина (демо)')
    await sound(oksana)
    await propose(oksana, { person: 'Марина (демо)', reason: 'She watches the media' })
    expect(pathOf(oksana)).toContain('/acts?said=people.said.actProposed')
    await sound(oksana)
    expect(await textOf(act(oksana, 'She watches the media'))).toContain(en('people.acts.waitsForOther'))
    const withdrawal = (await addressOf(oksana, 'She watches the media'))!
    const answer = await post(oksana, withdrawal.replace('withdrawal', 'confirmation'))
    expect(answer.status()).toBe(409)
    expect(await answer.text()).toContain(en('people.refused.proposer'))
    await propose(oksana, { person: 'Марина (демо)', reason: 'Once more' })
    expect(await textOf(oksana.locator('.error-summary'))).toContain(en('people.refused.actOpen'))
  })

  it('is confirmed by a second coordinator, of another member, who was told by mail and at home', async () => {
    const person = await accountOf(show.program, 'international-union.secondcoordinator@parasol.example')
    const wanted = words('uk')('people.mail.actWaiting.subject')
    const mail = await nextMail(show.program, 0, kept => kept.person === person && kept.subject === wanted)
    expect(mail.text + mail.html).not.toMatch(/Марина|She watches/)
    await read(arsen, `${home}/home`)
    await arsen.locator('main a[href$="/acts"]').first().click()
    await decide(arsen, 'She watches the media', 'confirm')
    expect(pathOf(arsen)).toContain('said=people.said.actConfirmed')
    await sound(arsen)
    await read(arsen, `${home}/roles`)
    const row = arsen.getByRole('row').filter({ hasText: 'Марина (демо)' })
    expect(await textOf(row)).toContain(en('people.role.monitor'))
  })

  it('is told to its holder', async () => {
    const person = await accountOf(show.program, 'international-union.representative@parasol.example')
    const wanted = words('uk')('people.mail.role.grantedSubject')
    await nextMail(show.program, 0, kept => kept.person === person && kept.subject === wanted)
  })

  it('is taken back by who proposed it, or refused by the other', async () => {
    await propose(oksana, { person: 'Тарас (демо)', reason: 'A mistake' })
    await act(oksana, 'A mistake')
      .getByRole('button', { name: en('people.acts.withdraw') })
      .click()
    expect(pathOf(oksana)).toContain('said=people.said.actWithdrawn')
    await propose(oksana, { person: 'Марина (демо)', act: 'revoke', reason: 'Too much work for her' })
    await decide(arsen, 'Too much work for her', 'refuse')
    expect(pathOf(arsen)).toContain('said=people.said.actRefused')
    await read(arsen, `${home}/acts`)
    expect(await main(arsen)).toContain(en('people.acts.refused'))
    expect(await main(arsen)).toContain(en('people.acts.withdrawn'))
    await go(arsen, `${home}/roles`)
    expect(await main(arsen)).toContain('Марина (демо)')
  })

  it('of a coordinator stays while there would be fewer than two', async () => {
    await propose(oksana, { person: 'Арсен (демо)', role: 'coordinator', act: 'revoke', reason: 'Alone' })
    expect(await textOf(oksana.locator('.error-summary'))).toContain(en('people.refused.lastCoordinators'))
  })
})

describe('what others see of it', () => {
  it('is the change in the journal, and never the person', async () => {
    await untilSealed(show.program)
    await read(oksana, `${home}/journal`)
    const journal = await main(oksana)
    for (const key of ['actProposed', 'actConfirmed', 'roleGranted', 'actRefused', 'actWithdrawn'] as const) {
      expect(journal).toContain(en(`people.journal.${key}`))
    }
    expect(journal).not.toMatch(/Марина|Оксана|Арсен|Тарас|She watches/)
  })

  it('is for members, in their own language', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'international-union.deputy' })
    await read(page, '/uk/international-union/roles')
    expect(await main(page)).toContain(words('uk')('people.role.monitor'))
    expect(await page.getByRole('link', { name: words('uk')('people.roles.propose') }).count()).toBe(0)
    await go(page, '/uk/international-union/journal')
    expect(await main(page)).toContain(words('uk')('people.journal.roleGranted'))
    await read(page, '/uk/international-union/acts', 403)
    await context.close()
  })

  it('is nothing for partners and visitors', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'international-union.partner' })
    for (const path of ['roles', 'acts', 'invitations']) await read(page, `${home}/${path}`, 403)
    await go(page, `${home}/journal`)
    expect(await main(page)).not.toContain(en('people.journal.roleGranted'))
    await context.clearCookies()
    for (const path of ['roles', 'acts', 'invitations', 'home']) {
      await go(page, `${home}/${path}`)
      expect(pathOf(page)).toContain('/en/sign-in?to=')
    }
    await context.close()
  })

  it('is nothing for who keeps the server', async () => {
    const { page, context } = await show.visit({ ...phone, as: 'administrator' })
    const inside = [
      'roles',
      'acts',
      'invitations',
      'home',
      'applications',
      'memberships',
      'stuck',
      'first-run',
    ]
    for (const path of inside) await go(page, `${home}/${path}`, 403)
    await go(page, `${home}/journal`)
    expect(await main(page)).not.toContain(en('people.journal.roleGranted'))
    await read(page, '/en/stuck')
    await context.close()
  })
})
