import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { choose, desk, phone, reader, readInAll, scan, type } from './coalition-steps.ts'
import { accountOf } from './desk.ts'
import { read, sound, textOf } from './journey.ts'

const show = stage()
const coalition = 'ombudsman-ua'
const at = (locale: Locale, path = '') => `/${locale}/${coalition}/councils${path}`
const day = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()
const database = () => show.program.platform.database.owner
const names = {
  'name:uk': 'Рада з мовних прав',
  'name:pl': 'Rada do spraw praw językowych',
  'name:en': 'Council on language rights',
}
const council = '/council-on-language-rights'

/** Chooses the account of somebody of the cast in a form of the composition. */
async function holder(page: Page, person: string, fields: Record<string, string>) {
  const account = await accountOf(show.program, `${coalition}.${person}@parasol.example`)
  await choose(page, { account })
  await type(page, fields)
}

describe('a council', () => {
  it('is recorded with its rules and seats by the secretariat', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(page, 'uk')
    await read(page, at('uk'))
    await uk.follow('councils.list.record')
    await uk.press('councils.form.create')
    await sound(page)
    await choose(page, { kind: 'advisory_council', quorumRule: 'half_of_members' })
    await type(page, names)
    await page.locator('input[name=visibility][value=public]').check()
    await uk.press('councils.form.create')
    await uk.done('councils.said.recorded')

    await uk.follow('councils.rules.add')
    await type(page, {
      'title:uk': 'Регламент',
      'title:pl': 'Regulamin',
      'title:en': 'Rules',
      adoptedOn: day(-40),
    })
    await uk.press('councils.rules.save')
    await uk.refuses('councils.rules.textMissing')
    await page.locator('input[name=file]').setInputFiles(scan('rules.pdf'))
    await uk.press('councils.rules.save')
    await uk.done('councils.said.rulesAdded')

    await uk.follow('councils.seat.keep')
    await uk.follow('councils.seat.add')
    await type(page, { label: 'Місце коаліції' })
    await uk.press('councils.seat.add')
    await uk.done('councils.said.seatAdded')
    await uk.follow('councils.holder.seat')
    await holder(page, 'representative', { name: 'Ірена (демо)', start: '2025' })
    await page.locator('select[name=post]').selectOption({ label: 'Місце коаліції' })
    await page.locator('input[name=delegate]').check()
    await uk.press('councils.holder.confirmSeat')
    await uk.done('councils.said.seated')
    await uk.follow('councils.holder.seat')
    await type(page, { name: 'Голова (демо)', onBehalf: 'Правозахисна організація (демо)', start: '2025' })
    await choose(page, { duty: 'chair' })
    await page.locator('input[name=named]').check()
    await uk.press('councils.holder.confirmSeat')
    await uk.done('councils.said.seated')
    await context.close()
  })

  it('is called to a session, and its delegate says on a phone that she comes', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(page, 'uk')
    await read(page, at('uk', council))
    await uk.follow('councils.session.plan')
    await type(page, { startsAt: `${day(7)}T11:00`, place: 'Київ' })
    await uk.press('councils.session.plan')
    await uk.done('councils.said.planned')
    await uk.follow('councils.item.add')
    await type(page, {
      'title:uk': 'Мова у школі',
      'title:pl': 'Język w szkole',
      'title:en': 'Language at school',
    })
    await uk.press('councils.item.add')
    await uk.done('councils.said.itemAdded')
    await uk.press('councils.session.invite')
    await uk.done('councils.said.invited')
    await context.close()

    const delegate = await show.visit({ ...phone, as: `${coalition}.representative` })
    const en = reader(delegate.page, 'en')
    await read(delegate.page, `/en/${coalition}/home`)
    await delegate.page.locator(`main a[href$="${council}/sessions/1"]`).first().click()
    await sound(delegate.page)
    await en.press('councils.reply.willCome')
    await en.done('councils.said.replied')
    await delegate.context.close()
  })

  it('meets with quorum, votes, and has minutes that two people approve, the second in Polish', async () => {
    await database().query(
      `update councils.sessions set starts_at = now() - interval '2 hours' where number = 1 and council_id =
         (select id from councils.councils where slug = $1)`,
      [council.slice(1)],
    )
    const { page, context } = await show.visit({ ...desk, as: `${coalition}.coordinator` })
    const uk = reader(page, 'uk')
    await read(page, at('uk', `${council}/sessions/1`))
    await uk.follow('councils.attendance.record')
    await sound(page)
    await uk.press('councils.attendance.record')
    await uk.done('councils.said.done')
    await uk.says('councils.quorum.reached')
    await uk.follow('councils.vote.record')
    await page.locator('select[name=item]').selectOption({ index: 1 })
    await type(page, { motion: 'Звернутися до міністерства', yes: '3', no: '0', abstain: '0' })
    await uk.press('councils.vote.record')
    await sound(page)
    expect(await page.locator('main .alert-error').count()).toBe(1)
    await type(page, { yes: '2' })
    await uk.press('councils.vote.record')
    await uk.done('councils.said.done')
    await uk.says('councils.vote.passed')
    await uk.follow('councils.minutes.write')
    await type(page, { text: 'Рада звернеться до міністерства.' })
    await uk.press('councils.minutes.propose')
    await uk.done('councils.said.minutesProposed')
    await uk.press('councils.minutes.approve')
    await uk.done('councils.said.approved')

    const second = await show.visit({ ...phone, as: `${coalition}.secondCoordinator` })
    const pl = reader(second.page, 'pl')
    await read(second.page, at('pl', `${council}/sessions/1`))
    await pl.press('councils.minutes.approve')
    await pl.done('councils.said.approved')
    await pl.press('councils.minutes.publish')
    await pl.done('councils.said.done')
    await second.context.close()
    await context.close()
  })

  it('hears its delegate, who reports in English', async () => {
    const { page, context } = await show.visit({ ...phone, as: `${coalition}.representative` })
    const en = reader(page, 'en')
    await read(page, `/en/${coalition}/delegation`)
    await page.locator(`main a[href$="${council}/sessions/1/report"]`).first().click()
    await en.press('councils.report.write')
    await en.complains('platform.form.missing')
    await type(page, { happened: 'They will write to the ministry.' })
    await en.press('councils.report.write')
    await en.done('councils.said.done')
    await context.close()
  })

  it('is read by everybody, without what is said inside', async () => {
    const { page, context } = await show.visit(desk)
    await readInAll(
      page,
      locale => at(locale, `${council}/sessions/1`),
      'councils.vote.passed',
      'councils.minutes.approved',
    )
    const text = await textOf(page.locator('main'))
    expect(text).toContain('Рада звернеться до міністерства.')
    expect(text).not.toMatch(/They will write|Ірена/)
    await readInAll(page, locale => at(locale, council), 'councils.rules.inForce', 'councils.composition')
    const face = await textOf(page.locator('main'))
    expect(face).toContain('Голова (демо)')
    expect(face).not.toContain('Ірена')
    await context.close()
  })
})
