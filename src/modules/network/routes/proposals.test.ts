import { afterAll, describe, expect, test } from 'vitest'
import { newMember, newMembership } from '#tests/members.ts'
import { openOrganisationDesk } from '#tests/organisation-desk.ts'
import { newUmbrella } from '#tests/umbrella.ts'

const desk = await openOrganisationDesk('proposing')
const { at, as, coalition, council, database, own, profilePath, stage, typed, versionOf } = desk
const { owner } = database
afterAll(() => stage.close())

describe('a coordinator', () => {
  const coordinator = coalition.coordinators[0].browser

  test('changes an organisation that has nobody of its own and belongs nowhere else', async () => {
    const alone = await newMember(database, coalition.id, { name: { uk: 'Сама' } })
    const path = at(`/organisations/${alone.organisation}/profile`)
    expect((await coordinator.post(path, typed(1, { 'name:uk': 'Сама собою' }))).status).toBe(303)
    expect(await versionOf(alone.organisation)).toBe(2)
  })

  test('proposes to one that has, which accepts field by field', async () => {
    const before = await versionOf()
    const answer = await coordinator.post(
      profilePath,
      typed(before, { 'name:uk': 'Рада змінена', town: 'Стрий', 'communities[]': ['roma', 'polish'] }),
    )
    expect(answer.status).toBe(303)
    expect(await versionOf()).toBe(before)

    const list = await (await own.browser.get(at(`/organisations/${council.organisation}/proposals`))).text()
    const path = /href="([^"]*\/proposals\/[^"]+)"/.exec(list)![1]!
    expect(await (await own.browser.get(path)).text()).toContain('Стрий')
    expect(
      (await coordinator.post(`${path}/answer`, { answer: 'accept', 'accepted[]': ['town'] })).status,
    ).toBe(403)

    const accepted = await own.browser.post(`${path}/answer`, { answer: 'accept', 'accepted[]': ['town'] })
    expect(accepted.status).toBe(303)
    const { rows } = await owner.query(
      'select name, town, communities from network.organisations where id = $1',
      [council.organisation],
    )
    expect(rows[0]).toEqual({ name: { uk: 'Рада' }, town: 'Стрий', communities: ['roma'] })
    const twice = await own.browser.post(`${path}/answer`, { answer: 'refuse' })
    expect(twice.status).toBe(409)
  })

  test('proposes also to one that belongs to another umbrella, and may take it back', async () => {
    const shared = await newMember(database, coalition.id, { name: { uk: 'Спільна' } })
    await newMembership(database, await newUmbrella(database), shared.organisation)
    const path = at(`/organisations/${shared.organisation}`)
    const over = { 'name:uk': 'Чужими руками', region: '', 'communities[]': [] }
    expect((await coordinator.post(`${path}/profile`, typed(1, over))).status).toBe(303)
    expect(await versionOf(shared.organisation)).toBe(1)
    const list = await (await coordinator.get(`${path}/proposals`)).text()
    const proposal = /href="([^"]*\/proposals\/[^"]+)"/.exec(list)![1]!
    expect((await coordinator.post(`${proposal}/withdrawal`)).status).toBe(303)
    expect((await coordinator.post(`${proposal}/withdrawal`)).status).toBe(403)
  })

  test('cannot get around it by writing to the database as the request role', async () => {
    const changed = await as(coalition.coordinators[0].id, tx =>
      tx.$client.query("update network.organisations set town = 'X' where id = $1", [council.organisation]),
    )
    expect(changed.rowCount).toBe(0)
  })
})
