import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BackupDesk, openBackupDesk } from '#tests/backup-desk.ts'
import { textOfTables } from '#tests/table-text.ts'
import { given, openVaultDesk, type Somebody } from '#tests/vault-desk.ts'
import {
  addFile,
  addPart,
  createRecord,
  erasePersonFromVault,
  exportKeys,
  exportOpenings,
  openRecord,
  purge,
  retainUntil,
  teamFor,
} from './index.ts'

const desk = await openVaultDesk()
let backups: BackupDesk
let monitor: Somebody
let team: string
const canaries = {
  part: 'КАНАРЕЙКА-у-відповіді-4711',
  message: 'canary in a message 4711',
  name: 'канарка-4711.pdf',
  type: 'application/x-canary-4711',
  content: 'canary in the content of a file 4711',
  passphrase: 'canary as a passphrase 4711',
}

beforeAll(async () => {
  backups = await openBackupDesk()
  monitor = await desk.colleague('monitor')
  team = await desk.as(null, tx => teamFor(tx, 'monitor'))
})
afterAll(() => backups.close())

const make = async (asked: { receipt?: boolean } = {}) =>
  given(
    await desk.as(null, tx =>
      createRecord(tx, {
        purpose: 'monitoring.report',
        teams: [team],
        parts: { answers: canaries.part },
        ...asked,
      }),
    ),
  )

const ways = (text: string) => {
  const bytes = Buffer.from(text)
  return [text, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), encodeURIComponent(text)]
}

const count = async (table: string, column: string, record: string) =>
  (await desk.sql(`select from vault.${table} where ${column} = $1`, [record])).length

describe('what is sealed', () => {
  test('is in no table of the database, in no writing of it; the receipt neither', async () => {
    const { record, receipt } = await make({ receipt: true })
    const who = { ...(await desk.somebody()), passphrase: canaries.passphrase }
    await desk.giveKey(who)
    await desk.as(monitor.account, async tx => {
      await addPart(tx, record, 'message', canaries.message)
      const content = [Buffer.from(canaries.content)]
      given(await addFile(tx, record, { name: canaries.name, mediaType: canaries.type, content }))
    })
    await desk.opened(monitor, (tx, open) => openRecord(tx, open, record.record, 'to look'))
    const tables = await textOfTables(desk.database)
    expect(tables.get('vault.record_parts')).toContain(record.record)
    expect(tables.get('vault.file_chunks')!.length).toBeGreaterThan(50)
    const secrets = [
      ...Object.values(canaries),
      receipt!,
      receipt!.replaceAll('-', ''),
      Buffer.from(record.dataKey).toString('latin1'),
    ]
    const found = [...tables].flatMap(([table, text]) =>
      secrets
        .flatMap(ways)
        .filter(way => text.includes(way))
        .map(way => `${table}: ${way}`),
    )
    expect(found).toEqual([])
    expect(
      [...tables.values()].some(text => text.includes(Buffer.from(record.dataKey).toString('hex'))),
    ).toBe(false)
  })

  test('would be found if it were there', async () => {
    await desk.sql(`update platform.umbrellas set about = jsonb_build_object('uk', $1::text) where id = $2`, [
      canaries.part,
      desk.umbrella,
    ])
    const text = (await textOfTables(desk.database)).get('platform.umbrellas')!
    await desk.sql(`update platform.umbrellas set about = '{}' where id = $1`, [desk.umbrella])
    expect(text).toContain(canaries.part)
  })
})

describe('a purged record', () => {
  test('leaves no row behind but its id, its openings, and no seal', async () => {
    const { record } = await make({ receipt: true })
    const id = record.record
    await desk.as(monitor.account, tx =>
      addFile(tx, record, { name: 'x', mediaType: 'text/plain', content: [Buffer.from('x')] }),
    )
    const [file] = await desk.sql('select id from vault.files where record_id = $1', [id])
    const [outsider] = [await desk.colleague('lawyer')]
    expect(await desk.as(outsider.account, tx => purge(tx, id))).toBe(false)
    expect(await desk.as(null, tx => purge(tx, id))).toBe(false)
    expect(await desk.as(monitor.account, tx => purge(tx, id))).toBe(true)
    for (const table of ['receipts', 'record_seals', 'record_parts', 'files']) {
      expect(await count(table, 'record_id', id), table).toBe(0)
    }
    expect(await count('file_chunks', 'file_id', file.id)).toBe(0)
    expect(await count('purged_records', 'id', id)).toBe(1)
  })

  test('is gone by itself after its last day', async () => {
    const [{ record: due }, { record: kept }] = [await make(), await make()]
    const today = Temporal.Now.plainDateISO('UTC')
    await desk.as(monitor.account, tx => retainUntil(tx, due.record, today.subtract({ days: 2 })))
    await desk.as(monitor.account, tx => retainUntil(tx, kept.record, today.add({ days: 2 })))
    await desk.sql('select vault.purge_due()')
    expect(await count('records', 'id', due.record)).toBe(0)
    expect(await count('records', 'id', kept.record)).toBe(1)
  })

  test('does not come back with a backup: what is past its day is purged again after the restore', async () => {
    const { record } = await make()
    const yesterday = Temporal.Now.plainDateISO('UTC').subtract({ days: 2 })
    await desk.as(monitor.account, tx => retainUntil(tx, record.record, yesterday))
    const { file } = await backups.backUp(desk.database)
    const restored = await backups.restore(file)
    const there = async () =>
      (await restored.owner.query('select from vault.records where id = $1', [record.record])).rowCount
    expect(await there()).toBe(1)
    await restored.owner.query('select vault.purge_due()')
    expect(await there()).toBe(0)
    expect((await restored.owner.query('select from vault.unlocks')).rowCount).toBe(0)
  })
})

test('a person takes along what the vault knows of them, and is forgotten', async () => {
  const { record } = await make()
  const who = await desk.colleague('monitor')
  await desk.opened(who, (tx, open) => openRecord(tx, open, record.record, 'to look'))
  const told = await desk.as(who.account, async tx => [
    ...(await exportKeys(tx)),
    ...(await exportOpenings(tx)),
  ])
  expect(told).toMatchObject([
    { fingerprint: expect.any(String), wraps: [{ opensWith: 'passphrase' }] },
    { record: record.record, reason: 'to look' },
  ])
  await desk.as(who.account, erasePersonFromVault)
  for (const table of ['keys', 'wraps', 'unlocks', 'openings'])
    expect(await count(table, 'account_id', who.account)).toBe(0)
  expect(
    await desk.sql('select account_id as account, reason from vault.openings where record_id = $1', [
      record.record,
    ]),
  ).toEqual([{ account: null, reason: 'to look' }])
})
