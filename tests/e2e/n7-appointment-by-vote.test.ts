import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, type } from './coalition-steps.ts'
import { decisionAbout, letDecisionPass, othersVoteInSecret } from './decision-steps.ts'
import { nextMail } from './desk.ts'
import { go, read, sound, textOf } from './journey.ts'

const show = stage()
const slug = 'international-union'
const title = 'Голос коаліції на Дністрі'
const reason = 'Десять років працює з громадами обох берегів.'
let post = ''

const path = (locale: Locale, place = '') => `/${locale}/${slug}${place}`
const postPath = (locale: Locale) => path(locale, `/posts/${post}`)

/** A coordinator creates a vacant post. */
async function createPost() {
  const { page, context } = await show.visit({ ...desk, as: `${slug}.coordinator` })
  const uk = reader(page, 'uk')
  await go(page, path('uk', '/posts/new'))
  await page.locator('[name=kind][value=regional_representative]').check()
  await type(page, { 'title:uk': title, 'title:pl': 'Głos koalicji nad Dniestrem' })
  await uk.press('network.posts.createConfirm')
  await uk.done('network.said.postCreated')
  post = new URL(page.url()).pathname.split('/').at(-1)!
  await context.close()
}

/** A coordinator asks the members instead of a second coordinator, with every problem on the way. */
async function askMembers(person: RegExp, { scripts = false } = {}) {
  const { page, context } = await show.visit({
    ...desk,
    ...{ javaScriptEnabled: scripts, as: `${slug}.coordinator` },
  })
  const uk = reader(page, 'uk')
  await read(page, postPath('uk'))
  await uk.follow('network.appointment.askMembers')
  await sound(page)
  await uk.press('network.appointment.ask')
  await uk.complains('network.post.candidateMissing', 'platform.form.missing')
  await page.getByRole('radio', { name: person }).check()
  await type(page, { reason })
  await uk.press('network.appointment.ask')
  await uk.done('network.said.membersAsked')
  await uk.says('network.appointment.status.asked')
  expect(await textOf(page.locator('#appointments'))).toContain(reason)
  await context.close()
}

const questionOf = async (): Promise<string> => {
  const { rows } = await show.program.platform.database.owner.query(
    'select id from network.appointments where post_id = $1 order by proposed_at desc limit 1',
    [post],
  )
  return rows[0].id
}

/** From the page of the post to the urn, on a phone without scripts. */
async function voteInSecret(page: Page, locale: Locale, number: number) {
  const voter = reader(page, locale)
  await read(page, postPath(locale))
  await voter.follow('network.appointment.toDecision', { number: String(number) })
  await sound(page)
  await voter.says('initiatives.board.secret')
  expect(await textOf(page.locator('main'))).toContain('Тарас')
  await voter.follow('initiatives.decision.toSecretBallot')
  await sound(page)
  expect(await textOf(page.locator('main'))).toContain(reason)
  await voter.press('initiatives.secret.cast')
  await voter.complains('initiatives.secret.choiceMissing')
  await page.locator('[name=choice][value=yes]').check()
  await voter.press('initiatives.secret.cast')
  await voter.done('initiatives.said.secretCast')
}

async function seenByGuest(): Promise<string> {
  const { page, context } = await show.visit(phone)
  await read(page, postPath('en'))
  const text = await textOf(page.locator('main'))
  await context.close()
  return text
}

describe('a post about which the members decide', () => {
  it('is asked about by a coordinator, and the person can say no', async () => {
    await createPost()
    await askMembers(/Тарас/)
    await nextMail(show.program, 0, ({ text }) => text.includes(title))
    expect(await seenByGuest()).not.toContain('Тарас')
    const { page, context } = await show.visit({ ...phone, as: `${slug}.deputy` })
    const uk = reader(page, 'uk')
    await read(page, postPath('uk'))
    await page.locator('summary', { hasText: uk.t('network.appointment.decline') }).click()
    await sound(page)
    await uk.press('network.appointment.withdrawConfirm')
    await uk.done('network.said.appointmentWithdrawn')
    await uk.says('network.appointment.status.withdrawn')
    await context.close()
  })

  it('is given by the majority of a secret ballot, without a second coordinator', async () => {
    await askMembers(/Тарас/)
    const { id, number } = await decisionAbout(show.program, await questionOf())
    const member = await show.visit({ ...phone, as: `${slug}.representative` })
    await voteInSecret(member.page, 'pl', number)
    const { rows } = await show.program.platform.database.owner.query(
      'select electorate from initiatives.decisions where id = $1',
      [id],
    )
    await othersVoteInSecret(show.program, id, { yes: Math.floor(rows[0].electorate / 2) })
    expect(await seenByGuest()).not.toContain('Council of National Associations')
    await letDecisionPass(show.program, id, 22)
    const pl = reader(member.page, 'pl')
    await read(member.page, path('pl', `/decisions/${number}`))
    await pl.says('initiatives.decision.outcome.supported')
    await pl.follow('initiatives.subject.post')
    await sound(member.page)
    await pl.says('network.appointment.status.appointed')
    expect(await seenByGuest()).toContain('Council of National Associations')
    expect(await seenByGuest()).not.toContain('Тарас')
    await member.context.close()
  })

  it('stays as it was where no majority is in favour', async () => {
    await askMembers(/Марина/, { scripts: true })
    const { id } = await decisionAbout(show.program, await questionOf())
    await othersVoteInSecret(show.program, id, { yes: 1, no: 3 })
    await letDecisionPass(show.program, id, 22)
    const { page, context } = await show.visit({ ...desk, as: `${slug}.coordinator` })
    for (const locale of ['uk', 'pl', 'en'] as const) {
      await read(page, postPath(locale))
      await reader(page, locale).says('network.appointment.status.notSupported')
    }
    expect(await textOf(page.locator('main'))).toContain('Тарас')
    await context.close()
  })
})
