import { afterAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { enter, foundCoalition, memberWith } from '#tests/coalition.ts'
import { newMember } from '#tests/members.ts'
import { twinsDesk } from '#tests/twins.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { findDuplicates } from '../actions/find-duplicates.ts'

const stage = await setStage()
const { database } = stage.platform
const { owner } = database
const here = await foundCoalition(stage, 'twins-here')
const elsewhere = await foundCoalition(stage, 'twins-elsewhere')
const [anna] = here.coordinators
const { at, twins, numbered, lublin } = twinsDesk(stage, here)
const member = await enter(stage, 'member@twins.example')
await memberWith(stage, here.id, member.id)
afterAll(() => stage.close())

const search = () => inScope(database.request, { umbrella: here.id, account: null }, 'write', findDuplicates)

describe('looking for duplicates', () => {
  it('finds the same name, names alike and the same contact in one place, and nothing else', async () => {
    const same = await twins('Fundacja Wspólny Dom')
    const typo = await twins('Stowarzyszenie Łemków Lubelskich', 'Stowarzyszenie Lemkow Lubelskih')
    const numbers = await twins('Towarzystwo Pogranicze')
    await numbered(numbers.a.organisation, '0000123456')
    await numbered(numbers.b.organisation, '0000654321')
    await newMember(database, here.id, {
      name: { pl: 'Fundacja Wspólny Dom' },
      country: 'PL',
      region: 'PL-02',
    })
    await newMember(database, elsewhere.id, { name: { pl: 'Fundacja Wspólny Dom' }, ...lublin })
    const website = await twins('Перша', 'Зовсім інша')
    for (const who of [website.a, website.b]) {
      await owner.query(
        "insert into network.contacts (organisation_id, id, kind, value) values ($1, $2, 'website', 'https://one.example')",
        [who.organisation, newId()],
      )
    }
    expect(await search()).toBe(3)
    expect(await search()).toBe(3)
    const html = await (await anna.browser.get(at('/duplicates'))).text()
    for (const { path } of [same, typo, website]) expect(html).toContain(at(path))
    expect(html).not.toContain(numbers.path)
    expect(html).toContain('the same contact')
  })

  it('is for coordinators of the umbrella', async () => {
    const { path } = await twins('Koło Pisarzy')
    expect((await new Visitor(stage).get(at('/duplicates'))).headers.get('location')).toContain(
      '/sign-in?to=',
    )
    for (const address of ['/duplicates', path]) {
      expect((await member.browser.get(at(address))).status).toBe(403)
      expect((await elsewhere.coordinators[0].browser.get(at(address))).status).toBe(403)
    }
    expect((await elsewhere.coordinators[0].browser.get(at(path, elsewhere.slug))).status).toBe(404)
    expect((await member.browser.post(at(`${path}/difference`))).status).toBe(403)
    expect((await anna.browser.get(at(`/duplicates/${newId()}/${newId()}`))).status).toBe(404)
    expect((await anna.browser.post(at('/duplicates/search'))).status).toBe(303)
  })

  it('remembers what somebody said about a pair, and forgets what does not look alike any more', async () => {
    const apart = await twins('Klub Inteligencji')
    const renamed = await twins('Klub Nauczycieli')
    await search()
    expect(await (await anna.browser.get(at(apart.path))).text()).toContain('Are these one organisation?')
    expect((await anna.browser.post(at(`${apart.path}/difference`))).status).toBe(303)
    expect((await anna.browser.post(at(`${apart.path}/difference`))).status).toBe(409)
    await owner.query(
      `update network.organisations set name = '{"pl": "Orkiestra"}', search_key = 'orkiestra' where id = $1`,
      [renamed.b.organisation],
    )
    await search()
    const html = await (await anna.browser.get(at('/duplicates'))).text()
    expect(html).not.toContain(apart.path)
    expect(html).not.toContain(renamed.path)
  })

  it('compares two records and marks what differs', async () => {
    const { path } = await twins('Chór Pogranicza', 'Chór Pogranicze')
    const html = await (await anna.browser.get(at(path))).text()
    expect(html.match(/badge-warning[^>]*>different/g)).toHaveLength(1)
    const [low, high] = path.split('/').slice(2)
    expect((await anna.browser.get(at(`/duplicates/${high}/${low}`))).status).toBe(200)
  })
})
