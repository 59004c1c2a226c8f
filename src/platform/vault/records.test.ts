import { describe, expect, test } from 'vitest'
import { newUmbrella } from '#tests/umbrella.ts'
import { given, openVaultDesk, type Somebody } from '#tests/vault-desk.ts'
import {
  addPart,
  createRecord,
  type NewRecord,
  openingsOf,
  openRecord,
  purge,
  readParts,
  SealBroken,
  sealRecordTo,
  teamFor,
} from './index.ts'

const desk = await openVaultDesk()
const { as, opened, sql } = desk
const [monitor, second, lawyer, outsider] = [
  await desk.colleague('monitor'),
  await desk.colleague('monitor'),
  await desk.colleague('lawyer'),
  await desk.colleague('operator'),
]
const monitors = await as(null, tx => teamFor(tx, 'monitor'))
const lawyers = await as(null, tx => teamFor(tx, 'lawyer'))
const text = { answers: 'Мене не пустили до школи.', identity: 'Оксана' }

async function make(wanted: Partial<NewRecord> = {}, by: string | null = null) {
  const all: NewRecord = { purpose: 'monitoring.report', teams: [monitors], parts: text, ...wanted }
  return given(await as(by, tx => createRecord(tx, all)))
}

const read = (who: Somebody, record: string, place = desk.umbrella) =>
  opened(
    who,
    async (tx, open) => {
      const found = await openRecord(tx, open, record, 'to answer it')
      return found && Object.fromEntries((await readParts(tx, found)).map(part => [part.name, part.text]))
    },
    place,
  )

describe('a record', () => {
  test('is made by anybody and read by everybody of its team', async () => {
    const { record, receipt } = await make()
    expect(receipt).toBeNull()
    for (const who of [monitor, second]) expect(await read(who, record.record)).toEqual(text)
  })

  test('is not there for another team, for a visitor, or in another umbrella', async () => {
    const { record } = await make()
    for (const who of [lawyer, outsider]) expect(await read(who, record.record)).toBeNull()
    const elsewhere = await newUmbrella(desk.database)
    await desk.giveRole(monitor, 'monitor', elsewhere)
    expect(await read(monitor, record.record, elsewhere)).toBeNull()
    for (const [account, place] of [
      [null, desk.umbrella],
      [lawyer.account, desk.umbrella],
      [monitor.account, elsewhere],
    ] as const) {
      for (const table of ['records', 'record_parts', 'files', 'file_chunks', 'openings']) {
        const seen = as(
          account,
          async tx => (await tx.$client.query(`select from vault.${table}`)).rowCount,
          place,
        )
        expect(await seen, table).toBe(0)
      }
    }
  })

  test('is read by a person it is sealed to, and by nobody of their team', async () => {
    const { record } = await make({ teams: [], persons: [monitor.account] }, second.account)
    expect(await read(monitor, record.record)).toEqual(text)
    expect(await read(second, record.record)).toBeNull()
  })

  test('can be sealed to another team by who opened it', async () => {
    const { record } = await make()
    await opened(monitor, async (tx, open) => {
      const found = (await openRecord(tx, open, record.record, 'the lawyers take it on'))!
      given(await sealRecordTo(tx, found, { teams: [lawyers] }))
      await addPart(tx, found, 'note', 'для юристок')
    })
    expect(await read(lawyer, record.record)).toEqual({ ...text, note: 'для юристок' })
  })

  test('is refused when nobody could open it, and nothing is written', async () => {
    const umbrella = await newUmbrella(desk.database)
    const empty = await as(null, tx => teamFor(tx, 'monitor'), umbrella)
    const keyless = await desk.somebody()
    for (const recipients of [{ teams: [empty] }, { teams: [] }, { teams: [], persons: [keyless.account] }]) {
      const attempt = as(
        null,
        tx => createRecord(tx, { purpose: 'monitoring.report', parts: text, ...recipients }),
        umbrella,
      )
      expect(await attempt).toEqual({ ok: false, reason: 'platform.vault.noTeamKey' })
    }
    expect(await sql('select from vault.records where umbrella_id = $1', [umbrella])).toEqual([])
  })

  test('is sealed to keys in use alone, whatever the program thinks', async () => {
    const { record } = await make()
    const [{ id: retired }] = await sql(
      `insert into vault.team_keys (umbrella_id, id, team_id, generation, public_key, retired_at)
       values ($1, gen_random_uuid(), $2, 99, $3, now()) returning id`,
      [desk.umbrella, monitors, Buffer.alloc(32, 5)],
    )
    const coming = await desk.giveKey(outsider)
    for (const [column, id, constraint] of [
      ['team_key_id', retired, 'current_team_key'],
      ['key_id', coming.id, 'effective_key'],
    ]) {
      const attempt = as(monitor.account, tx =>
        tx.$client.query(
          `insert into vault.record_seals (id, record_id, ${column}, sealed) values (gen_random_uuid(), $1, $2, $3)`,
          [record.record, id, Buffer.alloc(81)],
        ),
      )
      await expect(attempt).rejects.toMatchObject({ constraint })
    }
  })

  test('that was changed in the database, or put in the place of another, does not open', async () => {
    const [{ record: one }, { record: other }] = [await make(), await make()]
    await sql(
      'update vault.record_parts set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where record_id = $1',
      [one.record],
    )
    await expect(read(monitor, one.record)).rejects.toThrow(SealBroken)
    await sql(
      `update vault.record_seals set sealed = (select sealed from vault.record_seals where record_id = $1) where record_id = $2`,
      [one.record, other.record],
    )
    await expect(read(monitor, other.record)).rejects.toThrow(SealBroken)
  })
})

describe('opening', () => {
  test('is written down with its reason before anything is read; the team sees it, others do not', async () => {
    const { record } = await make()
    await read(second, record.record)
    const seen = (who: Somebody) => as(who.account, tx => openingsOf(tx, record.record))
    const told = [{ account: second.account, reason: 'to answer it', openedAt: expect.any(String) }]
    expect(await seen(monitor)).toEqual(told)
    expect(await seen(lawyer)).toEqual([])
  })

  test('cannot be done without: requests have no right to read a seal', async () => {
    const { record } = await make()
    const direct = as(monitor.account, tx => tx.$client.query('select * from vault.record_seals'))
    await expect(direct).rejects.toThrow('permission denied')
    const silent = opened(monitor, (tx, open) => openRecord(tx, open, record.record, ' '))
    await expect(silent).rejects.toMatchObject({ constraint: 'openings_reason_check' })
  })

  test('stays on record, also for the owner of the tables and after the record is purged', async () => {
    const { record } = await make()
    await read(monitor, record.record)
    for (const statement of [
      `update vault.openings set reason = 'another'`,
      `update vault.openings set account_id = null, reason = 'another'`,
      'delete from vault.openings',
      'truncate vault.openings',
    ]) {
      await expect(sql(statement)).rejects.toThrow('append-only')
    }
    expect(await as(monitor.account, tx => purge(tx, record.record))).toBe(true)
    expect(await as(second.account, tx => openingsOf(tx, record.record))).toHaveLength(1)
  })
})
