import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '#tests/database.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import type { Database } from './database/open.ts'
import { readKind, settleInstallation } from './installation.ts'

let database: Database

beforeEach(async () => {
  database = await freshDatabase()
})

const nothing = async () => {
  throw new Error('nothing was to be loaded')
}

describe('an installation', () => {
  test('becomes a demonstration, loaded once', async () => {
    let loads = 0
    const load = async () => {
      loads++
      await newUmbrella(database)
    }
    expect(await readKind(database.owner)).toBeNull()
    expect(await settleInstallation(database, 'demonstration', load)).toBe('demonstration')
    expect(await settleInstallation(database, 'demonstration', load)).toBe('demonstration')
    expect(await readKind(database.owner)).toBe('demonstration')
    expect(loads).toBe(1)
  })

  test("stays a coalition's, also when a later start does not say so", async () => {
    expect(await settleInstallation(database, 'coalition', nothing)).toBe('coalition')
    expect(await settleInstallation(database, 'demonstration', nothing)).toBe('coalition')
  })

  test("is a coalition's when there are records before its first start", async () => {
    await newUmbrella(database)
    expect(await settleInstallation(database, 'demonstration', nothing)).toBe('coalition')
  })

  test('does not turn a demonstration into a coalition’s', async () => {
    await settleInstallation(database, 'demonstration', async () => {})
    await expect(settleInstallation(database, 'coalition', nothing)).rejects.toThrow(
      /^This database holds the demonstration, and --empty was asked for: set PARASOL_DATA to a new folder/,
    )
  })

  test('throws away a demonstration that was cut off, and loads it anew', async () => {
    const cutOff = async () => {
      await newUmbrella(database)
      throw new Error('killed')
    }
    await expect(settleInstallation(database, 'demonstration', cutOff)).rejects.toThrow('killed')
    let found: unknown
    await settleInstallation(database, 'demonstration', async () => {
      found = (await database.owner.query('select count(*) from platform.umbrellas')).rows[0].count
    })
    expect(found).toBe(0)
    expect(await readKind(database.owner)).toBe('demonstration')
  })

  test('is loaded by one of two programs that start at once, and the other one waits', async () => {
    let loads = 0
    const load = async () => {
      loads++
      await database.owner.query('select pg_sleep(0.2)')
    }
    const both = [1, 2].map(() => settleInstallation(database, 'demonstration', load))
    expect(await Promise.all(both)).toEqual(['demonstration', 'demonstration'])
    expect(loads).toBe(1)
  })
})
