import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bounds, found, type Sum } from '#tests/attacker.ts'
import { freedomOf } from './cells.ts'
import type { Published } from './rules.ts'
import { type Crossed, protectedCells, publishCrossed, publishOneWay } from './tables.ts'

const most = 60
const boundsOf = (cell: Published): [number, number] =>
  cell.status === 'suppressed' ? [1, most] : [cell.value, cell.value]

type View = { bounds: Bounds; sums: Sum[]; suppressed: number[]; truth: number[] }

/** What is published of a crossed table, as the attacker writes it down. Numbers of the inside count from `first`. */
function viewOf(table: Crossed, first = 0): View | null {
  const published = publishCrossed(table)
  if (!published) return null
  const truth = table.counts.flat().map(({ n }) => n)
  const cells = published.cells.flat()
  const at = (row: number, column: number) => first + row * table.columns.length + column
  const exactly = (of: number[], cell: Published): Sum => {
    const n = of.reduce((sum, index) => sum + truth[index - first]!, 0)
    return { of, is: cell.status === 'suppressed' ? [1, 1e9] : [n, n] }
  }
  const rows = [...published.rows.values()].map((cell, r) =>
    exactly(
      table.columns.map((_, c) => at(r, c)),
      cell,
    ),
  )
  const columns = [...published.columns.values()].map((cell, c) =>
    exactly(
      table.rows.map((_, r) => at(r, c)),
      cell,
    ),
  )
  const all = exactly(
    truth.map((_, index) => first + index),
    published.total,
  )
  return {
    bounds: cells.map(boundsOf),
    sums: [...rows, ...columns, all],
    suppressed: cells.flatMap((cell, index) => (cell.status === 'suppressed' ? [first + index] : [])),
    truth,
  }
}

const names = (n: number) => Array.from({ length: n }, (_, index) => `n${index}`)
const tableOf = (numbers: number[][]): Crossed => ({
  rows: names(numbers.length),
  columns: names(numbers[0]!.length),
  counts: numbers.map(row => row.map(n => ({ n }))),
})
const small = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.nat(9) },
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 30 }) },
)
const numbers = (rows: number, columns: number) =>
  fc.array(fc.array(small, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })

