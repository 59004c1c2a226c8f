import { afterAll, expect, test } from 'vitest'
import { searchKey } from '#platform/text/index.ts'
import { memberWith } from '#tests/coalition.ts'
import { openDecisionDesk } from '#tests/decision-desk.ts'
import { newMembership, newOrganisation } from '#tests/members.ts'
import { mostOffered } from '../queries/member-search.ts'

const desk = await openDecisionDesk('many-members')
const { stage, database, here, people, members } = desk
const [coordinator] = desk.coordinators
afterAll(() => stage.close())

const late = 'Товариство Щедрик'

async function manyMembers(): Promise<string> {
  for (let n = 0; n < mostOffered; n++)
    await newMembership(database, here.id, await newOrganisation(database))
  const organisation = await newOrganisation(database, { name: { uk: late } })
  await database.owner.query('update network.organisations set search_key = $2 where id = $1', [
    organisation,
    searchKey(late),
  ])
  return newMembership(database, here.id, organisation)
}

const offers = (page: string, member: string) => page.includes(`value="${member}"`)

test('a member beyond the first is found by a part of its name in any script, without JavaScript', async () => {
  const last = await manyMembers()
  await desk.ask()
  const form = `${desk.at}/entered/new`
  const first = await (await coordinator.get(form)).text()
  expect([offers(first, members[0]!), offers(first, last)]).toEqual([true, false])
  expect(first).toContain('Only the first 50 members are listed here')
  for (const words of ['Щедр', 'szczed', 'товариство щедрик']) {
    const found = await (await coordinator.get(`${form}?q=${encodeURIComponent(words)}`)).text()
    expect([offers(found, members[0]!), offers(found, last)], words).toEqual([false, true])
  }
  expect(await desk.words(`${form}?q=nobody`, coordinator)).toContain('There is no member with this name')
  const wrong = await coordinator.upload(`${desk.at}/entered`, { membership: last, choice: '' }, {})
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain(`value="${last}" selected`)
})

test('a mandate is doubted of members that have voted, found by name too', async () => {
  await desk.vote(0)
  const { browser } = people[1]!
  const page = await (await browser.get(`${desk.at}/challenges/new`)).text()
  expect(page).toContain(`<option value="${members[0]}"`)
  expect(page).not.toContain('type="search"')
  const none = await (await browser.get(`${desk.at}/challenges/new?q=Щедрик`)).text()
  expect(none).toContain('There is no member with this name')
})

test('a co-author is looked for in the same way', async () => {
  const writer = await memberWith(stage, here.id, people[0]!.id)
  const typed = { membership: writer, intent: 'save', authoritative: 'uk', title: 'Дім', need: 'Немає місця' }
  const saved = await people[0]!.browser.post('/en/many-members/initiatives', typed)
  const draft = saved.headers.get('location')!.replace(/(\/form)?(\?.*)?$/, '')
  expect(await (await people[0]!.browser.get(draft)).text()).not.toContain(late)
  expect(await (await people[0]!.browser.get(`${draft}?q=szczedryk`)).text()).toContain(late)
})
