import { randomBytes } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupCommands } from '#platform/backup/index.ts'
import { encrypterFor } from '#platform/backup/keys.ts'
import { makeBackup } from '#platform/backup/make.ts'
import type { CommandContext } from '#platform/command.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { EmbeddedServer } from '#platform/database/embedded.ts'
import { type Database, openDatabase } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { fileContent, findFile, storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { sealEveryJournal } from '#platform/journal/seal.ts'
import { keysOf, loadSecrets } from '#platform/secrets.ts'
import { createApp } from '#src/app.ts'
import { loadDemonstration } from '#src/main.ts'
import { type Coalition, enter, foundCoalition } from './coalition.ts'
import { pdf } from './file-samples.ts'
import { startMailServer } from './mail-server.ts'
import { shownCode } from './one-time-code.ts'
import { testPlatform } from './platform.ts'
import { cleanUp, emptyFolder } from './programs/start.ts'
import { textOfTables } from './table-text.ts'
import { type Stage, Visitor } from './visitor.ts'

// An installation is carried from one machine to the next: from wherever the tests run to an embedded database, from
// there to a server of somebody else's, where the program is no superuser.
const secret = randomBytes(32).toString('base64url')
const minutes = Buffer.concat([pdf, randomBytes(3_000_000)])

let first: Stage
let coalition: Coalition
let fileId: string
let authenticator: string
let passphraseFile: string
/** The installation on its second machine. */
let second: { config: Config; stage: Stage }
let server: EmbeddedServer
const opened: Database[] = []

type Ran = { code: number; lines: string[] }

async function run(config: Config, name: string, ...args: string[]): Promise<Ran> {
  const lines: string[] = []
  const context = { config, print: (line: string) => lines.push(line) } as unknown as CommandContext
  const command = backupCommands.find(known => known.name === name)!
  return { code: await command.run(context, args), lines }
}

const settings = (env: Record<string, string>) =>
  readConfig({ ...env, PARASOL_ORIGIN: 'http://localhost:4999' })

/** The program on a restored installation. */
async function open(config: Config): Promise<Stage> {
  const secrets = await loadSecrets(config.dataFolder)
  const database = await openDatabase(config, secrets)
  opened.push(database)
  const platform = { ...first.platform, config: { ...config, smtpUrl: first.mail.url }, secrets, database }
  return { ...first, platform, app: await createApp(platform) }
}

async function addAuthenticator(visitor: Visitor): Promise<string> {
  await visitor.post('/en/account/authenticator')
  const html = await (await visitor.get('/en/account/authenticator')).text()
  const shown = /<code>([A-Z2-7 ]{20,})<\/code>/.exec(html)![1]!.replaceAll(' ', '')
  await visitor.post('/en/account/authenticator/confirmation', { code: await shownCode(shown, -1) })
  return shown
}

async function fill({ platform }: Stage): Promise<void> {
  await loadDemonstration(platform)
  coalition = await foundCoalition(first, 'moving')
  const { database } = platform
  await inScope(
    database.request,
    { umbrella: coalition.id, account: coalition.coordinators[0].id },
    'write',
    async tx => {
      const stored = await storeFile(tx, { name: 'minutes.pdf', bytes: minutes })
      if (!stored.ok) throw new Error(stored.reason)
      fileId = stored.file.id
      const subject = { type: 'thing', id: newId() }
      await record(tx, { action: 'network.done', subject, visibility: 'public', detail: { name: 'Їжак' } })
    },
  )
  authenticator = await addAuthenticator((await enter(first, 'olena@moving.example')).browser)
  const worker = new pg.Pool(database.worker)
  await sealEveryJournal(worker)
  await worker.end()
}

async function startForeignServer(): Promise<void> {
  const data = await emptyFolder()
  server = await EmbeddedServer.join(data, { settings: { fsync: 'off' } })
  const rules = 'local all postgres trust\nlocal all all scram-sha-256\n'
  await writeFile(join(data, 'postgres/pg_hba.conf'), rules)
  const admin = await server.superuser()
  await admin.query('select pg_reload_conf()')
  await admin.query("create role coalition login createrole password 'right'")
  await admin.query('create database coalition owner coalition')
  await admin.end()
}

beforeAll(async () => {
  const mail = await startMailServer()
  const plain = await testPlatform()
  const platform = {
    ...plain,
    secrets: keysOf(secret),
    config: { ...plain.config, smtpUrl: mail.url },
    log: pino({ level: 'silent' }),
  }
  first = { platform, app: await createApp(platform), mail, close: () => mail.stop() }
  await Promise.all([fill(first), startForeignServer()])
  passphraseFile = join(dirname(await emptyFolder()), 'passphrase')
  await writeFile(passphraseFile, 'correct horse battery staple\n', { mode: 0o600 })
})

afterAll(async () => {
  await Promise.all(opened.map(database => database.close()))
  await server?.leave()
  await first?.close()
  await cleanUp()
})

const sealing = () => ['--passphrase-file', passphraseFile]

/** What of a database must be the same: everything but sessions, codes that wait, and what was done since. */
async function texts(stage: Stage): Promise<Map<string, string>> {
  const all = await textOfTables(stage.platform.database)
  for (const name of ['accounts.sessions', 'accounts.verifications']) all.delete(name)
  return all
}

async function contentOf({ platform }: Stage): Promise<Buffer> {
  const scope = { umbrella: coalition.id, account: null }
  const { request } = platform.database
  const file = await inScope(request, scope, 'read', tx => findFile(tx, fileId))
  const content = fileContent(work => inScope(request, scope, 'read', work), file!)
  return Buffer.concat(await Array.fromAsync(content))
}

/** Backs up `from`, restores into `to`, and compares every table before anybody touches it. */
async function move(from: Stage, to: Config): Promise<{ stage: Stage; backedUp: Ran; restored: Ran }> {
  const file = join(dirname(await emptyFolder()), 'backup.age')
  const before = await texts(from)
  const backedUp =
    from === first ? await backUpFirst(file) : await run(from.platform.config, 'backup', file, ...sealing())
  const restored = await run(to, 'restore', file, ...sealing())
  const stage = await open(to)
  const after = await texts(stage)
  expect([...after.keys()]).toEqual([...before.keys()])
  for (const [name, text] of before) expect(after.get(name) === text, `${name} is the same`).toBe(true)
  return { stage, backedUp, restored }
}

// The first machine is a test database; its backup is made as the command makes it.
async function backUpFirst(file: string): Promise<Ran> {
  const encrypter = await encrypterFor({ passphraseFile })
  const { manifest } = await makeBackup(first.platform.database, secret, file, encrypter)
  return { code: 0, lines: [`${manifest.umbrellas.length} umbrellas`] }
}

/** `step`: half minutes from now; a code that was used on one machine is remembered on the next. */
async function expectAlive(stage: Stage, step: 0 | 1): Promise<void> {
  expect((await contentOf(stage)).equals(minutes)).toBe(true)
  expect((await new Visitor(stage).get('/en/moving')).status).toBe(200)
  // A session of before does not come back; the person signs in, by mail and with the authenticator of before.
  const [anna] = coalition.coordinators
  const old = new Visitor(stage)
  for (const [name, value] of anna.browser.cookies) old.cookies.set(name, value)
  expect((await old.get('/en/account')).status).toBe(303)
  const olena = new Visitor(stage)
  const entered = await olena.signIn('olena@moving.example')
  expect(entered.headers.get('location')).toContain('/en/second-factor')
  const answer = await olena.post('/en/second-factor', {
    code: await shownCode(authenticator, step),
    to: '/en/account',
  })
  expect(answer.headers.get('location')).toBe('/en/account')
  expect((await olena.get('/en/account')).status).toBe(200)
}

describe('an installation moves', () => {
  test('into an empty data folder', async () => {
    const config = settings({ PARASOL_DATA: await emptyFolder() })
    const { stage, restored } = await move(first, config)
    second = { config, stage }
    expect(restored.code).toBe(0)
    expect(restored.lines[0]).toMatch(/^Restored: 6 umbrellas, \d+ tables, \d+ rows, of /)
    expect(restored.lines).toContainEqual(
      expect.stringMatching(/^moving: [1-9]\d* entries under 1 roots are intact, 0 wait/),
    )
    expect((await stat(join(config.dataFolder, 'secrets.json'))).mode & 0o777).toBe(0o600)
    await expectAlive(stage, 0)
  })

  test('from there onto a server of somebody else’s', async () => {
    const socket = encodeURIComponent(server.socket)
    const config = settings({
      PARASOL_DATA: await emptyFolder(),
      DATABASE_URL: `postgresql://coalition:right@localhost/coalition?host=${socket}`,
    })
    const { stage, backedUp, restored } = await move(second.stage, config)
    expect(backedUp.lines[0]).toMatch(/backup\.age: 6 umbrellas, \d+ tables, \d+ rows, of /)
    expect(backedUp.lines[1]).toMatch(/^\d+ bytes, SHA-256 [0-9a-f]{64}$/)
    expect(restored.code).toBe(0)
    expect(stage.platform.database.kind).toBe('server')
    await expectAlive(stage, 1)
  })
})
