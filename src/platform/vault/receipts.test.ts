import { describe, expect, test, vi } from 'vitest'
import { newUmbrella } from '#tests/umbrella.ts'
import { given, openVaultDesk } from '#tests/vault-desk.ts'
import {
  addPart,
  createRecord,
  openByReceipt,
  openingsOf,
  openRecord,
  readParts,
  SealBroken,
  teamFor,
} from './index.ts'
import { newReceipt } from './receipt.ts'
import * as hpke from './seal.ts'

vi.mock('./seal.ts', async original => {
  const real = await original<typeof hpke>()
  return { ...real, openSeal: vi.fn(real.openSeal), keyPairFrom: vi.fn(real.keyPairFrom) }
})

const desk = await openVaultDesk()
const { as, sql } = desk
const monitor = await desk.colleague('monitor')
const monitors = await as(null, tx => teamFor(tx, 'monitor'))
const text = { answers: 'Мене не пустили до школи.', identity: 'Оксана' }

const make = async ({ receipt }: { receipt: true }) =>
  given(
    await as(null, tx =>
      createRecord(tx, { purpose: 'monitoring.report', teams: [monitors], parts: text, receipt }),
    ),
  )

describe('a receipt', () => {
  const byReceipt = (typed: string, place = desk.umbrella) =>
    as(
      null,
      async tx => {
        const outcome = await openByReceipt(tx, typed)
        return outcome.ok
          ? (await readParts(tx, outcome.record, ['answers'])).map(part => part.text)
          : outcome.reason
      },
      place,
    )

  test('opens its record for who is not signed in, however it is typed, and lets them answer', async () => {
    const { record, receipt } = await make({ receipt: true })
    expect(await byReceipt(receipt!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))).toEqual([
      text.answers,
    ])
    await as(null, async tx => {
      const outcome = given(await openByReceipt(tx, receipt!))
      await addPart(tx, outcome.record, 'message', 'Дякую')
    })
    const parts = await desk.opened(monitor, async (tx, open) =>
      readParts(tx, (await openRecord(tx, open, record.record, 'to answer it'))!),
    )
    expect(parts.map(part => part.text)).toEqual(['Мене не пустили до школи.', 'Оксана', 'Дякую'])
    expect(await as(monitor.account, tx => openingsOf(tx, record.record))).toHaveLength(1)
  })

  test('that nobody has, that is of another umbrella, or that is none, is refused', async () => {
    const { receipt } = await make({ receipt: true })
    const elsewhere = await newUmbrella(desk.database)
    expect(await byReceipt(newReceipt())).toBe('platform.vault.receiptUnknown')
    expect(await byReceipt(receipt!, elsewhere)).toBe('platform.vault.receiptUnknown')
    expect(await byReceipt(receipt!.slice(1))).toBe('platform.vault.receiptForm')
  })

  test('costs the same work whether it is known or not', async () => {
    const { receipt } = await make({ receipt: true })
    const workFor = (typed: string) =>
      as(null, async tx => {
        const counted = [vi.mocked(hpke.openSeal), vi.mocked(hpke.keyPairFrom), vi.spyOn(tx.$client, 'query')]
        for (const work of counted) work.mockClear()
        const { ok } = await openByReceipt(tx, typed)
        const counts = counted.map(work => work.mock.calls.length)
        counted[2]!.mockRestore()
        return { ok, counts }
      })
    await workFor(newReceipt())
    const [known, unknown] = [await workFor(receipt!), await workFor(newReceipt())]
    expect([known.ok, unknown.ok]).toEqual([true, false])
    expect(known.counts).toEqual([1, 1, expect.any(Number)])
    expect(unknown.counts).toEqual(known.counts)
  })

  test('shows nothing of other records, and nothing in the next transaction', async () => {
    const [{ receipt }] = [await make({ receipt: true }), await make({ receipt: true })]
    const count = 'select count(*) as n from vault.record_parts'
    await as(null, async tx => {
      given(await openByReceipt(tx, receipt!))
      expect((await tx.$client.query(count)).rows).toEqual([{ n: 2 }])
    })
    expect(await as(null, async tx => (await tx.$client.query(count)).rows)).toEqual([{ n: 0 }])
  })

  test('whose record was damaged is a fault, not an unknown receipt', async () => {
    const { record, receipt } = await make({ receipt: true })
    await sql(
      'update vault.record_seals set sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1) where record_id = $1',
      [record.record],
    )
    await expect(byReceipt(receipt!)).rejects.toThrow(SealBroken)
  })
})
