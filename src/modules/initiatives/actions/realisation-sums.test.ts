import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../module.ts'
import { inScope } from '#platform/database/scope.ts'
import { freshDatabase } from '#tests/database.ts'
import { pdf } from '#tests/file-samples.ts'
import { moneyGiven, needed, newRealisation, type Realisation, refusal } from '#tests/realisations.ts'
import { hundredths } from '../forms/realisation.ts'
import { resourcesOf } from '../queries/realisation-money.ts'
import { recordExpense } from './record-expense.ts'

const database = await freshDatabase()

const spending = (place: Realisation, pledge: string, amount: number, overReason: string | null = null) => ({
  ...{ realisation: place.id, membership: place.voters[0].membership },
  facts: { pledge, what: 'Оренда зали', locale: 'uk', amount, spentOn: '2026-05-01', overReason },
  receipt: { name: 'чек.pdf', bytes: new Uint8Array(pdf) },
})

const spend = (place: Realisation, pledge: string, amount: number, over: string | null = null) =>
  refusal(database, place, place.voters[0].person, tx =>
    recordExpense(tx, spending(place, pledge, amount, over)),
  )

const read = <T>(place: Realisation, work: Parameters<typeof inScope<T>>[3]) =>
  inScope(database.request, { umbrella: place.umbrella, account: null }, 'read', work)

type Move = { kind: 'need' | 'give' | 'spend'; currency: 'EUR' | 'PLN' | 'UAH'; amount: number }
const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom('need', 'give', 'spend'),
    currency: fc.constantFrom('EUR', 'PLN', 'UAH'),
    amount: fc.integer({ min: 1, max: 100_000_00 }),
  }),
  { maxLength: 8 },
)

type Sum = { needed: number; promised: number; given: number; spent: number }

test('money is summed by currency to the cent, and never spent beyond what was given without a word', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async steps => {
      const place = await newRealisation(database)
      const sums: Record<string, Sum> = {}
      const left = new Map<string, { id: string; left: number }>()
      for (const { kind, currency, amount } of steps) {
        const sum = (): Sum => (sums[currency] ??= { needed: 0, promised: 0, given: 0, spent: 0 })
        const pledge = left.get(currency)
        if (kind === 'need') {
          await needed(database, place, amount, currency)
          sum().needed += amount
        } else if (kind === 'give') {
          left.set(currency, { id: await moneyGiven(database, place, { amount, currency }), left: amount })
          sum().promised += amount
          sum().given += amount
        } else if (pledge) {
          const fits = amount <= pledge.left
          expect(await spend(place, pledge.id, amount)).toBe(fits ? null : 'initiatives.expense.over')
          if (!fits) continue
          pledge.left -= amount
          sum().spent += amount
        }
      }
      const { money } = await read(place, tx => resourcesOf(tx, place.id))
      expect(Object.fromEntries(money.map(({ currency, ...sum }) => [currency, sum]))).toEqual(sums)
    }),
    { numRuns: 15 },
  )
})

test('amounts are read as people write them, or not at all', () => {
  const read: [string, number | null][] = [
    ['1250', 125_000],
    ['1250,5', 125_050],
    ['1 250,50', 125_050],
    ['1 250.50', 125_050],
    ['1,250.50', 125_050],
    ['1.250,50', 125_050],
    ['1.250.000,00', 125_000_000],
    ['0,01', 1],
    // One thousand, or one and a quarter: nobody can tell.
    ['1,250', null],
    ['1.250', null],
    ['1.250.50', null],
    ['1,2,3', null],
    ['-5', null],
    ['0', null],
    ['1e5', null],
    ['12,345.678', null],
    ['99999999999999', null],
  ]
  for (const [text, amount] of read) expect([text, hundredths(text)]).toEqual([text, amount])
})

test('any amount that is written with two digits is read back exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), amount => {
      const whole = Math.floor(amount / 100)
      const cents = String(amount % 100).padStart(2, '0')
      expect(hundredths(`${whole},${cents}`)).toBe(amount)
      expect(hundredths(`${whole}.${cents}`)).toBe(amount)
    }),
  )
})
