import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { recordAsked } from '#tests/import-steps.ts'
import { incidentSteps } from '#tests/incident-steps.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { assure } from '#tests/vault-keys.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let steps: ReturnType<typeof incidentSteps>
/** Codes of the two incidents of one chronicle, the earlier first. */
let codes: [string, string]

const list = [
  'Дата;Місто;Опис;Джерело;Записав',
  '2026-04-12;Львів;Погрожували родині біля крамниці;Місцева газета;Оля',
  '2026-04-20;Львів;Розмалювали могили на старому цвинтарі;https://paper.example;Ігор',
].join('\n')
const map = {
  country: 'UA',
  date: { column: 'Дата' },
  town: { column: 'Місто' },
  text: { columns: ['Опис'] },
  source: { column: 'Джерело', kind: 'media' },
}

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'imported')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  steps = incidentSteps(place)
  await assure(stage, vera)
  const brought = { file: new File([list], 'list.csv'), map: new File([JSON.stringify(map)], 'map.json') }
  await steps.done(vera.browser.upload(steps.at('/incidents/import/new'), {}, brought))
  await steps.done(vera.browser.post(steps.at('/incidents/import/recording')))
  await recordAsked(stage, place.id, vera)
  const { rows } = await stage.platform.database.owner.query(
    'select i.code from monitoring.incidents i join vault.record_parts p on p.id = i.part_id order by p.position',
  )
  codes = [rows[0].code, rows[1].code]
})
afterAll(() => stage.close())

const open = async (who: Present, path: string, reason: string) =>
  (await who.browser.post(steps.at(`/incidents/${path}`), { reason })).text()
const grave = 'Розмалювали могили'

describe('an incident of a chronicle', () => {
  it.each(['opening', 'coding/opening'])('is opened without the others: %s', async way => {
    const html = await open(vera, `${codes[0]}/${way}`, 'Checking the day')
    for (const said of ['Погрожували родині', '12 April 2026', 'Львів', 'Місцева газета', 'Записав: Оля'])
      expect(html, said).toContain(said)
    expect(html).not.toContain(grave)
    expect(html.match(/Погрожували родині/g)).toHaveLength(1)
  })

  it('tells who opened it, and not who opened the others', async () => {
    await open(ivan, `${codes[1]}/opening`, 'Comparing with a film')
    expect(await steps.page(vera, `/incidents/${codes[1]}`)).toContain('Comparing with a film')
    expect(await steps.page(vera, `/incidents/${codes[0]}`)).not.toContain('Comparing with a film')
    const long = await open(ivan, `${codes[1]}/opening`, 'why '.repeat(124))
    expect(long).toContain(grave)
  })

  it('is compared with another by what each of them tells', async () => {
    const html = await open(vera, `${codes[0]}/duplicates`, 'Looking for duplicates')
    expect(html).toContain('8 days apart')
    expect(html).not.toContain('likely the same')
    expect(await steps.page(vera, `/incidents/${codes[1]}`)).toContain('Looking for duplicates')
  })

  it('speaks for the one into which it was merged', async () => {
    const kept = await steps.recorded(vera)
    await steps.done(vera.browser.post(steps.at(`/incidents/${codes[1]}/merger`), { original: kept }))
    const html = await open(vera, `${kept}/opening`, 'Reading all sources')
    expect(html).toContain(grave)
    expect(html).not.toContain('Погрожували родині')
  })
})
