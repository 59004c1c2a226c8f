import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { incidentSteps } from '#tests/incident-steps.ts'
import { article, monitorOf } from '#tests/monitor-desk.ts'
import { countQueries } from '#tests/query-count.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let locked: Present
let foreign: Present
let steps: ReturnType<typeof incidentSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'incident')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  locked = await monitorOf(stage, place, 'locked', { opened: false })
  foreign = await monitorOf(stage, await foundCoalition(stage, 'incident-elsewhere'), 'foreign')
  steps = incidentSteps(place)
})
afterAll(() => stage.close())

const post = (who: Present, path: string, fields: Record<string, string> = {}) =>
  who.browser.post(steps.at(`/incidents/${path}`), fields)
const sourcesOf = async (code: string): Promise<{ id: string; origin_id: string }[]> =>
  (
    await stage.platform.database.owner.query(
      'select s.* from monitoring.sources s join monitoring.incidents i on i.id = s.incident_id where i.code = $1 order by s.added_on, s.id',
      [code],
    )
  ).rows
const levelOf = async (code: string) =>
  (
    await stage.platform.database.owner.query(
      'select verification from monitoring.incidents where code = $1',
      [code],
    )
  ).rows[0].verification

/** An incident that one has coded, with one source that is graded. */
async function assessed(over: Record<string, string> = {}): Promise<string> {
  const code = await steps.recorded(vera, over)
  await steps.done(steps.codes(vera, code))
  await steps.done(post(vera, `${code}/codes`))
  for (const { id } of await sourcesOf(code)) await graded(code, id)
  return code
}

async function graded(code: string, source: string, reliability = 'B', credibility = '2') {
  await steps.done(post(vera, `${code}/sources/${source}/reliability`, { grade: reliability }))
  await steps.done(post(vera, `${code}/sources/${source}/credibility`, { grade: credibility }))
}

describe('the page of an incident', () => {
  test('is for monitors of the coalition, and says nothing to others, not even that it is there', async () => {
    const code = await steps.recorded(vera)
    const path = steps.at(`/incidents/${code}`)
    expect((await new Visitor(stage).get(path)).status).toBe(303)
    expect((await place.coordinators[0].browser.get(path)).status).toBe(403)
    expect((await foreign.browser.get(path)).status).toBe(403)
    expect((await foreign.browser.get(`/en/incident-elsewhere/incidents/${code}`)).status).toBe(404)
    expect((await vera.browser.get(path)).status).toBe(200)
  })

  test('asks a few statements, with many sources as with one', async () => {
    const code = await steps.recorded(vera)
    const asked = countQueries(stage.platform.database)
    await steps.page(vera, `/incidents/${code}`)
    const few = asked().length
    expect(few).toBeLessThanOrEqual(7)
    for (let n = 0; n < 3; n++)
      await steps.done(post(vera, `${code}/sources`, article({ text: `Text ${n}` })))
    asked()
    await steps.page(vera, `/incidents/${code}`)
    expect(asked().length).toBe(few)
  })

  test('corrects time and place, not while somebody codes', async () => {
    const code = await steps.recorded(vera)
    const facts = { month: '2025-07', monthUntil: '', precision: 'half_year', region: 'PL-06', priority: '' }
    expect((await post(vera, `${code}/facts`, { ...facts, month: '2025-08' })).status).toBe(422)
    expect((await post(vera, `${code}/facts`, { ...facts, monthUntil: '2025-01' })).status).toBe(422)
    await steps.done(post(vera, `${code}/facts`, facts))
    expect(await steps.page(vera, `/incidents/${code}`)).toContain('second half of 2025')
    await steps.done(steps.codes(ivan, code, { intent: 'draft' }))
    const held = await post(vera, `${code}/facts`, { ...facts, region: 'PL-08' })
    expect(held.status).toBe(409)
    expect(await held.text()).toContain('Somebody is coding')
  })
})

describe('what was told', () => {
  test('is on no page until it is opened, with a reason, and every opening is told to colleagues', async () => {
    const code = await steps.recorded(vera)
    expect(await steps.page(ivan, `/incidents/${code}`)).not.toContain('overturned')
    expect((await post(ivan, `${code}/opening`, { reason: '' })).status).toBe(422)
    const opened = await post(ivan, `${code}/opening`, { reason: 'Checking the day' })
    expect(opened.status).toBe(200)
    const html = await opened.text()
    for (const words of ['overturned her stall', 'Odesa, central market', '17 March 2026', 'news.example'])
      expect(html, words).toContain(words)
    const page = await steps.page(vera, `/incidents/${code}`)
    expect(page).toContain('Checking the day')
    expect(page).not.toContain('overturned')
  })

  test('leads who has not opened their vault there and back', async () => {
    const code = await steps.recorded(vera)
    const away = await post(locked, `${code}/opening`, { reason: 'Reading' })
    expect(away.status).toBe(303)
    expect(away.headers.get('location')).toContain('/account/vault/unlock')
  })

  test('stands above the form of who codes', async () => {
    const code = await steps.recorded(vera)
    const answer = await post(ivan, `${code}/coding/opening`, { reason: 'Coding' })
    const html = await answer.text()
    expect(html).toContain('overturned her stall')
    expect(html).toContain('name="types[]"')
    expect((await post(ivan, `${code}/coding/opening`, { reason: 'x' })).status).toBe(422)
  })
})

