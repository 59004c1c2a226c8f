import { afterAll, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/database/scope.ts'
import { enter } from '#tests/coalition.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { openOrganisationDesk } from '#tests/organisation-desk.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { stateUnion } from '../actions/change-union.ts'

const desk = await openOrganisationDesk('unions')
const { at, coalition, council, database, own, stage, stranger } = desk
afterAll(() => stage.close())

describe('a union', () => {
  test('names an organisation, which confirms, and both show it', async () => {
    const child = await newMember(database, coalition.id, { name: { uk: 'Осередок у Стрию' } })
    const theirs = await enter(stage, 'child@example.org')
    await newMandate(database, coalition.id, child.membership, theirs.id)
    const path = at(`/organisations/${council.organisation}`)

    expect(await (await own.browser.get(`${path}/union?q=осередок`)).text()).toContain(
      `value="${child.organisation}"`,
    )
    expect((await own.browser.post(`${path}/constituents`, { child: child.organisation })).status).toBe(303)
    expect((await own.browser.post(`${path}/constituents`, { child: child.organisation })).status).toBe(409)
    const page = at(`/directory/${council.membership}`)
    expect(await (await stranger.browser.get(page)).text()).not.toContain('Осередок у Стрию')

    const edge = `/unions/${council.organisation}/${child.organisation}`
    expect((await own.browser.post(`${path}${edge}/confirmation`)).status).toBe(403)
    const confirmed = await theirs.browser.post(
      at(`/organisations/${child.organisation}${edge}/confirmation`),
    )
    expect(confirmed.status).toBe(303)
    expect(await (await stranger.browser.get(page)).text()).toContain('Осередок у Стрию')
    expect(await (await stranger.browser.get(at('/directory'))).text()).toContain('1 організація у складі')

    expect((await theirs.browser.get(at(`/organisations/${child.organisation}${edge}/end`))).status).toBe(200)
    expect((await theirs.browser.post(at(`/organisations/${child.organisation}${edge}/end`))).status).toBe(
      303,
    )
    expect(await (await stranger.browser.get(page)).text()).not.toContain('Осередок у Стрию')
  })

  test('describes an organisation that nobody has on record', async () => {
    const path = at(`/organisations/${council.organisation}/constituents/new`)
    const bad = await own.browser.post(path, { 'name:uk': '', kind: 'association', country: 'UA' })
    expect(bad.status).toBe(422)
    const good = { 'name:uk': 'Нова сестра', kind: 'informal-group', country: 'UA', region: 'UA-46' }
    expect((await own.browser.post(path, good)).status).toBe(303)
    const page = await (await stranger.browser.get(at(`/directory/${council.membership}`))).text()
    expect(page).toContain('Нова сестра')
    expect(await (await stranger.browser.get(at('/directory'))).text()).not.toContain('Нова сестра')
  })

  test('never contains itself, with a sentence', async () => {
    const branch = await newMember(database, coalition.id, { name: { uk: 'Гілка' } })
    await newMandate(database, coalition.id, branch.membership, own.id)
    await own.browser.post(at(`/organisations/${council.organisation}/constituents`), {
      child: branch.organisation,
    })
    const back = await own.browser.post(at(`/organisations/${branch.organisation}/constituents`), {
      child: council.organisation,
    })
    expect(back.status).toBe(409)
    expect(await back.text()).toContain('Так спілка містила б саму себе')
    const itself = await own.browser.post(at(`/organisations/${branch.organisation}/constituents`), {
      child: branch.organisation,
    })
    expect(itself.status).toBe(409)
  })

  test('never contains itself when two edges that close a circle come at the same moment', async () => {
    const [a, b] = [
      await newMember(database, coalition.id, { name: { uk: 'Перша' } }),
      await newMember(database, coalition.id, { name: { uk: 'Друга' } }),
    ]
    for (const { membership } of [a, b]) await newMandate(database, coalition.id, membership, own.id)
    const scope = { umbrella: coalition.id, account: own.id }
    const state = (union: string, child: string) => ({
      scope,
      work: (tx: Tx) => stateUnion(tx, { union, child, member: null }),
    })
    const [first, second] = await oneAfterTheOther(
      database,
      state(a.organisation, b.organisation),
      state(b.organisation, a.organisation),
    )
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({ ok: false, reason: 'network.union.circle' })
  })

  test('takes in nobody whom this umbrella does not see', async () => {
    const elsewhere = await newMember(database, await newUmbrella(database), { name: { uk: 'Деінде' } })
    const answer = await own.browser.post(at(`/organisations/${council.organisation}/constituents`), {
      child: elsewhere.organisation,
    })
    expect(answer.status).toBe(404)
  })
})
