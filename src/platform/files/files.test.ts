import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/open.ts'
import { inScope, type Scope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { elf, pdf } from '#tests/file-samples.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import {
  deleteFile,
  fileContent,
  fileResponse,
  findFile,
  type HandedIn,
  largestFile,
  type StoredFile,
  storeFile,
} from './index.ts'

let database: Database
let here: Scope
let there: Scope

beforeAll(async () => {
  database = await freshDatabase()
  const [one, other] = [await newUmbrella(database), await newUmbrella(database)]
  const person = await newPerson(database, [one, other])
  here = { umbrella: one, account: person }
  there = { umbrella: other, account: person }
})

const write = <T>(work: (tx: Tx) => Promise<T>, scope = here) =>
  inScope(database.request, scope, 'write', work)
const reading =
  (scope: Scope) =>
  <T>(work: (tx: Tx) => Promise<T>) =>
    inScope(database.request, scope, 'read', work)

async function stored(handedIn: HandedIn): Promise<StoredFile> {
  const outcome = await write(tx => storeFile(tx, handedIn))
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.file
}

const sized = (size: number) => Buffer.concat([pdf, randomBytes(size - pdf.length)])
const bytesOf = async (stream: ReadableStream<Uint8Array>) => Buffer.concat(await Array.fromAsync(stream))

describe('storing a file', () => {
  test.each([pdf.length, 256 * 1024, 256 * 1024 + 1, 1_000_000])(
    'keeps %i bytes as they were',
    async size => {
      const bytes = sized(size)
      const file = await stored({ name: 'Угода.pdf', bytes })
      expect(file).toEqual({
        id: expect.any(String),
        name: 'Угода.pdf',
        mediaType: 'application/pdf',
        size,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
      expect(await reading(here)(tx => findFile(tx, file.id))).toEqual(file)
      expect((await bytesOf(fileContent(reading(here), file))).equals(bytes)).toBe(true)
    },
  )

  test('takes what a form gives, and streams', async () => {
    const bytes = sized(400_000)
    for (const source of [new File([bytes], 'x'), new Blob([bytes]).stream()]) {
      const file = await stored({ name: 'x.pdf', bytes: source })
      expect((await bytesOf(fileContent(reading(here), file))).equals(bytes)).toBe(true)
    }
  })

  test.each([
    ['an empty one', new Uint8Array(), 'platform.file.empty', undefined],
    ['a kind we do not take', elf, 'platform.file.notAccepted', undefined],
    ['a byte too many', sized(largestFile + 1), 'platform.file.tooLarge', { megabytes: 20 }],
    [
      'a form’s file that is too large',
      new Blob([sized(largestFile + 1)]),
      'platform.file.tooLarge',
      { megabytes: 20 },
    ],
  ])('refuses %s', async (_what, bytes, reason, values) => {
    expect(await write(tx => storeFile(tx, { name: 'x.pdf', bytes }))).toEqual({ ok: false, reason, values })
  })

  test('stops reading a stream that does not end', async () => {
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: controller => {
        given += 1_000_000
        controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    expect(await write(tx => storeFile(tx, { name: 'x', bytes: endless }))).toMatchObject({ ok: false })
    expect(given).toBeLessThan(largestFile + 3_000_000)
  })

  test('takes the largest, and leaves nothing when its transaction fails', async () => {
    const bytes = sized(largestFile)
    const failing = write(async tx => {
      const outcome = await storeFile(tx, { name: 'x.pdf', bytes })
      expect(outcome.ok).toBe(true)
      throw new Error('the action failed')
    })
    await expect(failing).rejects.toThrow('the action failed')
    const { rows } = await database.owner.query(
      'select count(*) as count from platform.file_chunks where position > 50',
    )
    expect(rows).toEqual([{ count: 0 }])
  })
})

describe('a stored file', () => {
  test('is answered as a download under its name', async () => {
    const file = await stored({ name: 'Протокол.pdf', bytes: pdf })
    const response = fileResponse(reading(here), file)
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename="________.pdf"; filename*=UTF-8''%D0%9F%D1%80%D0%BE%D1%82%D0%BE%D0%BA%D0%BE%D0%BB.pdf`,
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true)
  })

  test('is not there for another umbrella, nor its content', async () => {
    const file = await stored({ name: 'x.pdf', bytes: pdf })
    expect(await reading(there)(tx => findFile(tx, file.id))).toBeUndefined()
    await expect(bytesOf(fileContent(reading(there), file))).rejects.toThrow('missing')
    await write(tx => deleteFile(tx, file.id), there)
    expect(await reading(here)(tx => findFile(tx, file.id))).toEqual(file)
    const intrusion = write(
      tx =>
        tx.$client.query('insert into platform.file_chunks (file_id, position, bytes) values ($1, 9, $2)', [
          file.id,
          pdf,
        ]),
      there,
    )
    await expect(intrusion).rejects.toThrow('foreign key')
  })

  test('cannot be changed by a request, and a changed one is not handed out whole', async () => {
    const file = await stored({ name: 'x.pdf', bytes: sized(600_000) })
    await expect(
      write(tx => tx.$client.query(`update platform.file_chunks set bytes = 'x'`)),
    ).rejects.toThrow('permission denied')
    await database.owner.query(
      'update platform.file_chunks set bytes = set_byte(bytes, 5, 0) where file_id = $1 and position = 1',
      [file.id],
    )
    await expect(bytesOf(fileContent(reading(here), file))).rejects.toThrow('not what was stored')
  })

  test('holds no transaction open while its reader is slow', async () => {
    const file = await stored({ name: 'x.pdf', bytes: sized(800_000) })
    const reader = fileContent(reading(here), file).getReader()
    await reader.read()
    const { rows } = await database.owner.query(
      `select count(*) as count from pg_stat_activity
       where datname = current_database() and usename = 'parasol_request' and state <> 'idle'`,
    )
    expect(rows).toEqual([{ count: 0 }])
    await reader.cancel()
  })

  test('goes with its content when it is removed', async () => {
    const file = await stored({ name: 'x.pdf', bytes: sized(600_000) })
    await write(tx => deleteFile(tx, file.id))
    const { rows } = await database.owner.query('select from platform.file_chunks where file_id = $1', [
      file.id,
    ])
    expect(rows).toEqual([])
    expect(await reading(here)(tx => findFile(tx, newId()))).toBeUndefined()
  })
})
