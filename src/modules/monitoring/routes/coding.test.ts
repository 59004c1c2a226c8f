import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { incidentSteps } from '#tests/incident-steps.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { countQueries } from '#tests/query-count.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let third: Present
let foreign: Present
let steps: ReturnType<typeof incidentSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'coding')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  third = await monitorOf(stage, place, 'third')
  foreign = await monitorOf(stage, await foundCoalition(stage, 'coding-elsewhere'), 'foreign')
  steps = incidentSteps(place)
})
afterAll(() => stage.close())

const waits = async (who: Present, waiting: string, code: string) =>
  (await steps.page(who, `/incidents?waiting=${waiting}`)).includes(code)
const stored = async (code: string) =>
  (await stage.platform.database.owner.query('select * from monitoring.incidents where code = $1', [code]))
    .rows[0]

describe('coding an incident', () => {
  test('is for monitors of the coalition', async () => {
    const code = await steps.recorded(vera)
    const path = steps.at(`/incidents/${code}/coding`)
    expect((await place.coordinators[0].browser.get(path)).status).toBe(403)
    expect((await foreign.browser.get(path)).status).toBe(403)
    expect((await steps.codes(place.coordinators[0], code)).status).toBe(403)
    expect((await vera.browser.get(path)).status).toBe(200)
    expect((await vera.browser.get(steps.at('/incidents/0000000000/coding'))).status).toBe(404)
    expect((await vera.browser.get(steps.at('/incidents/nonsense/coding'))).status).toBe(404)
  })

  test('folds what may stay empty until something in it is chosen', async () => {
    const code = await steps.recorded(vera)
    const open = (html: string) => html.match(/<details class="folded-choices[^"]*" open/g)?.length ?? 0
    expect(open(await steps.page(vera, `/incidents/${code}/coding`))).toBe(0)
    await steps.codes(vera, code, { intent: 'draft', layer: '', 'types[]': ['ARS'], severity: '' })
    const html = await steps.page(vera, `/incidents/${code}/coding`)
    expect(html).toMatch(/<details class="folded-choices" open=""><summary>crime \(1 ticked\)/)
  })

  test('offers every word with its meaning, and keeps a draft as it was', async () => {
    const code = await steps.recorded(vera)
    const html = await steps.page(vera, `/incidents/${code}/coding`)
    for (const words of [
      'antisemitism',
      'racism and xenophobia: skin colour',
      'insults, humiliation or shouting',
    ])
      expect(html, words).toContain(words)
    const draft = await steps.codes(vera, code, { intent: 'draft', layer: '', 'types[]': ['ARS'] })
    expect(await steps.done(draft)).toContain('codingKept')
    const again = await steps.page(vera, `/incidents/${code}/coding`)
    expect(again).toMatch(/name="types\[\]" value="ARS" checked/)
    expect(again).not.toMatch(/name="types\[\]" value="ASS" checked/)
  })

  test('is finished only when it says what, why, and which motive is the main one', async () => {
    const code = await steps.recorded(vera)
    const empty = await steps.codes(vera, code, { layer: '', 'types[]': [], 'biases[]': [] })
    expect(empty.status).toBe(422)
    const html = await empty.text()
    for (const field of ['layer', 'types', 'biases']) expect(html).toContain(`href="#field-${field}"`)
    const two = await steps.codes(vera, code, { 'biases[]': ['ROMA', 'RX'] })
    expect(await two.text()).toContain('choose the main one')
    const outside = await steps.codes(vera, code, { bias: 'AS', intent: 'draft' })
    expect(await outside.text()).toContain('must be one of the motives')
    const unknown = await steps.codes(vera, code, { 'types[]': ['PUNCH'] })
    expect(unknown.status).toBe(422)
  })

  test('is blind: nobody sees a word of the other before both are done, on no page', async () => {
    const code = await steps.recorded(vera)
    await steps.done(steps.codes(vera, code, { 'types[]': ['ARS'], location: 'CEM' }))
    const paths = ['', '/coding', '/comparison', '/duplicates']
    for (const path of paths) {
      const answer = await ivan.browser.get(steps.at(`/incidents/${code}${path}`))
      expect([200, 404]).toContain(answer.status)
      const html = await answer.text()
      expect(html, path).not.toMatch(/value="(ARS|CEM)" checked/)
      expect(html.replace(/<form[\s\S]*<\/form>/g, ''), path).not.toMatch(/arson|cemetery/i)
    }
    expect((await ivan.browser.get(steps.at(`/incidents/${code}/comparison`))).status).toBe(404)
    await steps.done(steps.codes(ivan, code, { intent: 'draft' }))
    expect((await vera.browser.get(steps.at(`/incidents/${code}/comparison`))).status).toBe(404)
    await steps.done(steps.codes(ivan, code))
    for (const who of [vera, ivan, third])
      expect(await steps.page(who, `/incidents/${code}/comparison`)).toContain('arson')
    const { rows } = await stage.platform.database.owner.query(
      'select blind from monitoring.codings c join monitoring.incidents i on i.id = c.incident_id where i.code = $1',
      [code],
    )
    expect(rows).toEqual([{ blind: true }, { blind: true }])
  })

  test('is done by two, each once; what is finished stays, what is open can be given back', async () => {
    const code = await steps.recorded(vera)
    await steps.done(steps.codes(vera, code))
    expect((await steps.codes(vera, code)).status).toBe(409)
    await steps.done(steps.codes(ivan, code, { intent: 'draft' }))
    expect((await steps.codes(third, code)).status).toBe(409)
    const giveBack = (who: Present) => who.browser.post(steps.at(`/incidents/${code}/coding/return`))
    expect((await giveBack(vera)).status).toBe(409)
    await steps.done(giveBack(ivan))
    await steps.done(steps.codes(third, code))
  })
})

