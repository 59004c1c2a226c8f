import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity } from 'age-encryption'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { type BackupDesk, openBackupDesk } from '#tests/backup-desk.ts'
import { freshDatabase } from '#tests/database.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { type Entry, readArchive, writeArchive } from './archive.ts'
import { aboutEntry, manifestEntry } from './format.ts'
import { makeFile } from './new-file.ts'
import { DamagedBackup, readBackup } from './read.ts'

let desk: BackupDesk
let sound: Buffer
let file: string

/** How this program refuses to read these bytes. */
async function refusal(bytes: Uint8Array): Promise<Error> {
  await writeFile(file, bytes)
  return readBackup(file, desk.decrypter()).then(
    () => new Error('it was read'),
    error => error,
  )
}

const refused = (error: Error) => error instanceof DamagedBackup || error instanceof OperatorProblem

/** The same backup with other entries, sealed by somebody who has the key. */
async function rewritten(change: (entry: Entry) => Entry[]): Promise<Buffer> {
  const [from, to] = [join(desk.folder, 'from.age'), join(desk.folder, 'to.age')]
  await writeFile(from, sound)
  const sealing = await desk.encrypter()
  await rm(to, { force: true })
  await makeFile(to, sink =>
    writeArchive(sink, sealing, async put => {
      for await (const entry of readArchive(from, desk.decrypter()))
        for (const kept of change(entry)) await put(kept)
    }),
  )
  return readFile(to)
}

const edited =
  (name: string, edit: (text: string) => string) =>
  (entry: Entry): Entry[] => [
    entry.name === name ? { name, bytes: Buffer.from(edit(Buffer.from(entry.bytes).toString())) } : entry,
  ]

beforeAll(async () => {
  desk = await openBackupDesk()
  file = join(desk.folder, 'tried.age')
  const database = await freshDatabase()
  await newUmbrella(database)
  sound = await readFile((await desk.backUp(database)).file)
})

afterAll(() => desk.close())

describe('a backup', () => {
  test('is read when it is sound', async () => {
    await writeFile(file, sound)
    const { manifest, secret } = await readBackup(file, desk.decrypter())
    expect(secret).toBe(desk.secret)
    expect(manifest.umbrellas).toHaveLength(1)
  })

  test('is refused with one changed bit, wherever it is', async () => {
    const places = fc.tuple(fc.nat(sound.length - 1), fc.nat(7))
    // Every byte of the header, which is text and more forgiving, and any of the rest.
    const header = Array.from({ length: sound.indexOf('\n--- ') + 60 }, (_, at): [[number, number]] => [
      [at, at % 8],
    ])
    await fc.assert(
      fc.asyncProperty(places, async ([at, bit]) => {
        const changed = Buffer.from(sound)
        changed[at]! ^= 1 << bit
        expect(refused(await refusal(changed)), `bit ${bit} of byte ${at}`).toBe(true)
      }),
      { numRuns: header.length + 150, examples: header },
    )
  })

  test('is refused when it is cut off, wherever, or goes on after its end', async () => {
    const edges = [
      0,
      1,
      21,
      22,
      100,
      170,
      200,
      220,
      240,
      sound.length - 17,
      sound.length - 16,
      sound.length - 1,
    ]
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), async length => {
        expect(refused(await refusal(sound.subarray(0, length))), `the first ${length} bytes`).toBe(true)
      }),
      { numRuns: 60, examples: edges.map((length): [number] => [length]) },
    )
    await writeFile(file, sound)
    await appendFile(file, 'x')
    await expect(readBackup(file, desk.decrypter())).rejects.toThrow(DamagedBackup)
  })

  test('says in one line that it is damaged, or that the key is another', async () => {
    const changed = Buffer.from(sound)
    changed[sound.length - 100]! ^= 1
    expect((await refusal(changed)).message).toBe(
      `${file} is damaged (it was changed or cut off): take another backup.`,
    )
    await writeFile(file, sound)
    await expect(readBackup(file, desk.decrypter(await generateX25519Identity()))).rejects.toThrow(
      `${file} does not open: this is not its passphrase or its secret key`,
    )
  })

  test('is refused where a part of it is missing, doubled or strange', async () => {
    const umbrellas = /^tables\/platform\.umbrellas\//
    const missing = await rewritten(entry => (umbrellas.test(entry.name) ? [] : [entry]))
    expect((await refusal(missing)).message).toContain('platform.umbrellas is not as it was written')
    const doubled = await rewritten(entry => (umbrellas.test(entry.name) ? [entry, entry] : [entry]))
    expect((await refusal(doubled)).message).toContain('platform.umbrellas is not as it was written')
    const strange = await rewritten(entry => [entry, { ...entry, name: 'tables/platform.strange/000001' }])
    expect((await refusal(strange)).message).toContain('platform.strange is not in its list of contents')
    const headless = await rewritten(entry => (entry.name === manifestEntry ? [] : [entry]))
    expect((await refusal(headless)).message).toContain('its list of contents is missing')
    const secretless = await rewritten(edited('secrets.json', () => '{}'))
    expect((await refusal(secretless)).message).toContain('its secret is missing')
    const senseless = await rewritten(edited(manifestEntry, text => text.replace('"parts"', '"party"')))
    expect(await refusal(senseless)).toBeInstanceOf(DamagedBackup)
  })

  test('of a later format names the program that made it', async () => {
    const later = await rewritten(
      edited(aboutEntry, text =>
        text.replace('"format": 1', '"format": 2').replace(/"program": "[^"]*"/, '"program": "9.9.9"'),
      ),
    )
    const error = await refusal(later)
    expect(error).toBeInstanceOf(OperatorProblem)
    expect(error.message).toContain('was made by Parasol 9.9.9 in format 2, and this program reads format 1')
  })
})
