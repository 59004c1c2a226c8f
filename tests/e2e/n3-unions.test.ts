import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { stage } from './browser.ts'
import { choose, desk, phone, reader, tick, type } from './coalition-steps.ts'
import { go, read, sound, textOf } from './journey.ts'

const show = stage()
const coalition = 'international-union'
// What one looks for, and the names that the three languages show.
type Known = { search: string; names: RegExp }
const council: Known = {
  search: 'Миколаївської',
  names:
    /Рада національних товариств Миколаївської|Rada Towarzystw Narodowych|Council of National Associations/,
}
const school: Known = { search: 'Абрикос', names: /школа «Абрикос»|School “Apricot”/ }
const fellowship: Known = { search: 'Виноград', names: /земляцтво «Виноград»|Fellowship “Vine”/ }
const found = (locale: Locale, { search }: Known) =>
  `/${locale}/${coalition}/directory?q=${encodeURIComponent(search)}`

/** Somebody at work on the unions of the organisation for which they act. */
async function atUnionOf(of: Known, as: string, locale: Locale, how: typeof phone | typeof desk) {
  const { page, context } = await show.visit({ ...how, as: `${coalition}.${as}` })
  const person = reader(page, locale)
  await go(page, found(locale, of))
  await page.getByRole('link', { name: of.names }).first().click()
  await person.follow('network.union.manage')
  await sound(page)
  const add = async (other: Known) => {
    await type(page, { q: other.search })
    await person.press('network.union.look')
    await sound(page)
    const row = page.getByRole('row').filter({ hasText: other.names })
    await row.getByRole('button', { name: person.t('network.union.add') }).click()
  }
  return { page, context, person, add }
}

/** Somebody answers what a union said of their organisation, from what waits on their home page. */
async function confirmUnion(as: string, locale: Locale, union: Known) {
  const { page, context } = await show.visit({ ...phone, as: `${coalition}.${as}` })
  const person = reader(page, locale)
  await go(page, `/${locale}/${coalition}/home`)
  await page.locator('#unions').getByRole('link', { name: union.names }).click()
  await sound(page)
  await person.press('network.union.confirm')
  await person.done('network.said.unionConfirmed')
  await context.close()
}

/** What anybody sees: the text of the union's part of the page, how many it unites, and how many members there are. */
async function asGuest(locale: Locale) {
  const { page, context } = await show.visit(phone)
  await go(page, `/${locale}/${coalition}/directory`)
  const members = await textOf(page.locator('.lead').first())
  await go(page, found(locale, council))
  const listed = await textOf(page.locator('main'))
  await page.getByRole('link', { name: council.names }).first().click()
  await sound(page)
  const tree = await textOf(page.locator('#union'))
  await context.close()
  return { tree, members, listed, count: Number(/\d+/.exec(tree)![0]) }
}

describe('a union', () => {
  it('names a member as its own, which appears in the tree when it has agreed', async () => {
    const before = await asGuest('uk')
    const { page, context, person, add } = await atUnionOf(council, 'representative', 'uk', phone)
    await add(school)
    await person.done('network.said.unionStated')
    await person.says('network.union.stated')
    expect((await asGuest('uk')).tree).toBe(before.tree)
    await confirmUnion('secondCoordinator', 'pl', council)
    const after = await asGuest('uk')
    expect(after.count).toBe(before.count + 1)
    expect(after.tree).toMatch(school.names)
    expect(after.tree).toContain(person.t('network.union.alsoMember'))
    expect(after.members, 'nobody became a member by being named').toBe(before.members)
    expect(after.listed).toContain(person.t('network.directory.related', { count: after.count }))
    await go(page, found('uk', school))
    await page.getByRole('link', { name: school.names }).first().click()
    await person.says('network.union.partOf')
    await context.close()
  })

  it('may be part of another one, but a circle is refused with a sentence', async () => {
    const before = await asGuest('pl')
    const middle = await atUnionOf(school, 'secondCoordinator', 'pl', desk)
    await middle.add(fellowship)
    await middle.person.done('network.said.unionStated')
    await middle.context.close()
    await confirmUnion('coordinator', 'en', school)
    const after = await asGuest('pl')
    expect(after.count, 'what a part unites is counted as well').toBe(before.count + 1)
    expect(after.tree).toMatch(fellowship.names)

    const last = await atUnionOf(fellowship, 'coordinator', 'uk', desk)
    await last.add(council)
    await last.person.refuses('network.union.circle')
    await last.context.close()
  })

  it('describes a group that nobody knows here: it is related at once, and no member', async () => {
    const before = await asGuest('en')
    const { page, context, person } = await atUnionOf(council, 'representative', 'uk', phone)
    await person.follow('network.union.describe')
    await sound(page)
    await person.press('network.union.add')
    await person.complains('network.organisation.nameMissing')
    await type(page, { 'name:uk': 'Гурток вишиванки «Нитка»', town: 'Вознесенськ' })
    await choose(page, { region: 'UA-48' })
    await tick(page, 'communities', ['moldovan'])
    await person.press('network.union.add')
    await person.done('network.said.constituentAdded')
    const after = await asGuest('en')
    expect(after.count).toBe(before.count + 1)
    expect(after.tree).toContain('Нитка')
    expect(after.members).toBe(before.members)
    await page.getByRole('link', { name: 'Гурток вишиванки «Нитка»' }).first().click()
    expect(new URL(page.url()).pathname).toContain('/organisations/')
    await person.says('network.union.partOf')
    await sound(page)
    await context.close()
  })

  it('lets a part go, which stays a member', async () => {
    const { page, context, person } = await atUnionOf(school, 'secondCoordinator', 'pl', desk)
    const row = page.getByRole('row').filter({ hasText: council.names })
    await row.getByRole('link', { name: person.t('network.union.end') }).click()
    await sound(page)
    await person.press('network.union.end')
    await person.done('network.said.unionEnded')
    expect((await asGuest('pl')).tree).not.toMatch(school.names)
    await read(page, found('pl', school))
    expect(await page.getByRole('link', { name: school.names }).count()).toBeGreaterThan(0)
    await context.close()
  })
})
