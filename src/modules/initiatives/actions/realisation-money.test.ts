import { describe, expect, test } from 'vitest'
import '../module.ts'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { pdf } from '#tests/file-samples.ts'
import { done, moneyGiven, newRealisation, type Realisation, refusal } from '#tests/realisations.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { resourcesOf } from '../queries/realisation-money.ts'
import { makePledge } from './make-pledge.ts'
import { recordExpense, strikeExpense } from './record-expense.ts'

const database = await freshDatabase()
const { owner } = database

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

describe('an expense', () => {
  test('stays within what was given, or says why not', async () => {
    const place = await newRealisation(database)
    const pledge = await moneyGiven(database, place, { amount: 100_00 })
    expect(await spend(place, pledge, 60_00)).toBe(null)
    expect(await spend(place, pledge, 40_01)).toBe('initiatives.expense.over')
    expect(await spend(place, pledge, 40_01, 'Ціна зросла')).toBe(null)
    const { expenses } = await read(place, tx => resourcesOf(tx, place.id))
    expect(expenses.map(({ amount, overReason }) => [amount, overReason])).toEqual(
      expect.arrayContaining([
        [60_00, null],
        [40_01, 'Ціна зросла'],
      ]),
    )
  })

  test('forgets a reason that was not needed', async () => {
    const place = await newRealisation(database)
    const pledge = await moneyGiven(database, place, { amount: 100_00 })
    expect(await spend(place, pledge, 100_00, 'Про всяк випадок')).toBe(null)
    const { rows } = await owner.query(
      'select over_reason as reason from initiatives.expenses where pledge_id = $1',
      [pledge],
    )
    expect(rows).toEqual([{ reason: null }])
  })

  test('frees its money again when it is struck, and is struck once', async () => {
    const place = await newRealisation(database)
    const [first] = place.voters
    const pledge = await moneyGiven(database, place, { amount: 50_00 })
    await spend(place, pledge, 50_00)
    const { expenses } = await read(place, tx => resourcesOf(tx, place.id))
    const strike = () =>
      refusal(database, place, first.person, tx =>
        strikeExpense(tx, {
          ...{ realisation: place.id, expense: expenses[0]!.id, by: first.membership },
          reason: 'Помилка в сумі',
        }),
      )
    expect(await strike()).toBe(null)
    expect(await strike()).toBe('initiatives.expense.struckAlready')
    expect(await spend(place, pledge, 50_00)).toBe(null)
  })

  test('is of money that has come', async () => {
    const place = await newRealisation(database)
    const [, giver] = place.voters
    const facts = {
      need: null,
      kind: 'money',
      what: 'Кошти',
      locale: 'uk',
      amount: 10_00,
      currency: 'EUR',
    } as const
    await done(database, place, giver.person, tx =>
      makePledge(tx, { realisation: place.id, membership: giver.membership, facts }),
    )
    const { pledges } = await read(place, tx => resourcesOf(tx, place.id))
    expect(await spend(place, pledges[0]!.id, 1_00)).toBe('initiatives.expense.notGiven')
    expect(await spend(place, newId(), 1_00)).toBe('initiatives.expense.notGiven')
  })

  test('of two at the same moment, both do not fit into what one of them fills', async () => {
    const place = await newRealisation(database)
    const pledge = await moneyGiven(database, place, { amount: 100_00 })
    const scope = { umbrella: place.umbrella, account: place.voters[0].person }
    const work = {
      scope,
      work: (tx: Parameters<typeof recordExpense>[0]) => recordExpense(tx, spending(place, pledge, 60_00)),
    }
    const [one, other] = await oneAfterTheOther(database, work, work)
    expect([one.ok, other.ok]).toEqual([true, false])
  })

  test('over what was given is refused by the database too, without the reason and with one that is not needed', async () => {
    const place = await newRealisation(database)
    const pledge = await moneyGiven(database, place, { amount: 10_00 })
    await spend(place, pledge, 1_00)
    const copy = (amount: number, reason: string | null, currency = 'EUR') =>
      owner.query(
        `insert into initiatives.expenses (umbrella_id, id, realisation_id, pledge_id, membership_id, what, content_locale, amount,
           currency, spent_on, receipt_id, over_reason)
         select umbrella_id, gen_random_uuid(), realisation_id, pledge_id, membership_id, what, content_locale, $2, $4, spent_on,
           receipt_id, $3 from initiatives.expenses where pledge_id = $1 limit 1`,
        [pledge, amount, reason, currency],
      )
    await expect(copy(9_01, null)).rejects.toMatchObject({ constraint: 'over_with_reason' })
    await expect(copy(9_00, 'Чому')).rejects.toMatchObject({ constraint: 'over_with_reason' })
    await expect(copy(1_00, null, 'PLN')).rejects.toMatchObject({ constraint: 'given_first' })
    await expect(
      owner.query('update initiatives.expenses set amount = 1 where pledge_id = $1', [pledge]),
    ).rejects.toMatchObject({
      constraint: 'struck_once',
    })
  })
})
