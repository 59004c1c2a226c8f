import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { otherChronicles } from '#tests/other-chronicles.ts'
import { setStage } from '#tests/visitor.ts'
import { importIncidentsCommand } from './import-incidents.ts'

const stage = await setStage()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chronicles-'))
  await foundCoalition(stage, 'others')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await stage.close()
})

async function run(...args: string[]) {
  const lines: string[] = []
  const { platform } = stage
  const print = (line: string) => lines.push(line)
  await importIncidentsCommand.run({ config: platform.config, platform: async () => platform, print }, args)
  return JSON.parse(lines.join('\n'))
}

/** What is proposed for a file as it is, and what a dry run with nothing else says. */
async function tried(name: keyof typeof otherChronicles) {
  const [list, map] = [join(folder, `${name}.csv`), join(folder, `${name}.json`)]
  await writeFile(list, otherChronicles[name])
  const proposed = await run(list, '--suggest-map')
  await writeFile(map, JSON.stringify(proposed))
  return { proposed, told: await run(list, '--umbrella', 'others', '--map', map, '--dry-run') }
}

const precision = (over: object) => ({ exact: 0, range: 0, month: 0, half_year: 0, none: 0, ...over })

describe('a chronicle of others, with the mapping that is proposed for it', () => {
  it('in Ukrainian: doubts, parts of years, numbers of a spreadsheet, quoted lines, a repetition and a total', async () => {
    const { proposed, told } = await tried('ukrainian')
    expect(proposed).toMatchObject({
      ...{ country: 'UA', encoding: 'utf-8', delimiter: ';', date: { column: 'Дата події' } },
      ...{ region: { column: 'Область', values: {} }, town: { column: 'Населений пункт' } },
      ...{ text: { columns: ['Що сталося'] }, source: { column: 'Посилання' } },
    })
    expect(proposed.codes.types.values).toEqual({
      ...{ напад: 'ASS', підпал: 'ARS', погрози: 'THR', вандалізм: 'DAM', бійка: 'ASS' },
    })
    expect(told).toMatchObject({
      ...{ rows: 11, imported: 9, duplicates: 1, unplaced: 2, uncoded: 1, unmapped: [] },
      precision: precision({ exact: 3, range: 2, month: 2, half_year: 1, none: 1 }),
      remarks: [{ row: 9, column: 'Дата події', problem: expect.stringContaining('навесні') }],
      rejected: [{ row: 13, problem: expect.stringContaining('adds up') }],
    })
  })

  it('in Polish, from Windows, with tabs, an empty first heading’s numbers and categories after a comma', async () => {
    const { proposed, told } = await tried('polish')
    expect(proposed).toMatchObject({ country: 'PL', encoding: 'windows-1250', delimiter: '\t' })
    expect(proposed.codes.types.values).toEqual({
      pobicie: 'ASS',
      groźby: 'THR',
      podpalenie: 'ARS',
      inne: '',
    })
    expect(told).toMatchObject({
      ...{ rows: 6, imported: 5, duplicates: 0, unplaced: 0, uncoded: 1 },
      precision: precision({ exact: 1, range: 2, month: 2 }),
      unmapped: [{ column: 'Rodzaj czynu', value: 'inne', rows: 1 }],
      rejected: [{ row: 7 }],
    })
  })

  it('in German: Länder by their own names, days with a dash, no word for the total', async () => {
    const { proposed, told } = await tried('german')
    expect(proposed.region).toEqual({ column: 'Bundesland', values: {} })
    expect(Object.keys(proposed.codes.types.values)).not.toContain('4')
    expect(told).toMatchObject({
      ...{ rows: 5, imported: 4, unplaced: 0, uncoded: 0 },
      precision: precision({ exact: 1, range: 1, month: 1, half_year: 1 }),
    })
  })

  it('in English, as Excel saves Unicode, with gaps everywhere', async () => {
    const { proposed, told } = await tried('english')
    expect(proposed).toMatchObject({
      ...{ encoding: 'utf-16le', delimiter: '\t', latitude: { column: 'Latitude' } },
      codes: { biases: { values: { 'anti-Roma bias': 'ROMA', antisemitism: 'AS' } } },
    })
    expect(told).toMatchObject({
      ...{ rows: 4, imported: 4, unplaced: 2, uncoded: 1 },
      precision: precision({ exact: 1, month: 2, none: 1 }),
    })
  })

  it('of nothing but what was told, whatever signs stand in it, loses no word and is said to be unplaced', async () => {
    const { proposed, told } = await tried('toldOnly')
    expect(proposed).toEqual({
      ...{ country: 'UA', encoding: 'utf-8', delimiter: '\t', text: { columns: ['Що сталося'] }, codes: {} },
    })
    expect(told).toMatchObject({ rows: 3, imported: 2, duplicates: 1, unplaced: 2, uncoded: 2 })
    expect(told.precision).toEqual(precision({ none: 2 }))
  })

  it('from an old computer, in Cyrillic of Windows, with two figures for the year', async () => {
    const { proposed, told } = await tried('oldComputer')
    expect(proposed.encoding).toBe('windows-1251')
    expect(told).toMatchObject({ rows: 2, imported: 2, unplaced: 0, uncoded: 0 })
    expect(told.precision).toEqual(precision({ exact: 1, month: 1 }))
  })
})
