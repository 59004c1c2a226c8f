import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { incidentSteps } from '#tests/incident-steps.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { listWords } from '../vocabulary/list-words.ts'
import { shippedLists } from '../vocabulary/shipped.ts'

let stage: Stage
let place: Coalition
let vera: Present
let foreign: Present
let steps: ReturnType<typeof incidentSteps>
let visitor: Visitor

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'words')
  vera = await monitorOf(stage, place, 'vera')
  foreign = await monitorOf(stage, await foundCoalition(stage, 'words-elsewhere'), 'foreign')
  steps = incidentSteps(place)
  visitor = new Visitor(stage)
})
afterAll(() => stage.close())

const term = (over: Record<string, string> = {}) => ({
  code: 'lemko',
  'label:en': 'Lemkos',
  'definition:en': 'the Lemko community',
  ...over,
})
const add = (fields: Record<string, string>, who = vera, list = 'target_groups') =>
  who.browser.post(steps.at(`/vocabularies/${list}/terms`), fields)

describe('vocabularies', () => {
  test('are public, each under its own name', async () => {
    const html = await (await visitor.get(steps.at('/vocabularies'))).text()
    for (const { list } of shippedLists) expect(html, list).toContain(`/vocabularies/${list}"`)
    expect(shippedLists.map(({ list }) => list).filter(list => !(list in listWords))).toEqual([])
    const bias = await (await visitor.get(steps.at('/vocabularies/bias'))).text()
    expect(bias).toContain('skin colour')
    expect(bias).not.toContain('<form class="form" action="/en/words/vocabularies')
    expect((await visitor.get(steps.at('/vocabularies/no_such_list'))).status).toBe(404)
  })

  test('get words of the coalition from its monitors, with every problem at once', async () => {
    expect((await add(term(), place.coordinators[0])).status).toBe(403)
    expect((await add(term(), foreign)).status).toBe(403)
    const bad = await add(term({ code: 'a b', 'label:en': '', 'definition:en': '' }))
    expect(bad.status).toBe(422)
    const html = await bad.text()
    for (const field of ['code', 'label', 'definition']) expect(html).toContain(`href="#field-${field}"`)
    expect((await add(term({ code: 'V5' }), vera, 'verification')).status).toBe(409)
    await steps.done(add(term()))
    expect((await add(term())).status).toBe(409)
    stage.app.cache.flush()
    expect(await (await visitor.get(steps.at('/vocabularies/target_groups'))).text()).toContain('OWN-LEMKO')
    expect(await (await visitor.get('/en/words-elsewhere/vocabularies/target_groups')).text()).not.toContain(
      'OWN-LEMKO',
    )
  })

  test('put an own type under its layer in the form of who codes', async () => {
    expect((await add(term({ code: 'BOOK' }), vera, 'types')).status).toBe(422)
    await steps.done(add(term({ code: 'BOOK', layer: 'S', 'label:en': 'schoolbook' }), vera, 'types'))
    const code = await steps.recorded(vera)
    const html = await steps.page(vera, `/incidents/${code}/coding`)
    expect(html).toMatch(/<summary>hateful expression[^<]*<\/summary>(?:(?!<summary>)[\s\S])*OWN-BOOK/)
  })

  test('end a word once: it is offered no more, and what was coded with it keeps it', async () => {
    await steps.done(add(term({ code: 'END', 'label:en': 'A word that ends' })))
    const code = await steps.recorded(vera)
    await steps.done(steps.codes(vera, code, { 'target_groups[]': ['OWN-END'] }))
    await steps.done(vera.browser.post(steps.at(`/incidents/${code}/codes`)))
    const end = (who: Present) => who.browser.post(steps.at('/vocabularies/target_groups/terms/OWN-END/end'))
    expect((await end(foreign)).status).toBe(403)
    await steps.done(end(vera))
    expect((await end(vera)).status).toBe(409)
    expect(await steps.page(vera, `/incidents/${code}`)).toContain('A word that ends')
    const next = await steps.recorded(vera)
    expect(await steps.page(vera, `/incidents/${next}/coding`)).not.toContain('OWN-END')
    expect((await steps.codes(vera, next, { 'target_groups[]': ['OWN-END'] })).status).toBe(422)
  })
})
