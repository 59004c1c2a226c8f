import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { begin, send } from './application-steps.ts'
import { stage } from './browser.ts'
import { choose, desk, letPeriodPass, phone, reader, scan, tick, type } from './coalition-steps.ts'
import { mails, nextMail } from './desk.ts'
import { go, languages, read, sound, textOf } from './journey.ts'

const show = stage()
const steps = '.moments'

describe('the three ways to join', () => {
  it.each(languages)('are explained to anybody, in %s', async locale => {
    const { page, context } = await show.visit(phone)
    const { says } = reader(page, locale)
    await read(page, `/${locale}/international-union/join`)
    for (const form of ['collective', 'individual', 'agreement'] as const) {
      await says(`network.join.${form}.title`)
      await says(`network.join.${form}.what`)
      await says(`network.join.${form}.who`)
    }
    await says('network.join.step.object', { days: 14 })
    await context.close()
  })
})

describe('a group that has no registration', () => {
  const name = 'Ромський гурток «Дзвіночок»'

  it('applies in Ukrainian on a phone, is objected to, and admitted when the objection is taken back', async () => {
    const { page, context } = await show.visit(phone)
    const applicant = reader(page, 'uk')
    await begin({ page, program: show.program }, 'uk', 'international-union', 'collective', 'Ружена')

    await type(page, { 'name:uk': name, decision: 'Збори родин 3 листопада' })
    await tick(page, 'communities', ['roma'])
    await applicant.press('network.form.save')
    await applicant.done('network.said.draftSaved')
    await read(page, '/uk/international-union/join')
    await page.locator('main').getByRole('link', { name, exact: true }).first().click()
    expect(await page.locator('[name="name:uk"]').inputValue()).toBe(name)
    expect(await page.locator('[name="communities[]"][value=roma]').isChecked()).toBe(true)

    await type(page, { email: 'не адреса' })
    await choose(page, { country: 'UA', region: 'PL-06' })
    await applicant.press('network.form.review')
    await applicant.complains(
      'platform.form.missing',
      'network.form.emailShape',
      'network.form.regionElsewhere',
    )
    expect(await page.locator('[name=email]').inputValue()).toBe('не адреса')
    expect(await page.locator('[name=decision]').inputValue()).toBe('Збори родин 3 листопада')
    await type(page, { email: 'dzvinochok@newcomer.example', town: 'Ізмаїл' })
    await choose(page, { region: 'UA-51', kind: 'informal-group' })
    await page.locator('[name=file]').setInputFiles(scan('protokol.pdf'))
    const application = await send(page, 'uk', name)
    await applicant.says('network.application.status.published')
    expect(await textOf(page.locator(steps))).toContain(applicant.t('network.progress.published'))
    await nextMail(
      show.program,
      0,
      ({ subject }) => subject === applicant.t('network.mail.received.subject', { name }),
    )
    const path = (locale: Locale) => `/${locale}/international-union/applications/${application}`

    await heardByMembers(path, name)
    await read(page, path('uk'))
    await applicant.says('network.objection.withdrawn')
    expect(await letPeriodPass(show.program, application)).toBe('admitted')
    await go(page, path('uk'))
    await applicant.says('network.application.status.admitted')
    await applicant.says('network.progress.admitted')
    await applicant.says('network.application.mandateWaits')
    await sound(page)
    await applicant.follow('network.application.toMembership')
    await sound(page)
    await nextMail(
      show.program,
      0,
      ({ subject }) => subject === applicant.t('network.mail.admitted.subject', { name }),
    )
    await context.close()

    const { page: guest, context: elsewhere } = await show.visit(phone)
    await go(guest, '/pl/international-union/directory?q=dzwinoczok')
    await guest.getByRole('link', { name }).click()
    await sound(guest)
    expect(await guest.content()).not.toContain('dzvinochok@newcomer.example')
    await elsewhere.close()
  })

  async function heardByMembers(path: (locale: Locale) => string, name: string) {
    const { page: consenting, context: first } = await show.visit({
      ...desk,
      as: 'international-union.representative',
    })
    const pl = reader(consenting, 'pl')
    await read(consenting, '/pl/international-union/home')
    await consenting
      .locator('#applications')
      .getByRole('link', { name: new RegExp(name) })
      .click()
    await sound(consenting)
    await pl.press('network.answer.noObjection')
    await pl.done('network.said.applicationRead')
    await read(consenting, '/pl/international-union/applications')
    await first.close()

    const { page: objecting, context: second } = await show.visit({
      ...desk,
      as: 'international-union.individual',
    })
    const uk = reader(objecting, 'uk')
    await read(objecting, path('uk'))
    await type(objecting, { reasons: 'Проти.' })
    await uk.press('network.answer.sendObjection')
    await uk.complains('network.objection.reasonsShort')
    expect(await objecting.locator('[name=reasons]').inputValue()).toBe('Проти.')
    const reasons = 'Ця група вже діє в складі нашого товариства, прошу спершу поговорити.'
    await type(objecting, { reasons })
    await uk.press('network.answer.sendObjection')
    await uk.done('network.said.objected')
    expect(await textOf(objecting.locator('main'))).toContain(reasons)
    await objecting.locator('summary', { hasText: uk.t('network.objection.withdraw') }).click()
    await uk.press('network.objection.withdrawNow')
    await uk.done('network.said.objectionWithdrawn')
    await second.close()
  }
})

