import { afterAll, describe, expect, it } from 'vitest'
import { aidDesk } from '#tests/aid-desk.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { inDays } from '#tests/partners.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const here = await foundCoalition(stage, 'aid-here')
const elsewhere = await foundCoalition(stage, 'aid-elsewhere')
const { at, people, listing, post } = await aidDesk(stage, here)
afterAll(() => stage.close())

describe('needs and offers', () => {
  it('are for people inside; visitors see numbers alone', async () => {
    await post(people.needy, 'need', { kind: 'other', title: 'Таємна потреба' })
    const visitor = new Visitor(stage)
    const html = await (await visitor.get(at('/aid'))).text()
    expect(html).toContain('open need')
    expect(html).not.toContain('Таємна потреба')
    expect(await (await here.coordinators[0].browser.get(at('/aid'))).text()).toContain('Таємна потреба')
    expect((await visitor.get(at('/aid/new'))).headers.get('location')).toContain('/en/sign-in?to=')
    for (const who of [here.coordinators[0], elsewhere.coordinators[0]]) {
      expect((await who.browser.get(at('/aid/new'))).status).toBe(403)
      expect((await who.browser.post(at('/aid'), listing(people.needy, 'need'))).status).toBe(403)
    }
  })

  it('are not posted for somebody else’s member, and not found from another umbrella', async () => {
    expect((await people.giver.browser.post(at('/aid'), listing(people.needy, 'need'))).status).toBe(403)
    const path = await post(people.needy, 'need', { kind: 'other' })
    const [stranger] = elsewhere.coordinators
    expect((await stranger.browser.get(at(path))).status).toBe(403)
    expect((await stranger.browser.get(at(path, elsewhere))).status).toBe(404)
    expect((await people.giver.browser.get(at(`${path}/form`))).status).toBe(403)
    expect((await people.giver.browser.post(at(`${path}/settlement`), { status: 'withdrawn' })).status).toBe(
      403,
    )
  })

  it('give back what was typed with every problem', async () => {
    const answer = await people.needy.browser.post(at('/aid'), {
      ...listing(people.needy, 'need'),
      kind: 'palace',
      title: '',
      region: 'PL-06',
      until: 'tomorrow',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('На 30 осіб')
    for (const field of ['kind', 'title', 'region', 'until']) expect(html).toContain(`href="#field-${field}"`)
    expect(
      (await people.needy.browser.post(at('/aid'), listing(people.needy, 'need', { until: inDays(-1) })))
        .status,
    ).toBe(409)
  })

  it('can be filtered by kind and country, and their language is marked', async () => {
    const path = await post(people.needy, 'need', {
      kind: 'translation',
      title: 'Переклад на ґаґаузьку',
      country: '',
      region: '',
    })
    const list = (query: string) =>
      people.third.browser.get(at(`/aid?${query}`)).then(answer => answer.text())
    expect(await list('kind=translation&country=PL')).toContain('Переклад на ґаґаузьку')
    expect(await list('kind=premises')).not.toContain('Переклад на ґаґаузьку')
    expect(await list('show=offer')).not.toContain('Переклад на ґаґаузьку')
    expect(await (await people.third.browser.get(at(path))).text()).toMatch(
      /<span lang="uk" dir="auto">Переклад/,
    )
  })

  it('are changed, closed with what came of it, and opened again', async () => {
    const path = await post(people.needy, 'need', { kind: 'other' })
    const changed = listing(people.needy, 'need', { kind: 'other', title: 'Інша назва' })
    expect((await people.needy.browser.post(at(path), changed)).status).toBe(303)
    expect((await people.needy.browser.post(at(`${path}/settlement`), { status: 'closed' })).status).toBe(422)
    const done = { status: 'closed', useful: 'yes', outcome: 'Знайшли залу' }
    expect((await people.needy.browser.post(at(`${path}/settlement`), done)).status).toBe(303)
    expect((await people.needy.browser.post(at(`${path}/settlement`), done)).status).toBe(409)
    expect(await (await people.third.browser.get(at(path))).text()).toContain('Знайшли залу')
    expect((await people.needy.browser.post(at(`${path}/reopening`), { until: inDays(-2) })).status).toBe(409)
    expect((await people.needy.browser.post(at(`${path}/reopening`), { until: inDays(9) })).status).toBe(303)
    expect(await (await people.needy.browser.get(at('/aid?show=mine'))).text()).toContain('Інша назва')
  })
})
