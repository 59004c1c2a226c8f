import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '#tests/database.ts'
import { historyHash, type Migration, migrate, readMigrations } from './migrate.ts'

const { owner } = await freshDatabase()
let folder: string

/** The history of this checkout, and steps after it. */
async function history(...steps: [number: number, sql: string][]): Promise<Migration[]> {
  await rm(folder, { recursive: true })
  folder = await mkdtemp(join(tmpdir(), 'parasol-history-'))
  for (const [number, sql] of steps) await writeFile(join(folder, `${number}_step.sql`), sql)
  return [...(await readMigrations()), ...(await readMigrations(folder))]
}

const applied = async () =>
  (await owner.query('select number from platform.migrations where number > 9000 order by number')).rows.map(
    ({ number }) => number,
  )

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parasol-history-'))
})

afterAll(() => rm(folder, { recursive: true }))

describe('migrations', () => {
  test('run in order, once', async () => {
    const steps = await history(
      [9001, 'create table platform.steps (step int)'],
      [9002, 'insert into platform.steps values (2)'],
    )
    expect(await migrate(owner, steps)).toEqual(['9001_step.sql', '9002_step.sql'])
    expect(await migrate(owner, steps)).toEqual([])
    expect((await owner.query('select count(*) from platform.steps')).rows[0].count).toBe(1)
  })

  test('run once when two programs start at the same moment', async () => {
    const steps = await history(
      [9001, 'create table platform.steps (step int)'],
      [9002, 'insert into platform.steps values (2)'],
      [9003, 'select pg_sleep(0.2); insert into platform.steps values (3)'],
    )
    const both = await Promise.all([migrate(owner, steps), migrate(owner, steps)])
    expect(both.flat()).toEqual(['9003_step.sql'])
    expect((await owner.query('select count(*) from platform.steps where step = 3')).rows[0].count).toBe(1)
  })

  test('leave nothing behind when one fails, and say where', async () => {
    const steps = await history(
      [9001, 'create table platform.steps (step int)'],
      [9002, 'insert into platform.steps values (2)'],
      [9003, 'select pg_sleep(0.2); insert into platform.steps values (3)'],
      [9004, 'create table platform.half_done ();\n\nselect nonsense'],
    )
    await expect(migrate(owner, steps)).rejects.toThrow(/^migrations\/9004_step.sql:3 failed: .*nonsense/)
    expect((await owner.query("select to_regclass('platform.half_done') as there")).rows[0].there).toBeNull()
    expect(await applied()).toEqual([9001, 9002, 9003])
  })

  test('refuse a database whose applied file has changed since', async () => {
    const steps = await history([9001, 'create table platform.steps (step bigint)'])
    await expect(migrate(owner, steps)).rejects.toThrow(
      /^migrations\/9001_step.sql has changed since it was applied to this database: restore the file/,
    )
  })

  test('refuse a database newer than the program', async () => {
    const steps = await history(
      [9001, 'create table platform.steps (step int)'],
      [9002, 'insert into platform.steps values (2)'],
    )
    await expect(migrate(owner, steps)).rejects.toThrow(
      /^The database is newer than this program \(it has migration 9003_step.sql\)/,
    )
  })

  test('refuse a file that was put before one already applied', async () => {
    const steps = await history(
      [9000, 'select 1'],
      [9001, 'create table platform.steps (step int)'],
      [9002, 'insert into platform.steps values (2)'],
      [9003, 'select pg_sleep(0.2); insert into platform.steps values (3)'],
    )
    await expect(migrate(owner, steps)).rejects.toThrow(/9000_step.sql comes before 9003_step.sql/)
  })

  test('refuse a misnamed file and a number given twice', async () => {
    await history([9001, 'select 1'])
    await writeFile(join(folder, 'later.sql'), 'select 1')
    await expect(readMigrations(folder)).rejects.toThrow('later.sql: a migration is named like')
    await rm(join(folder, 'later.sql'))
    await writeFile(join(folder, '9001_twice.sql'), 'select 1')
    await expect(readMigrations(folder)).rejects.toThrow(
      '9001_twice.sql: another migration has the same number',
    )
  })

  test('have one name that changes with any byte of them', async () => {
    const [first] = await history([9001, 'select 1'])
    const [second] = await history([9001, 'select 1 '])
    const steps = await readMigrations(folder)
    expect(historyHash(steps)).toMatch(/^[0-9a-f]{16}$/)
    expect(historyHash([first!])).toBe(historyHash([second!]))
    expect(historyHash(steps)).not.toBe(historyHash([{ ...steps[0]!, hash: first!.hash }]))
  })
})