describe('an organisation whose statutes bar it from joining', () => {
  it('becomes a partner under an agreement when nobody objects', async () => {
    const { page, context } = await show.visit(phone)
    const applicant = reader(page, 'pl')
    await begin({ page, program: show.program }, 'pl', 'lublin-bialystok', 'agreement', 'Halina')
    const name = 'Muzeum Wielu Dróg'
    await type(page, {
      'name:pl': name,
      decision: 'Rada muzeum, 4 listopada',
      termFrom: '2027-01-01',
      termUntil: '2026-01-01',
      town: 'Lublin',
    })
    await tick(page, 'communities', ['migrants'])
    await choose(page, { country: 'PL', region: 'PL-06', kind: 'association' })
    await applicant.press('network.form.review')
    await applicant.complains('platform.form.missing', 'network.form.termBackwards')
    await type(page, { bar: 'Statut muzeum, § 3', termUntil: '2029-12-31' })
    const application = await send(page, 'pl', 'Statut muzeum, § 3')
    expect(await letPeriodPass(show.program, application)).toBe('admitted')
    await go(page, '/pl/lublin-bialystok/partners')
    await page.getByRole('link', { name }).click()
    await sound(page)
    await context.close()
  })
})

describe('somebody who changes their mind', () => {
  it('withdraws the application, and deletes a draft that nobody has seen', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'international-union.applicant' })
    const uk = reader(page, 'uk')
    await go(page, '/uk/international-union/join')
    await page.getByRole('link', { name: 'Ромська молодіжна група «Вогник» (демо)' }).click()
    await uk.follow('network.application.withdraw')
    await sound(page)
    await type(page, { reason: 'Подамося разом із сусідньою громадою' })
    await uk.press('network.withdrawal.confirm')
    await uk.done('network.said.applicationWithdrawn')

    await go(page, '/uk/ombudsman-ua/join/individual')
    expect(await page.locator('[name="name:uk"]').inputValue()).toBe('Ліля (демо)')
    await page.locator('[name=basis]').first().check()
    await type(page, { recognisedBy: 'Родини' })
    await uk.press('network.form.review')
    await uk.follow('network.review.discard')
    await sound(page)
    await uk.press('network.discard.confirm')
    await uk.done('network.said.draftDiscarded')
    expect(await mails(show.program, ({ subject }) => subject.includes('Ліля'))).toEqual([])
    await context.close()
  })
})
