import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { createKeys } from '#platform/vault/index.ts'
import { type Coalition, foundCoalition } from '#tests/coalition.ts'
import { newMonitor } from '#tests/monitors.ts'
import { cheap } from '#tests/vault-desk.ts'
import { setStage } from '#tests/visitor.ts'
import { importIncidentsCommand } from './import-incidents.ts'

const stage = await setStage()
let folder: string
let list: string
let map: string
let coalition: Coalition
let monitor: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incidents-'))
  coalition = await foundCoalition(stage, 'chronicle')
  list = await file(
    'list.csv',
    'Data;Miasto;Typ\nmaj 2026;Lublin;groźby\n2026-05-07;Nigdzie;pikieta\nmaj 2026;Lublin;groźby\n',
  )
  map = await file(
    'map.json',
    JSON.stringify({
      country: 'PL',
      date: { column: 'Data' },
      town: { column: 'Miasto' },
      codes: { types: { column: 'Typ', values: { groźby: 'THR' } } },
    }),
  )
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await stage.close()
})

async function file(name: string, text: string) {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function run(...args: string[]) {
  const lines: string[] = []
  const { platform } = stage
  const print = (line: string) => lines.push(line)
  const code = await importIncidentsCommand.run(
    { config: platform.config, platform: async () => platform, print },
    args,
  )
  return { code, told: JSON.parse(lines.join('\n')) }
}
const dryRun = (...args: string[]) => run(...args, '--umbrella', 'chronicle', '--dry-run')

it('a dry run tells what would be recorded and what could not be read', async () => {
  const { code, told } = await dryRun(list, '--map', map)
  expect(code).toBe(0)
  expect(told).toMatchObject({
    rows: 3,
    imported: 2,
    duplicates: 1,
    unplaced: 1,
    uncoded: 1,
    precision: { exact: 1, month: 1 },
    rejected: [],
    remarks: [{ row: 3, column: 'Typ', problem: 'The mapping does not say what “pikieta” means.' }],
  })
})

it('a mapping for another file is a failure, with the column named', async () => {
  const other = await file('other.json', JSON.stringify({ country: 'PL', date: { column: 'Kiedy' } }))
  const { code, told } = await dryRun(list, '--map', other)
  expect([code, told.imported, told.rejected]).toEqual([
    1,
    0,
    [{ row: 1, column: 'Kiedy', problem: 'The file has no column “Kiedy”, which the mapping names.' }],
  ])
})

it('a mapping is proposed without an umbrella, and serves as it is', async () => {
  const { told } = await run(list, '--suggest-map')
  const proposed = await file('proposed.json', JSON.stringify(told))
  expect((await dryRun(list, '--map', proposed)).told).toMatchObject({ imported: 2, unplaced: 1, uncoded: 1 })
})

describe('recording', () => {
  const record = () => run(list, '--map', map, '--umbrella', 'chronicle')
  const incidents = async () =>
    (
      await stage.platform.database.owner.query(
        'select verification, region, precision from monitoring.incidents order by 1, 2',
      )
    ).rows

  it('says in one line what is missing: a monitor, then their key', async () => {
    await expect(record()).rejects.toThrow('The umbrella chronicle has no monitor: two coordinators give')
    monitor = await newMonitor(stage.platform.database, coalition.id)
    await expect(record()).rejects.toThrow('The monitors of chronicle have no key yet')
    await expect(run(list, '--map', map, '--umbrella', 'nowhere')).rejects.toThrow('no umbrella “nowhere”')
    expect(await incidents()).toEqual([])
  })

  it('takes all of it over in the name of a monitor, needing no passphrase, and nothing a second time', async () => {
    const scope = { umbrella: coalition.id, account: monitor }
    await inScope(stage.platform.database.request, scope, 'write', tx =>
      createKeys(tx, 'a long passphrase', cheap),
    )
    const { code, told } = await record()
    expect(code).toBe(0)
    expect(told).toMatchObject({
      ...{ rows: 3, imported: 2, updated: 0, duplicates: 1, rejected: [], unplaced: 1, uncoded: 1 },
      precision: { exact: 1, month: 1 },
      remarks: [{ row: 3, column: 'Typ', problem: 'The mapping does not say what “pikieta” means.' }],
    })
    const whole = [
      { verification: 'V0', region: 'PL-06', precision: 'month' },
      { verification: 'V0', region: null, precision: 'exact' },
      { verification: 'VD', region: 'PL-06', precision: 'month' },
    ]
    expect(await incidents()).toEqual(whole)
    const again = await record()
    expect(again.code).toBe(0)
    expect(again.told).toMatchObject({
      ...{ rows: 3, imported: 0, duplicates: 3, rejected: [] },
      remarks: [{ problem: 'This file was imported before: there is nothing to add.' }],
    })
    expect(await incidents()).toEqual(whole)
  })

  it('of a file for which the mapping is not meant writes nothing', async () => {
    const other = await file('foreign.csv', 'Kiedy;Gdzie\n2026-01-01;Lublin\n')
    const { code, told } = await run(other, '--map', map, '--umbrella', 'chronicle')
    expect([code, told.imported, told.rejected.length]).toEqual([1, 0, 3])
    expect(await incidents()).toHaveLength(3)
  })
})

it('wrong use is told in one line', async () => {
  const broken = await file('broken.json', '{')
  const misnamed = await file('misnamed.json', '{"country": "PL", "datum": {}}')
  await expect(run()).rejects.toThrow('Give one file')
  await expect(run(list)).rejects.toThrow('--suggest-map')
  await expect(dryRun(list, '--map', broken)).rejects.toThrow('is not a mapping')
  await expect(dryRun(list, '--map', misnamed)).rejects.toThrow('datum')
  await expect(dryRun('nowhere.csv', '--map', map)).rejects.toThrow('cannot be read')
})
