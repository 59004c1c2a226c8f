import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFile } from '#modules/network/index.ts'
import { openChronicleDesk } from '#tests/chronicle-desk.ts'
import { addTerm } from '../actions/add-term.ts'
import { incidentMap } from './incident-map.ts'
import { knownCodes } from './known-codes.ts'
import { readIncidents } from './read-incidents.ts'
import { gazetteer } from './read-place.ts'
import { readSealedRow } from './sealed-row.ts'
import { suggestMap } from './suggest-map.ts'

const chronicle = '../shared/data/arvig/arvig.csv'
const known = knownCodes([{ list: 'types', code: 'OWN-RALLY', layer: 'S' }])
const mapping = incidentMap.parse(JSON.parse(readFileSync('docs/import-incidents-arvig.json', 'utf8')))

const open = () => {
  const opened = openFile(readFileSync(chronicle), {})
  if (!opened.ok) throw new Error(opened.problem.reason)
  return opened.file
}

const desk = await openChronicleDesk()

/** As the mapping's author did first: the coalition's word for marches, which hate crime lists do not have. */
const addRally = () =>
  desk.as(desk.monitor.account, tx =>
    addTerm(tx, {
      ...{ list: 'types', code: 'RALLY', layer: 'S' },
      ...{ label: { en: 'hostile rally' }, definition: { en: 'a march or gathering against people' } },
    }),
  )

describe('the ARVIG chronicle of attacks on refugees', () => {
  it('is read row by row', async context => {
    if (!existsSync(chronicle)) return context.skip(`${chronicle} is not here: nothing was read`)
    const { summary, incidents, problems } = await readIncidents(open(), mapping, known, gazetteer)
    expect(summary).toEqual({
      rows: 6918,
      duplicates: 87,
      refused: 0,
      unplaced: 0,
      uncoded: 221,
      precision: { exact: 6831, range: 0, month: 0, half_year: 0, none: 0 },
      unmapped: [],
    })
    expect(problems).toEqual([])
    const compound = incidents.filter(({ codes }) => (codes.types ?? []).length > 1)
    expect(compound.length).toBe(16)
    expect(new Set(incidents.map(({ region }) => region)).size).toBe(16)
  })

  it('is recorded whole: 6,831 incidents and 87 repetitions, each openable alone, and not a second time', async context => {
    if (!existsSync(chronicle)) return context.skip(`${chronicle} is not here: nothing was recorded`)
    await addRally()
    const bytes = readFileSync(chronicle)
    const { id, summary, problems } = await desk.take(bytes, mapping)
    expect(summary).toMatchObject({ rows: 6918, duplicates: 87, refused: 0, unplaced: 0, uncoded: 221 })
    expect(problems).toEqual([])
    const [counted] = await desk.sql(
      `select count(*) filter (where verification = 'V0')::int as standing,
         count(*) filter (where verification = 'VD')::int as repeated, count(distinct region)::int as regions,
         count(*) filter (where cardinality(types) > 1 and verification = 'V0')::int as compound,
         count(distinct part_id)::int as parts, count(*) filter (where odihr_eligible and verification = 'V0')::int as odihr,
         (select count(*)::int from monitoring.sources s join monitoring.incidents i on i.id = s.incident_id
           where i.import_id = $1) as sources,
         (select sum(received)::int from monitoring.tallies where dimension = 'time') as tallied
       from monitoring.incidents where import_id = $1`,
      [id],
    )
    expect(counted).toMatchObject({
      ...{
        standing: 6831,
        repeated: 87,
        regions: 16,
        compound: 16,
        parts: 6831,
        sources: 6918,
        tallied: 6831,
      },
    })
    const [incident] = await desk.sql(
      "select part_id as part from monitoring.incidents where import_id = $1 and region = 'DE-BE' and month = '2014-01-01' and types = '{OTHC}' limit 1",
      [id],
    )
    const sealed = await desk.inRecord(id, (tx, open) => readSealedRow(tx, open, incident.part))
    expect(sealed).toMatchObject({ day: expect.stringMatching(/^2014-01-/), others: { state: 'Berlin' } })
    expect(await desk.attempt(bytes, mapping)).toEqual({ ok: false, reason: 'monitoring.import.known' })
  }, 120_000)

  it('gets a mapping proposed that asks only for what cannot be known', context => {
    if (!existsSync(chronicle)) return context.skip(`${chronicle} is not here: nothing was proposed`)
    const proposed = incidentMap.parse(suggestMap(open()))
    expect(proposed).toMatchObject({
      country: 'DE',
      date: { column: 'date' },
      region: { column: 'state' },
      town: { column: 'location' },
      text: { columns: ['description'] },
      source: { column: 'source' },
    })
    expect(proposed.codes.types!.values).toMatchObject({ assault: 'ASS', arson: 'ARS', suspicion: '' })
  })
})
