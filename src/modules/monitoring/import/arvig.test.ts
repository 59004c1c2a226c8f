import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFile } from '#modules/network/index.ts'
import { incidentMap } from './incident-map.ts'
import { knownCodes } from './known-codes.ts'
import { readIncidents } from './read-incidents.ts'
import { gazetteer } from './read-place.ts'
import { suggestMap } from './suggest-map.ts'

const chronicle = '../shared/data/arvig/arvig.csv'
const known = knownCodes([{ list: 'types', code: 'OWN-RALLY', layer: 'S' }])
const mapping = incidentMap.parse(JSON.parse(readFileSync('docs/import-incidents-arvig.json', 'utf8')))

const open = () => {
  const opened = openFile(readFileSync(chronicle), {})
  if (!opened.ok) throw new Error(opened.problem.reason)
  return opened.file
}

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
