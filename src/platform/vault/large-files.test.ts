import { beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/database/scope.ts'
import { grownBy, megabytes } from '#tests/memory.ts'
import { given, openVaultDesk } from '#tests/vault-desk.ts'
import { addFile, createRecord, type OpenRecord, readFile, teamFor } from './index.ts'

const desk = await openVaultDesk()
const monitor = await desk.colleague('monitor')
const reading = <T>(work: (tx: Tx) => Promise<T>) => desk.as(monitor.account, work)
let record: OpenRecord

const add = (content: AsyncIterable<Uint8Array>) =>
  reading(tx => addFile(tx, record, { name: 'film.mp4', mediaType: 'video/mp4', content }))

beforeAll(async () => {
  const team = await desk.as(null, tx => teamFor(tx, 'monitor'))
  const wanted = { purpose: 'monitoring.report', teams: [team], parts: {} } as const
  record = given(await desk.as(null, tx => createRecord(tx, wanted))).record
  // What a first file needs once is no growth.
  given(await add(megabytes(8)))
}, 60_000)

describe('a file of 100 MB', () => {
  test('is sealed and opened without being in memory as a whole', async () => {
    let id = ''
    const sealing = await grownBy(async look => {
      id = given(await add(megabytes(100, look))).id
    })
    expect(sealing).toBeLessThan(64)
    let size = 0
    const opening = await grownBy(async look => {
      for await (const piece of readFile(reading, record, id)) {
        size += piece.length
        look()
      }
    })
    expect(size).toBe(100 * 1024 * 1024)
    expect(opening).toBeLessThan(64)
  }, 240_000)

  test('is the largest: what goes on is refused without being read to its end', async () => {
    let drawn = 0
    const outcome = await add(
      megabytes(400, n => {
        drawn = n
      }),
    )
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'platform.vault.fileTooLarge',
      values: { megabytes: 100 },
    })
    expect(drawn).toBe(101)
  }, 240_000)
})
