import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '#tests/database.ts'
import { isMajority, majorityOf, yesMissing } from './majority.ts'

const database = await freshDatabase()

async function inDatabase(yes: number, electorate: number): Promise<boolean> {
  const { rows } = await database.owner.query<{ passed: boolean }>(
    'select initiatives.is_majority($1, $2) as passed',
    [yes, electorate],
  )
  return rows[0]!.passed
}

describe('a majority of all electors', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 4],
    [7, 4],
    [49, 25],
    [50, 26],
    [51, 26],
    [99, 50],
    [100, 51],
    [101, 51],
    [100_000, 50_001],
  ])('of %i needs %i', async (electorate, needed) => {
    expect(majorityOf(electorate)).toBe(needed)
    expect(isMajority(needed, electorate)).toBe(true)
    expect(isMajority(needed - 1, electorate)).toBe(false)
    expect(await inDatabase(needed, electorate)).toBe(true)
    expect(await inDatabase(needed - 1, electorate)).toBe(false)
  })

  test('is not half of them: a tie fails', async () => {
    expect(isMajority(25, 50)).toBe(false)
    expect(await inDatabase(25, 50)).toBe(false)
  })

  test('grows with yes alone, and is missing exactly what it lacks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.nat(200_000), (electorate, yes) => {
        expect(isMajority(yes, electorate) && !isMajority(yes + 1, electorate)).toBe(false)
        expect(isMajority(yes + yesMissing(yes, electorate), electorate)).toBe(true)
        expect(yesMissing(yes, electorate) === 0).toBe(isMajority(yes, electorate))
      }),
    )
  })
})
