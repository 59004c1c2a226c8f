import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { incidentSteps } from '#tests/incident-steps.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let olha: Present
let steps: ReturnType<typeof incidentSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'welfare')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  olha = await monitorOf(stage, place, 'olha')
  steps = incidentSteps(place)
})
afterAll(() => stage.close())

const post = (who: Present, path: string, fields: Record<string, string> = {}) =>
  who.browser.post(steps.at(`/monitor-welfare${path}`), fields)
const page = (who: Present) => steps.page(who, '/monitor-welfare')

describe('welfare', () => {
  test('is for monitors', async () => {
    const visitor = await new Visitor(stage).get(steps.at('/monitor-welfare'))
    expect(visitor.headers.get('location')).toContain('/sign-in')
    expect((await place.coordinators[0].browser.get(steps.at('/monitor-welfare'))).status).toBe(403)
  })

  test('counts what one opened oneself, by how grave it was, and says gently when it is enough', async () => {
    const code = await steps.recorded(vera)
    await steps.done(steps.codes(vera, code, { severity: '4' }))
    await steps.done(vera.browser.post(steps.at(`/incidents/${code}/codes`)))
    const opening = await olha.browser.post(steps.at(`/incidents/${code}/opening`), { reason: 'Reading' })
    expect(opening.status).toBe(200)
    const own = await page(olha)
    expect(own).toMatch(/4 · [^<]+<\/th><td[^>]*>2<\/td>/)
    expect(await page(ivan)).not.toContain('4 · ')
    expect((await post(olha, '/limit', { perWeek: 'many' })).status).toBe(422)
    await steps.done(post(olha, '/limit', { perWeek: '2' }))
    expect(await page(olha)).toContain('That is enough for this week')
    expect(await page(ivan)).not.toContain('That is enough')
    await steps.done(post(olha, '/limit', { perWeek: '' }))
    expect(await page(olha)).not.toContain('That is enough')
  })

  test('lets a colleague take over an open coding, without its codes', async () => {
    const code = await steps.recorded(vera)
    await steps.done(steps.codes(vera, code, { intent: 'draft' }))
    const [, coding] = /name="coding" value="([0-9a-f-]{36})"/.exec(await page(vera))!
    expect((await post(vera, '/offers', { coding: coding!, to: 'x' })).status).toBe(422)
    expect((await post(ivan, '/offers', { coding: coding!, to: olha.id })).status).toBe(409)
    const stranger = place.coordinators[0].id
    expect((await post(vera, '/offers', { coding: coding!, to: stranger })).status).toBe(409)
    await steps.done(post(vera, '/offers', { coding: coding!, to: ivan.id }))
    const [, offer] = /offers\/([0-9a-f-]{36})\/acceptance/.exec(await page(ivan))!
    expect((await post(olha, `/offers/${offer}/acceptance`)).status).toBe(409)
    expect((await post(olha, `/offers/${offer}/end`)).status).toBe(409)
    await steps.done(post(ivan, `/offers/${offer}/acceptance`))
    const { rows } = await stage.platform.database.owner.query(
      'select coder_id, codes from monitoring.codings c join monitoring.incidents i on i.id = c.incident_id where i.code = $1',
      [code],
    )
    expect(rows).toEqual([{ coder_id: ivan.id, codes: {} }])
  })

  test('leaves a coding with its coder when the offer is declined or taken back', async () => {
    const code = await steps.recorded(vera)
    await steps.done(steps.codes(vera, code, { intent: 'draft' }))
    for (const who of [vera, ivan]) {
      const [, coding] = /name="coding" value="([0-9a-f-]{36})"/.exec(await page(vera))!
      await steps.done(post(vera, '/offers', { coding: coding!, to: ivan.id }))
      const [, offer] = /offers\/([0-9a-f-]{36})\/end/.exec(await page(who))!
      await steps.done(post(who, `/offers/${offer}/end`))
    }
    expect(await page(vera)).toContain(code)
  })
})
