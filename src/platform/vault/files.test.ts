import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/database/scope.ts'
import { given, openVaultDesk } from '#tests/vault-desk.ts'
import {
  addFile,
  createRecord,
  filesOf,
  largestSealedFile,
  type OpenRecord,
  readFile,
  SealBroken,
  teamFor,
} from './index.ts'

const desk = await openVaultDesk()
const monitor = await desk.colleague('monitor')
const reading = <T>(work: (tx: Tx) => Promise<T>) => desk.as(monitor.account, work)
let record: OpenRecord

beforeAll(async () => {
  const team = await desk.as(null, tx => teamFor(tx, 'monitor'))
  const wanted = { purpose: 'monitoring.report', teams: [team], parts: {} } as const
  record = given(await desk.as(null, tx => createRecord(tx, wanted))).record
})

const add = async (content: Uint8Array[], name = 'фото.jpg') =>
  given(await reading(tx => addFile(tx, record, { name, mediaType: 'image/jpeg', content }))).id
const bytesOf = async (id: string) => Buffer.concat(await Array.fromAsync(readFile(reading, record, id)))
const chunk = 64 * 1024

describe('a sealed file', () => {
  test.each([1, chunk, 2 * chunk + 7])('of %i bytes comes back as it was, with its name', async size => {
    const bytes = randomBytes(size)
    const id = await add([bytes])
    expect((await bytesOf(id)).equals(bytes)).toBe(true)
    const told = (await reading(tx => filesOf(tx, record))).find(file => file.id === id)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(told).toEqual({
      id,
      name: 'фото.jpg',
      mediaType: 'image/jpeg',
      size,
      sha256,
      addedOn: expect.any(String),
    })
  })

  test('that is empty or too large is refused, and leaves nothing', async () => {
    const before = await desk.sql('select count(*) as n from vault.file_chunks')
    const tooMuch = Array.from({ length: largestSealedFile / 1024 / 1024 }, () => new Uint8Array(1024 * 1024))
    for (const [content, reason] of [
      [[], 'platform.vault.fileEmpty'],
      [[...tooMuch, new Uint8Array(1)], 'platform.vault.fileTooLarge'],
    ] as const) {
      const attempt = reading(tx =>
        addFile(tx, record, { name: 'x', mediaType: 'text/plain', content: content.values() }),
      )
      expect(await attempt).toMatchObject({ ok: false, reason })
    }
    expect(await desk.sql('select count(*) as n from vault.file_chunks')).toEqual(before)
  })

  test('does not open when chunks are missing, doubled, in another order, or of another file', async () => {
    const other = await add([randomBytes(3 * chunk)])
    const change = async (what: string, id: string) => {
      const swap = (a: number, b: number) =>
        `update vault.file_chunks c set bytes = o.bytes from vault.file_chunks o
         where c.file_id = '${id}' and o.file_id = '${id}' and (c.position, o.position) in ((${a}, ${b}), (${b}, ${a}))`
      const statements: Record<string, string> = {
        'no end': `delete from vault.file_chunks where file_id = '${id}' and position = 2`,
        'a gap': `delete from vault.file_chunks where file_id = '${id}' and position = 1`,
        'nothing at all': `delete from vault.file_chunks where file_id = '${id}'`,
        'another order': swap(0, 1),
        'a chunk twice': `update vault.file_chunks set bytes = (select bytes from vault.file_chunks where file_id = '${id}' and position = 0)
          where file_id = '${id}' and position = 1`,
        'of another file': `update vault.file_chunks set bytes = (select bytes from vault.file_chunks where file_id = '${other}' and position = 1)
          where file_id = '${id}' and position = 1`,
        'a longer end': `insert into vault.file_chunks (umbrella_id, file_id, position, bytes)
          select umbrella_id, file_id, 3, bytes from vault.file_chunks where file_id = '${id}' and position = 2`,
        'another description': `update vault.files set sealed = (select sealed from vault.files where id = '${other}') where id = '${id}'`,
      }
      await desk.sql(statements[what]!)
    }
    for (const what of [
      'no end',
      'a gap',
      'nothing at all',
      'another order',
      'a chunk twice',
      'of another file',
      'a longer end',
      'another description',
    ]) {
      const id = await add([randomBytes(3 * chunk)])
      expect((await bytesOf(id)).length).toBe(3 * chunk)
      await change(what, id)
      await expect(bytesOf(id), what).rejects.toThrow(SealBroken)
    }
  })

  test('of 100 MB passes in memory that does not grow with it', async () => {
    const piece = randomBytes(1024 * 1024)
    let most = 0
    const watch = () => {
      most = Math.max(most, process.memoryUsage().rss)
    }
    async function* pieces(count: number) {
      for (let sent = 0; sent < count; sent++) {
        watch()
        yield piece
      }
    }
    const pass = async (count: number) => {
      const content = pieces(count)
      const { id } = given(
        await reading(tx => addFile(tx, record, { name: 'x', mediaType: 'video/mp4', content })),
      )
      let size = 0
      for await (const { length } of readFile(reading, record, id)) {
        size += length
        watch()
      }
      expect(size).toBe(count * piece.length)
      return most
    }
    const small = await pass(20)
    const large = await pass(100)
    expect((large - small) / 1024 / 1024).toBeLessThan(50)
  })
})