describe('the list', () => {
  test('tells each what waits for them', async () => {
    const code = await steps.recorded(vera)
    expect(await waits(vera, 'me', code)).toBe(true)
    await steps.done(steps.codes(vera, code))
    expect(await waits(vera, 'me', code)).toBe(false)
    expect(await waits(ivan, 'me', code)).toBe(true)
    expect(await waits(ivan, 'second', code)).toBe(true)
    await steps.done(steps.codes(ivan, code))
    expect(await waits(ivan, 'second', code)).toBe(false)
    expect(await waits(vera, 'settling', code)).toBe(true)
    await steps.done(vera.browser.post(steps.at(`/incidents/${code}/codes`)))
    expect(await waits(vera, 'settling', code)).toBe(false)
  })
})

describe('codes', () => {
  test('stand on the incident once what differs is settled', async () => {
    const code = await steps.recorded(vera)
    const path = steps.at(`/incidents/${code}/codes`)
    await steps.done(steps.codes(vera, code, { 'types[]': ['ASS'], severity: '2' }))
    await steps.done(steps.codes(ivan, code, { 'types[]': ['THR'], severity: '3' }))
    const open = await vera.browser.post(path, { severity: 'second' })
    expect(open.status).toBe(422)
    expect(await open.text()).toContain('href="#field-types"')
    expect((await stored(code)).bias).toBeNull()
    expect(await steps.done(vera.browser.post(path, { severity: 'second', types: 'both' }))).toContain(
      'codesTaken',
    )
    expect(await stored(code)).toMatchObject({
      layer: 'C',
      bias: 'ROMA',
      types: ['ASS', 'THR'],
      severity: '3',
      odihr_eligible: true,
    })
  })

  test('do not hold a main motive that is none of the motives', async () => {
    const code = await steps.recorded(vera)
    await steps.done(steps.codes(vera, code, { 'biases[]': ['ROMA'] }))
    await steps.done(steps.codes(ivan, code, { 'biases[]': ['AS'] }))
    const post = (bias: string) =>
      vera.browser.post(steps.at(`/incidents/${code}/codes`), { biases: 'first', bias })
    expect((await post('second')).status).toBe(422)
    await steps.done(post('first'))
  })

  test('of one who codes alone are taken over by that one only, and end blindness', async () => {
    const code = await steps.recorded(vera)
    const path = steps.at(`/incidents/${code}/codes`)
    await steps.done(steps.codes(vera, code))
    expect((await ivan.browser.post(path)).status).toBe(409)
    await steps.done(vera.browser.post(path))
    expect((await stored(code)).bias).toBe('ROMA')
    expect((await steps.codes(ivan, code)).status).toBe(409)
  })

  test('are compared over all incidents, in one statement however many there are', async () => {
    const asked = countQueries(stage.platform.database)
    const html = await steps.page(vera, '/coding-agreement')
    expect(html).toContain('Cohen')
    expect(asked().length).toBeLessThanOrEqual(4)
    expect((await place.coordinators[0].browser.get(steps.at('/coding-agreement'))).status).toBe(403)
  })
})
