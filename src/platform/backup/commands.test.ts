import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Encrypter } from 'age-encryption'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommandLine } from '#platform/command-line.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { loadSecrets } from '#platform/secrets.ts'
import { type BackupDesk, openBackupDesk } from '#tests/backup-desk.ts'
import { emptyDatabase, freshDatabase } from '#tests/database.ts'
import { cleanUp, emptyFolder } from '#tests/programs/start.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { backupCommands } from './index.ts'
import { makeBackup } from './make.ts'

let desk: BackupDesk
let file: string
/** A data folder that the backup was restored into. */
let home: string
const said = { out: '', err: '' }

beforeAll(async () => {
  desk = await openBackupDesk()
  const database = await freshDatabase()
  await newUmbrella(database)
  ;({ file } = await desk.backUp(database))
  home = await emptyFolder()
})

afterAll(async () => {
  await desk.close()
  await cleanUp()
})

beforeEach(() => {
  Object.assign(said, { out: '', err: '' })
  vi.stubEnv('PARASOL_DATA', home)
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('PARASOL_SECRET', '')
  const hear = (where: 'out' | 'err') => (text: string | Uint8Array) => {
    said[where] += text
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'))
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const parasol = (...words: string[]) => runCommandLine(backupCommands, words)
const restore = (from: string, ...more: string[]) =>
  parasol('restore', from, '--identity-file', desk.identityFile, ...more)

async function elsewhere(): Promise<string> {
  const folder = await emptyFolder()
  vi.stubEnv('PARASOL_DATA', folder)
  return folder
}

describe('parasol restore', () => {
  test('makes an installation in a new folder, and says what there is', async () => {
    expect(await restore(file)).toBe(0)
    const [restored, journal, ...more] = said.out.trimEnd().split('\n')
    expect(restored).toMatch(/^Restored: 1 umbrella, \d+ tables, \d+ rows, of \S+Z by Parasol \S+$/)
    expect(journal).toMatch(/^u-\S+: 0 entries under 0 roots are intact, 0 wait to be sealed$/)
    expect(more).toEqual([])
    expect((await stat(join(home, 'secrets.json'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(home, 'secrets.json'), 'utf8')).toContain(desk.secret)
  })

  test('restores nothing over an installation', async () => {
    expect(await restore(file)).toBe(2)
    expect(said.err).toMatch(/^The database is not empty, [^\n]*: set PARASOL_DATA to a new folder[^\n]*\n$/)
  })

  test('only checks when it is asked to', async () => {
    const folder = await elsewhere()
    expect(await restore(file, '--check')).toBe(0)
    expect(said).toEqual({ out: expect.stringMatching(/ is whole: 1 umbrella, /), err: '' })
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  test('brings a backup of an older version up to this one', async () => {
    const older = await emptyDatabase()
    const history = await readMigrations()
    await migrate(older.owner, history.slice(0, -1))
    await newUmbrella(older)
    const { file: from } = await desk.backUp(older)
    await elsewhere()
    expect(await restore(from)).toBe(0)
    expect(said.out).toMatch(/^Restored: 1 umbrella, [^\n]*, and 1 newer migration\n/)
  })

  test('refuses a backup of a newer version, or of another history', async () => {
    const newer = await emptyDatabase()
    const history = await readMigrations()
    const next = { number: 9999, name: '9999_later.sql', hash: 'x', sql: 'select' }
    await migrate(newer.owner, [...history, next])
    await elsewhere()
    expect(await restore((await desk.backUp(newer)).file)).toBe(2)
    expect(said.err).toMatch(
      /^The backup was made by a newer program \(it has migration 9999_later.sql\): [^\n]*\n$/,
    )

    const other = await emptyDatabase()
    await migrate(other.owner, [{ ...history[0]!, hash: 'y' }, ...history.slice(1)])
    said.err = ''
    expect(await restore((await desk.backUp(other)).file)).toBe(2)
    expect(said.err).toMatch(
      /^migrations\/0001_platform.sql is not the one that the backup was made with: [^\n]*\n$/,
    )
  })

  test('leaves a folder with another secret alone', async () => {
    const folder = await elsewhere()
    await loadSecrets(folder)
    expect(await restore(file)).toBe(2)
    const stranger = join(folder, 'secrets.json')
    expect(said.err).toBe(`${stranger} belongs to another installation: set PARASOL_DATA to a new folder.\n`)
    vi.stubEnv('PARASOL_SECRET', 'some other secret of thirty-two characters')
    said.err = ''
    expect(await restore(file)).toBe(2)
    expect(said.err).toMatch(/^PARASOL_SECRET is not the secret of the backup: unset it, [^\n]*\n$/)
  })

  test('answers a damaged file with one line and code 1, and makes no folder', async () => {
    const bytes = await readFile(file)
    bytes[bytes.length - 500]! ^= 1
    await writeFile(`${file}.damaged`, bytes)
    const folder = await elsewhere()
    expect(await restore(`${file}.damaged`)).toBe(1)
    expect(said.err).toBe(`${file}.damaged is damaged (it was changed or cut off): take another backup.\n`)
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  test('answers a wrong passphrase with one line and code 2', async () => {
    const sealing = new Encrypter()
    sealing.setScryptWorkFactor(10)
    sealing.setPassphrase('correct horse')
    const database = await freshDatabase()
    const sealed = join(desk.folder, 'sealed.age')
    await makeBackup(database, desk.secret, sealed, sealing)
    const wrong = join(desk.folder, 'wrong')
    await writeFile(wrong, 'another horse\n', { mode: 0o600 })
    await elsewhere()
    expect(await parasol('restore', sealed, '--passphrase-file', wrong)).toBe(2)
    expect(said.err).toMatch(/^[^\n]* does not open: this is not its passphrase or its secret key[^\n]*\n$/)
  })
})

describe('parasol backup', () => {
  test('seals what another restore can read, and names its hash', async () => {
    const [to, passphraseFile] = [join(desk.folder, 'again.age'), join(desk.folder, 'passphrase')]
    await writeFile(passphraseFile, 'correct horse battery staple\n', { mode: 0o600 })
    expect(await parasol('backup', to, '--passphrase-file', passphraseFile)).toBe(0)
    expect(said.out).toMatch(/again\.age: 1 umbrella, [^\n]*\n\d+ bytes, SHA-256 [0-9a-f]{64}\n$/)
    expect(await parasol('restore', to, '--passphrase-file', passphraseFile, '--check')).toBe(0)
  })

  test('finds nothing in a folder without an installation, and leaves it as it is', async () => {
    const folder = await elsewhere()
    expect(await parasol('backup', join(desk.folder, 'none.age'))).toBe(2)
    expect(said.err).toMatch(/^There is no installation in [^\n]*: set PARASOL_DATA [^\n]*\n$/)
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  test.each([
    [['backup'], 'Name one file: usage is parasol backup <file>'],
    [['restore', 'one', 'two'], 'Name one file: usage is parasol restore <file>'],
    [['backup', '/etc/passwd'], '/etc/passwd exists, and a backup replaces no file'],
    [['backup', 'x.age', '--passphrase', 'secret'], "Unknown option '--passphrase': usage is parasol backup"],
    [
      ['backup', 'x.age'],
      'Nobody can be asked for a passphrase here: give --passphrase-file or --recipient.',
    ],
    [['restore', '/nonexistent.age'], '/nonexistent.age cannot be read: there is no such file.'],
  ])('is told %j is wrong use', async (words, line) => {
    expect(await parasol(...words)).toBe(2)
    expect(said.err).toMatch(/^[^\n]*\n$/)
    expect(said.err).toContain(line)
  })
})
