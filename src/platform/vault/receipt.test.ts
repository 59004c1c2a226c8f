import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newReceipt, readReceipt, receiptKeys } from './receipt.ts'

const receipts = fc.constant(null).map(() => newReceipt())
const umbrella = '01900000-0000-7000-8000-000000000001'

describe('a receipt', () => {
  test('is five groups of four signs that cannot be confused', () => {
    fc.assert(
      fc.property(receipts, receipt => {
        expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
      }),
    )
  })

  test('is never the same twice, and uses every sign', () => {
    const many = Array.from({ length: 2000 }, newReceipt)
    expect(new Set(many).size).toBe(many.length)
    expect(new Set(many.join('')).size).toBe(33)
  })

  test('is read however it was typed', () => {
    const slips: Record<string, string[]> = { '0': ['0', 'o', 'O'], '1': ['1', 'i', 'I', 'l', 'L'] }
    const typed = receipts.chain(receipt =>
      fc
        .tuple(
          ...[...receipt.replaceAll('-', '')].map(sign =>
            fc.tuple(
              fc.constantFrom(...(slips[sign] ?? [sign, sign.toLowerCase()])),
              fc.constantFrom('', '', ' ', '-', '–', '\u00a0', '\t'),
            ),
          ),
        )
        .map(signs => ({ receipt, text: signs.flat().join('') })),
    )
    fc.assert(fc.property(typed, ({ receipt, text }) => void expect(readReceipt(text)).toBe(receipt)))
  })

  test.each([
    '',
    '-',
    '0000-0000-0000-0000-000',
    '0000-0000-0000-0000-00000',
    '0000-0000-0000-0000-000U',
    'ключ',
  ])('is not «%s»', text => expect(readReceipt(text)).toBeNull())

  test('leads to the same keys each time, and to others in another umbrella', async () => {
    const receipt = newReceipt()
    const keys = await receiptKeys(umbrella, receipt)
    expect(await receiptKeys(umbrella, readReceipt(receipt.toLowerCase())!)).toEqual(keys)
    const elsewhere = await receiptKeys('01900000-0000-7000-8000-000000000002', receipt)
    const all = [keys, elsewhere].flatMap(pair => [pair.lookup, pair.publicKey, pair.privateKey])
    expect(new Set(all.map(bytes => Buffer.from(bytes).toString('hex'))).size).toBe(6)
    expect(all.map(bytes => bytes.length)).toEqual([32, 32, 32, 32, 32, 32])
  })
})
