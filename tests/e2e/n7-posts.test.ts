import { describe, expect, it } from 'vitest'
import { stage } from './browser.ts'
import { desk, idOf, phone, reader, tick, type } from './coalition-steps.ts'
import { nextMail } from './desk.ts'
import { go, read, sound, textOf } from './journey.ts'

const show = stage()
const title = 'Регіональне представництво на Дніпрі'
let post = ''

/** A second coordinator, of another member, confirms what waits. */
async function confirmAct() {
  const { page, context } = await show.visit({ ...phone, as: 'international-union.secondCoordinator' })
  const pl = reader(page, 'pl')
  await read(page, '/pl/international-union/acts')
  await page
    .locator('summary', { hasText: pl.t('people.acts.confirm') })
    .first()
    .click()
  await pl.press('people.acts.confirmNow')
  await pl.done('people.said.actConfirmed')
  await context.close()
}

/** A coordinator proposes who holds the post; the page is then the post's. */
async function propose(person: RegExp, button: 'network.post.appoint' | 'network.post.handOver') {
  const { page, context } = await show.visit({ ...desk, as: 'international-union.coordinator' })
  const uk = reader(page, 'uk')
  await go(page, `/uk/international-union/posts/${post}`)
  await uk.follow(button)
  await sound(page)
  await uk.press('network.post.propose')
  await uk.complains('network.post.candidateMissing', 'platform.form.missing')
  await page.getByRole('radio', { name: person }).check()
  await type(page, { reason: 'Домовилися на зборах 10 листопада' })
  await uk.press('network.post.propose')
  await uk.done('network.said.actProposed')
  await uk.says('network.post.handOverProposed')
  await context.close()
  await confirmAct()
}

async function seenByGuest(): Promise<string> {
  const { page, context } = await show.visit(phone)
  await read(page, `/en/international-union/posts/${post}`)
  const text = await textOf(page.locator('main'))
  await context.close()
  return text
}

describe('a post with an area', () => {
  it('is created by a coordinator and stands vacant for everybody to see', async () => {
    const { page, context } = await show.visit({ ...desk, as: 'international-union.coordinator' })
    const uk = reader(page, 'uk')
    await read(page, '/uk/international-union/posts')
    await uk.follow('network.posts.create')
    await sound(page)
    await type(page, { 'about:uk': 'Зустрічі з громадами області.' })
    await uk.press('network.posts.createConfirm')
    await uk.complains('platform.form.missing', 'platform.form.missing')
    expect(await page.locator('[name="about:uk"]').inputValue()).toBe('Зустрічі з громадами області.')
    await page.locator('[name=kind][value=regional_representative]').check()
    await type(page, { 'title:uk': title, 'title:en': 'Regional representation on the Dnipro' })
    await tick(page, 'regions', ['UA-12', 'UA-23'])
    await uk.press('network.posts.createConfirm')
    await uk.done('network.said.postCreated')
    post = idOf(page)
    const guest = await show.visit(phone)
    await read(guest.page, '/pl/international-union/posts')
    const row = guest.page
      .getByRole('row')
      .filter({ hasText: 'on the Dnipro' })
      .or(guest.page.getByRole('row').filter({ hasText: title }))
    expect(await textOf(row.first())).toContain(reader(guest.page, 'pl').t('network.post.vacant'))
    await Promise.all([context.close(), guest.context.close()])
  })

  it('is given to a person by two coordinators, who is named only as they wish', async () => {
    await propose(/Тарас/, 'network.post.appoint')
    await nextMail(show.program, 0, ({ text }) => text.includes(title))
    expect(await seenByGuest()).toContain('Council of National Associations')
    expect(await seenByGuest()).not.toContain('Тарас')
    const { page, context } = await show.visit({ ...phone, as: 'international-union.deputy' })
    const uk = reader(page, 'uk')
    await read(page, `/uk/international-union/posts/${post}`)
    await type(page, { displayName: 'Тарас із Дніпра' })
    await uk.press('network.post.saveDisplayName')
    await uk.done('network.said.displayNameSaved')
    await uk.press('network.post.leaveNote')
    await uk.complains('platform.form.missing')
    await type(page, { note: 'Ключ від зали в бібліотеці, дзвонити зранку.' })
    await uk.press('network.post.leaveNote')
    await uk.done('network.said.noteLeft')
    expect(await seenByGuest()).toContain('Тарас із Дніпра')
    expect(await seenByGuest()).not.toContain('Ключ від зали')
    await context.close()
  })

  it('is handed over with the notes of whoever held it, and laid down', async () => {
    await show.program.platform.database.owner.query(
      'update network.post_terms set valid_from = valid_from - 30 where post_id = $1',
      [post],
    )
    await propose(/Марина/, 'network.post.handOver')
    const { page, context } = await show.visit({ ...phone, as: 'international-union.representative' })
    const pl = reader(page, 'pl')
    await read(page, `/pl/international-union/posts/${post}`)
    expect(await textOf(page.locator('#holders'))).toContain('Ключ від зали в бібліотеці')
    await pl.says('network.post.handedOver')
    await pl.follow('network.post.resign')
    await sound(page)
    await type(page, { reason: 'Wyjeżdżam na rok' })
    await pl.press('network.post.resignConfirm')
    await pl.done('network.said.resigned')
    await pl.says('network.post.vacant')
    expect(await seenByGuest()).not.toContain('Wyjeżdżam')
    await context.close()
  })
})