describe('verification', () => {
  test('is refused with what is missing by name, and given when it is there', async () => {
    const code = await steps.recorded(vera)
    const refused = await post(vera, `${code}/verification`, { level: 'V1' })
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('The standard asks for more before V1')
    expect(html).toMatch(/alert-error[\s\S]*What was done: a type[\s\S]*Why it is bias/)
    expect(await levelOf(code)).toBe('V0')
    expect((await post(vera, `${code}/verification`, { level: 'V7' })).status).toBe(422)
    expect((await post(vera, `${code}/verification`, { level: 'VD' })).status).toBe(422)
    expect((await post(place.coordinators[0], `${code}/verification`, { level: 'V1' })).status).toBe(403)
  })

  test('counts reposts of one origin once', async () => {
    const code = await assessed()
    await steps.done(post(vera, `${code}/sources`, article({ text: 'The same news in other words.' })))
    const [first, second] = await sourcesOf(code)
    for (const { id } of [first!, second!]) await graded(code, id)
    await steps.done(post(vera, `${code}/sources/${second!.id}/origin`, { origin: first!.id }))
    const refused = await post(vera, `${code}/verification`, { level: 'V3' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Two independent sources')
    await steps.done(post(vera, `${code}/sources/${second!.id}/origin`, { origin: second!.id }))
    await steps.done(post(vera, `${code}/verification`, { level: 'V3' }))
    const held = await post(vera, `${code}/sources/${second!.id}/withdrawal`)
    expect(held.status).toBe(409)
    await steps.done(post(vera, `${code}/verification`, { level: 'V1' }))
    await steps.done(post(vera, `${code}/sources/${second!.id}/withdrawal`))
    expect((await post(vera, `${code}/sources/${second!.id}/withdrawal`)).status).toBe(409)
  })

  test('reaches V4 only with two blind codings', async () => {
    const evidence = { kind: 'official', authenticated: 'yes' }
    const alone = await assessed(evidence)
    const refused = await post(vera, `${alone}/verification`, { level: 'V4' })
    expect(await refused.text()).toMatch(/alert-error[\s\S]*Two blind codings/)
    const code = await steps.recorded(vera, evidence)
    for (const who of [vera, ivan]) await steps.done(steps.codes(who, code))
    await steps.done(post(vera, `${code}/codes`))
    for (const { id } of await sourcesOf(code)) await graded(code, id)
    await steps.done(post(vera, `${code}/verification`, { level: 'V4' }))
    expect(await levelOf(code)).toBe('V4')
  })
})

describe('a source', () => {
  test('is graded in two respects, each on a page that does not show the other', async () => {
    const code = await steps.recorded(vera)
    const [source] = await sourcesOf(code)
    const path = `${code}/sources/${source!.id}`
    await graded(code, source!.id, 'A', '1')
    expect(await steps.page(vera, `/incidents/${path}/reliability`)).not.toContain('confirmed by others')
    expect(await steps.page(vera, `/incidents/${path}/credibility`)).not.toContain('completely reliable')
    expect((await post(vera, `${path}/reliability`, { grade: '1' })).status).toBe(422)
    expect((await post(foreign, `${path}/reliability`, { grade: 'A' })).status).toBe(403)
    const other = await steps.recorded(vera)
    expect((await post(vera, `${other}/sources/${source!.id}/reliability`, { grade: 'A' })).status).toBe(404)
    expect((await vera.browser.get(steps.at(`/incidents/${path}`))).status).toBe(200)
  })

  test('is added with every problem at once', async () => {
    const code = await steps.recorded(vera)
    expect((await vera.browser.get(steps.at(`/incidents/${code}/sources/new?from=call`))).status).toBe(200)
    const bad = await post(vera, `${code}/sources`, { from: 'call', text: '', kind: 'hearsay' })
    expect(bad.status).toBe(422)
    await steps.done(post(vera, `${code}/sources`, { from: 'call', text: 'I saw it', kind: 'direct' }))
    expect(await sourcesOf(code)).toHaveLength(2)
  })
})

describe('what an authority did', () => {
  test('is recorded month by month; a mistake is struck out and stays readable', async () => {
    const code = await steps.recorded(vera)
    const given = { response: 'REFUSED', month: '4.2026', action: '', law: 'UA-CC-161', words: 'No. 5512' }
    expect((await post(vera, `${code}/responses`, { ...given, month: 'soon' })).status).toBe(422)
    await steps.done(post(vera, `${code}/responses`, given))
    const page = await steps.page(vera, `/incidents/${code}`)
    expect(page).toContain('April 2026')
    expect(page).not.toContain('5512')
    expect(await (await post(vera, `${code}/opening`, { reason: 'Number' })).text()).toContain('No. 5512')
    const [, id] = /responses\/([0-9a-f-]{36})\/mistake/.exec(page)!
    await steps.done(post(vera, `${code}/responses/${id}/mistake`))
    expect((await post(vera, `${code}/responses/${id}/mistake`)).status).toBe(409)
    expect(await steps.page(vera, `/incidents/${code}`)).toContain('recorded by mistake')
  })
})
