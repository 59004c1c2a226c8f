import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { incidentSteps } from '#tests/incident-steps.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let vera: Present
let foreign: Present
let steps: ReturnType<typeof incidentSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'twice')
  vera = await monitorOf(stage, place, 'vera')
  foreign = await monitorOf(stage, await foundCoalition(stage, 'twice-elsewhere'), 'foreign')
  steps = incidentSteps(place)
})
afterAll(() => stage.close())

const post = (path: string, fields: Record<string, string> = {}, who = vera) =>
  who.browser.post(steps.at(`/incidents/${path}`), fields)

describe('likely duplicates', () => {
  test('are found by region and month in the clear, and told apart by day, place and words once opened', async () => {
    const region = 'UA-46'
    const code = await steps.recorded(vera, { region })
    const same = await steps.recorded(vera, {
      region,
      day: '2026-03-18',
      text: 'Two men shouted at a seller and overturned her stall at the central market. Police came late.',
    })
    const other = await steps.recorded(vera, {
      region,
      day: '2026-03-29',
      place: 'Lviv, cemetery',
      summary: 'Gravestones were painted over at night by persons whom nobody saw.',
      text: 'Someone painted swastikas on eleven gravestones of the old cemetery in the night to Sunday.',
    })
    const far = await steps.recorded(vera, { region: 'PL-06' })
    const page = await steps.page(vera, `/incidents/${code}/duplicates`)
    expect([same, other, far].map(found => page.includes(found))).toEqual([true, true, false])
    expect(page).not.toContain('likely the same')
    expect((await post(`${code}/duplicates`, { reason: '' })).status).toBe(422)
    const html = await (await post(`${code}/duplicates`, { reason: 'Looking for duplicates' })).text()
    expect(html.match(/likely the same/g)).toHaveLength(1)
    expect(html.indexOf(same)).toBeLessThan(html.indexOf(other))
    expect(html).not.toContain('swastikas')
    expect(await steps.page(vera, `/incidents/${same}`)).toContain('Looking for duplicates')
  })

  test('are looked for by monitors of the coalition', async () => {
    const code = await steps.recorded(vera)
    for (const who of [place.coordinators[0], foreign]) {
      expect((await who.browser.get(steps.at(`/incidents/${code}/duplicates`))).status).toBe(403)
      expect((await post(`${code}/merger`, { original: code }, who)).status).toBe(403)
    }
  })
})

describe('a merger', () => {
  test('loses no source: those of the duplicate speak for the one that stays', async () => {
    const [kept, copy] = [await steps.recorded(vera), await steps.recorded(vera)]
    expect(await steps.done(post(`${copy}/merger`, { original: kept.toUpperCase() }))).toContain(kept)
    const page = await steps.page(vera, `/incidents/${kept}`)
    expect(page).toContain(`from ${copy}`)
    expect(await steps.page(vera, `/incidents/${copy}`)).toContain(`/incidents/${kept}`)
    const level = await post(`${copy}/verification`, { level: 'V0' })
    expect(level.status).toBe(409)
  })

  test('is refused with itself, with nothing, with a duplicate; duplicates of its own go along', async () => {
    const codes = [
      await steps.recorded(vera),
      await steps.recorded(vera),
      await steps.recorded(vera),
    ] as const
    const [kept, copy, copyOfCopy] = codes
    expect((await post(`${copy}/merger`, { original: '' })).status).toBe(422)
    for (const original of [copy, '0000000000'])
      expect((await post(`${copy}/merger`, { original })).status, original).toBe(409)
    await steps.done(post(`${copyOfCopy}/merger`, { original: copy }))
    expect((await post(`${kept}/merger`, { original: copyOfCopy })).status).toBe(409)
    await steps.done(post(`${copy}/merger`, { original: kept }))
    const page = await steps.page(vera, `/incidents/${kept}`)
    expect([copy, copyOfCopy].every(code => page.includes(code))).toBe(true)
  })

  test('is undone, but not while the one that stays rests on its sources', async () => {
    const [kept, copy] = [
      await steps.recorded(vera),
      await steps.recorded(vera, { text: 'Another paper, another witness, the same evening at the market.' }),
    ]
    await steps.done(steps.codes(vera, kept))
    await steps.done(post(`${kept}/codes`))
    await steps.done(post(`${copy}/merger`, { original: kept }))
    const { rows } = await stage.platform.database.owner.query(
      'select s.id from monitoring.sources s join monitoring.incidents i on i.id = s.incident_id where i.code in ($1, $2)',
      [kept, copy],
    )
    for (const { id } of rows) {
      await steps.done(post(`${kept}/sources/${id}/reliability`, { grade: 'B' }))
      await steps.done(post(`${kept}/sources/${id}/credibility`, { grade: '2' }))
    }
    await steps.done(post(`${kept}/verification`, { level: 'V3' }))
    expect((await post(`${copy}/separation`)).status).toBe(409)
    await steps.done(post(`${kept}/verification`, { level: 'V1' }))
    await steps.done(post(`${copy}/separation`))
    expect((await post(`${copy}/separation`)).status).toBe(409)
  })
})
