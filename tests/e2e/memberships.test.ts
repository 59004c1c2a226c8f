import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { inScope } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { inDays } from '../partners.ts'
import { until } from '../until.ts'
import { stage } from './browser.ts'
import { desk, idOf, phone, reader, scan, type } from './coalition-steps.ts'
import { nextMail } from './desk.ts'
import { go, pathOf, read, sound, textOf } from './journey.ts'

const show = stage()
const coalition = 'international-union'
const owner = () => show.program.platform.database.owner

/** The agreement ends on this day, and the work of the night is done. */
async function night(agreement: string, termUntil: string) {
  const { request } = show.program.platform.database
  const umbrella = demoUmbrellaId(coalition)
  await owner().query('update network.agreements set term_until = $2 where id = $1', [agreement, termUntil])
  await inScope(request, { umbrella, account: null }, 'write', tx =>
    enqueue(tx, 'network.agreement-terms', { umbrella, id: umbrella }),
  )
}

/** A coordinator proposes what `path` asks for; the second one, who stands for another member, confirms it. */
async function byTwo(page: Page, locale: Locale, path: string, press: 'suspend' | 'reactivate') {
  const { follow, done, t } = reader(page, locale)
  await go(page, path)
  await follow(`network.membership.${press}`)
  await sound(page)
  await type(page, { reason: 'Рішення зборів' })
  await page.locator('main form button[type=submit]').last().click()
  await done('network.said.actProposed')
  const second = await show.visit({ ...phone, as: `${coalition}.secondCoordinator` })
  await go(second.page, `/${locale}/${coalition}/acts`)
  await second.page
    .locator('summary', { hasText: t('people.acts.confirm') })
    .first()
    .click()
  await reader(second.page, locale).press('people.acts.confirmNow')
  await reader(second.page, locale).done('people.said.actConfirmed')
  await second.context.close()
}

describe('the term of an agreement', () => {
  it('is reminded of by mail, which leads to the renewal; without one it ends, and the partnership with it', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(page, 'uk')
    await go(page, `/uk/${coalition}/partners`)
    await page
      .getByRole('link', { name: /«Ваги»/ })
      .last()
      .click()
    await page.locator('main a[href*="/agreements/"]').first().click()
    const agreement = idOf(page)
    const path = pathOf(page)
    await night(agreement, inDays(7))
    const mail = await nextMail(show.program, 0, ({ subject }) =>
      subject.includes(
        uk.t('network.mail.agreementEnding.subject', { days: 7, name: 'Правозахисна фундація «Ваги»' }),
      ),
    )
    await read(page, new URL(/https?:\/\/\S+\/agreements\/\S+/.exec(mail.text)![0]).pathname)
    await uk.follow('network.agreement.renew')
    await type(page, {
      'title:uk': 'Продовження',
      signedOn: inDays(-1),
      signedForUmbrella: 'Координаторка',
      signedForPartner: 'Директор фундації',
      termFrom: inDays(8),
      termUntil: inDays(400),
    })
    await page.locator('[name=document]').setInputFiles(scan('угода.pdf'))
    await uk.press('network.agreement.sendProposal')
    await uk.done('network.said.agreementProposed')
    await page.locator('summary', { hasText: uk.t('network.agreement.withdraw') }).click()
    await uk.press('network.agreement.withdrawConfirm')
    await uk.done('network.said.agreementWithdrawn')

    await night(agreement, inDays(-40))
    const ended = "select status from network.agreements where id = $1 and status = 'ended'"
    await until(async () => (await owner().query(ended, [agreement])).rowCount === 1)
    await read(page, path)
    await uk.says('network.agreement.state.ended')
    const partner = await show.visit({ ...phone, as: `${coalition}.partner` })
    await go(partner.page, `/uk/${coalition}/home`, 403)
    await sound(partner.page)
    await Promise.all([context.close(), partner.context.close()])
  })
})

describe('a member', () => {
  it('is suspended and made active again by two coordinators; its people see that their mandates rest', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const member = await show.visit({ ...phone, as: `${coalition}.representative` })
    await go(member.page, `/uk/${coalition}/home`)
    await member.page.locator('a[href*="/memberships/"]').first().click()
    const path = pathOf(member.page)
    await byTwo(page, 'uk', path, 'suspend')
    await read(member.page, `/uk/${coalition}/home`)
    await reader(member.page, 'uk').says('network.home.memberSuspended')
    await byTwo(page, 'uk', path, 'reactivate')
    await read(member.page, path)
    await reader(member.page, 'uk').says('network.membership.status.active')
    expect(await textOf(member.page.locator('main'))).toContain('Рішення зборів')
    await Promise.all([context.close(), member.context.close()])
  })

  it('announces that it leaves, stays after all, and leaves', async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.individual` })
    const pl = reader(page, 'pl')
    await go(page, `/pl/${coalition}/home`)
    await page.locator('a[href*="/memberships/"]').first().click()
    const path = pathOf(page)
    await pl.follow('network.membership.leave')
    await sound(page)
    await type(page, { on: inDays(-1) })
    await pl.press('network.leaving.confirm')
    await pl.complains('network.leaving.dayOutside', 'platform.form.missing')
    await type(page, { on: inDays(30), reason: 'Wyjazd' })
    await pl.press('network.leaving.confirm')
    await pl.done('network.said.leavingAnnounced')
    await pl.press('network.membership.stay')
    await pl.done('network.said.staying')
    await pl.follow('network.membership.leave')
    await type(page, { on: inDays(0), reason: 'Wyjazd' })
    await pl.press('network.leaving.confirm')
    await pl.done('network.said.left')
    await go(page, `/pl/${coalition}/home`, 403)
    const guest = await show.visit(desk)
    await go(guest.page, path.replace('/memberships/', '/directory/'), 404)
    await Promise.all([context.close(), guest.context.close()])
  })
})