describe('an attacker with one release', () => {
  it('finds a number that alone was suppressed: the attack works', () => {
    const truth = [12, 3, 20]
    const sums: Sum[] = [{ of: [0, 1, 2], is: [35, 35] }]
    expect(
      found(
        [
          [12, 12],
          [1, most],
          [20, 20],
        ],
        sums,
        [1],
        truth,
      ),
    ).toEqual([1])
  })

  it('finds two ones behind a total of two: suppressing two is not enough by itself', () => {
    const sums: Sum[] = [{ of: [0, 1], is: [2, 2] }]
    expect(
      found(
        [
          [1, most],
          [1, most],
        ],
        sums,
        [0, 1],
        [1, 1],
      ),
    ).toEqual([0, 1])
  })

  it('finds nothing in a one-way table', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 2, maxLength: 8 }), truth => {
        const codes = names(truth.length)
        const published = publishOneWay({ codes, counts: truth.map(n => ({ n })) })
        if (!published) return
        const cells = codes.map(code => published.get(code)!)
        const n = truth.reduce((sum, value) => sum + value, 0)
        const suppressed = cells.flatMap((cell, index) => (cell.status === 'suppressed' ? [index] : []))
        const sums: Sum[] = [{ of: codes.map((_, index) => index), is: [n, n] }]
        expect(found(cells.map(boundsOf), sums, suppressed, truth)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('finds nothing in a crossed table with both its margins', () => {
    const shapes = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
    fc.assert(
      fc.property(
        shapes.chain(([rows, columns]) => numbers(rows, columns)),
        truth => {
          const view = viewOf(tableOf(truth))
          if (view) expect(found(view.bounds, view.sums, view.suppressed, view.truth)).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('must suppose small numbers to be anything small, not only one of two', () => {
    fc.assert(
      fc.property(numbers(3, 4), truth => {
        const cells = protectedCells(tableOf(truth)) ?? []
        for (const [index, { needs, value, sign }] of cells.entries()) {
          if (needs === undefined || sign < 0 || value >= 10) continue
          const { down, up } = freedomOf(cells, index)
          expect(down + up).toBeGreaterThanOrEqual(9)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('an attacker with two successive releases', () => {
  const later = (first: View, second: View): View => ({
    bounds: [...first.bounds, ...second.bounds],
    sums: [...first.sums, ...second.sums],
    suppressed: [...first.suppressed, ...second.suppressed],
    truth: [...first.truth, ...second.truth],
  })

  it('finds a number where the same table is published again, grown by one: the attack works', () => {
    // First: 4 suppressed among 12, 30 and 6, with 6 as its companion. Then somebody is added, and the 4 is a 5.
    const truth = [12, 4, 30, 6, 0, 1, 0, 0]
    const bounds: Bounds = [
      [12, 12],
      [1, most],
      [30, 30],
      [1, most],
      ...Array.from({ length: 4 }, (): [number, number] => [0, most]),
    ]
    const sums: Sum[] = [
      { of: [0, 1, 2, 3], is: [52, 52] },
      { of: [0, 4], is: [12, 12] },
      { of: [1, 5], is: [5, 5] },
      { of: [2, 6], is: [30, 30] },
      { of: [3, 7], is: [6, 6] },
      { of: [0, 1, 2, 3, 4, 5, 6, 7], is: [53, 53] },
    ]
    const foundThen = found(bounds, sums, [1, 3], truth)
    expect(foundThen).toEqual([])
    // With the month in which the newcomer was counted, it is over.
    expect(found(bounds, [...sums, { of: [5], is: [1, 1] }], [1, 3], truth)).toEqual([1, 3])
  })

  it('finds nothing in ours, where a release counts only what none has counted', () => {
    fc.assert(
      fc.property(numbers(3, 3), numbers(3, 3), (before, newcomers) => {
        const first = viewOf(tableOf(before))
        const second = viewOf(tableOf(newcomers), 9)
        if (!first || !second) return
        const both = later(first, second)
        expect(found(both.bounds, both.sums, both.suppressed, both.truth)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is published', () => {
  it('shows no number below the limit, no suppressed one as zero, and totals in fives', () => {
    fc.assert(
      fc.property(numbers(4, 5), truth => {
        const published = publishCrossed(tableOf(truth))
        if (!published) return
        published.cells.forEach((row, r) => {
          row.forEach((cell, c) => {
            const n = truth[r]![c]!
            if (cell.status === 'suppressed') expect(n).toBeGreaterThan(0)
            else expect(cell.value === 0 || cell.value >= 10).toBe(true)
          })
        })
        for (const cell of [...published.rows.values(), ...published.columns.values()])
          if (cell.status !== 'suppressed') expect(cell.value === 0 || cell.value >= 5).toBe(true)
        if (published.total.status !== 'suppressed') expect(published.total.value % 5).toBe(0)
      }),
    )
  })

  it('suppresses a number that is mostly about one family', () => {
    const published = publishOneWay({
      codes: ['a', 'b', 'c'],
      counts: [{ n: 20, largest: 17 }, { n: 40 }, { n: 30 }],
    })
    expect(published?.get('a')).toEqual({ status: 'suppressed' })
    expect([...published!.values()].filter(({ status }) => status === 'suppressed')).toHaveLength(2)
  })

  it('keeps a table of the size of two countries in reasonable time', () => {
    const wide = Array.from({ length: 18 }, (_, r) =>
      Array.from({ length: 43 }, (__, c) => ((r * 7 + c * 13) % 23) * ((r + c) % 3)),
    )
    const published = publishCrossed(tableOf(wide))!
    const cells = published.cells.flat()
    expect(cells.filter(({ status }) => status === 'shown').length).toBeGreaterThan(cells.length / 2)
  })
})
