import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { createKeys } from '#platform/vault/index.ts'
import { enter, foundCoalition, type Present } from '#tests/coalition.ts'
import { cheap } from '#tests/vault-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner, request } = stage.platform.database
const here = await foundCoalition(stage, 'chronicles-here')
const elsewhere = await foundCoalition(stage, 'chronicles-elsewhere')
const [anna, bohdan] = here.coordinators
let monitor: Present
afterAll(() => stage.close())

async function makeMonitor(person: Present, umbrella: string) {
  await owner.query(
    'insert into people.affiliations (umbrella_id, person_id) values ($1, $2) on conflict do nothing',
    [...[umbrella, person.id]],
  )
  await owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'monitor')",
    [...[umbrella, newId(), person.id]],
  )
}

beforeAll(async () => {
  monitor = await enter(stage, 'monitor@chronicles.example')
  await makeMonitor(monitor, here.id)
})

const at = (path = '', slug = here.slug) => `/en/${slug}/incidents/import${path}`
const list =
  'Дата;Місто;Тип;Опис\nтравень 2026;Львів;погрози;Погрожували\n;Ніде;бійка;Побили\n;Ніде;бійка;Побили\n'
const file = (text = list) => new File([text], 'list.csv')
const map = JSON.stringify({
  ...{ country: 'UA', date: { column: 'Дата' }, town: { column: 'Місто' }, text: { columns: ['Опис'] } },
  codes: { types: { column: 'Тип', values: { погрози: 'THR' } } },
})
const hand = (fields: Record<string, string> = {}, who = monitor, text = list) =>
  who.browser.upload(at(), { map: '', step: 'try', ...fields }, { file: file(text) })
const incidents = async () =>
  (await owner.query('select count(*)::int as n from monitoring.incidents where umbrella_id = $1', [here.id]))
    .rows[0].n
const said = async (answer: Response) => (await answer.text()).replaceAll('&quot;', '"')

describe('importing a chronicle in the browser', () => {
  it('is for monitors; coordinators see what was imported, others nothing', async () => {
    const visitor = new Visitor(stage)
    expect((await visitor.get(at())).headers.get('location')).toContain('/en/sign-in?to=')
    expect((await elsewhere.coordinators[0].browser.get(at())).status).toBe(403)
    expect((await hand({}, elsewhere.coordinators[0])).status).toBe(403)
    const html = await said(await anna.browser.get(at()))
    expect(html).toContain('No chronicle has been imported yet')
    expect(html).not.toContain('name="map"')
    expect((await hand({}, anna)).status).toBe(403)
    expect(await said(await monitor.browser.get(at()))).toContain('name="map"')
  })

  it('names what is wrong with the file or the mapping, and keeps what was written', async () => {
    const none = await monitor.browser.upload(at(), { map, step: 'try' }, {})
    expect(none.status).toBe(422)
    const html = await said(none)
    expect(html).toContain('href="#field-file"')
    expect(html).toContain('"погрози":"THR"')
    const broken = await hand({ map: '{ "country": "UA", "datum": {} }' })
    expect([broken.status, await said(broken)]).toEqual([422, expect.stringContaining('datum')])
    const empty = await hand({ map }, monitor, 'Дата\n')
    expect([empty.status, await said(empty)]).toEqual([422, expect.stringContaining('no rows')])
    const foreign = await hand({ map, step: 'record' }, monitor, 'Коли\n2026-01-01\n')
    expect([foreign.status, await said(foreign)]).toEqual([
      422,
      expect.stringContaining('The mapping names columns that this file does not have'),
    ])
    expect(await incidents()).toBe(0)
  })

  it('proposes a mapping, then tells by row and column what it would do, and writes nothing', async () => {
    const proposed = await said(await hand())
    expect(proposed).toContain('"column": "Дата"')
    const tried = await said(await hand({ map }))
    expect(tried).toContain('Nothing has been written yet')
    expect(tried).toContain('does not say what “бійка” means')
    expect(await incidents()).toBe(0)
    expect(
      (await owner.query("select from vault.records where purpose = 'monitoring.chronicle'")).rows,
    ).toEqual([])
  })

  it('says when the monitors have no key yet; with one it records without asking for a passphrase', async () => {
    const early = await hand({ map, step: 'record' })
    expect(early.status).toBe(409)
    await inScope(request, { umbrella: here.id, account: monitor.id }, 'write', tx =>
      createKeys(tx, 'a long passphrase', cheap),
    )
    const done = await hand({ map, step: 'record' })
    expect(done.status).toBe(303)
    expect(await incidents()).toBe(3)
    const result = done.headers.get('location')!
    const html = await said(await monitor.browser.get(result))
    expect(html).toContain('An imported chronicle')
    expect(html).toContain('Ask a coordinator to propose it')
    expect(html).not.toMatch(/Львів|Погрожували|list\.csv/)
    expect(
      (await elsewhere.coordinators[0].browser.get(result.replace(here.slug, elsewhere.slug))).status,
    ).toBe(404)
    const again = await hand({ map, step: 'record' })
    expect([again.status, await said(again)]).toEqual([
      409,
      expect.stringContaining('This file was imported before'),
    ])
    expect(await incidents()).toBe(3)
  })

  it('is undone by two coordinators, who give a reason', async () => {
    const html = await said(await anna.browser.get(at()))
    const path = /incidents\/import(\/[0-9a-f-]{36})/.exec(html)![1]!
    expect((await monitor.browser.post(at(`${path}/undo`), { reason: 'x' })).status).toBe(403)
    expect((await anna.browser.post(at(`${path}/undo`), { reason: '' })).status).toBe(422)
    const asked = await anna.browser.post(at(`${path}/undo`), { reason: 'The wrong list' })
    expect(asked.headers.get('location')).toContain('/acts')
    expect((await anna.browser.post(at(`${path}/undo`), { reason: 'Twice' })).status).toBe(409)
    const acts = await said(await bohdan.browser.get(`/en/${here.slug}/acts`))
    expect(acts).toContain('Undo the import of a chronicle of')
    const [act] = (await owner.query("select id from people.acts where kind = 'monitoring.undo_import'")).rows
    expect((await bohdan.browser.post(`/en/${here.slug}/acts/${act.id}/confirmation`)).status).toBe(303)
    expect(await incidents()).toBe(0)
    expect(await said(await monitor.browser.get(at(path)))).toContain('This import was undone already')
  })
})
