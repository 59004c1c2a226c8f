import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainRelease } from '#tests/plain-release.ts'
import type { Countable } from './gather.ts'
import { coarsened } from './periods.ts'
import { type ReleaseCell, ReleasePlan } from './release.ts'

const today = Temporal.PlainDate.from('2026-10-01')
let next = 0
const incident = (given: Partial<Countable> = {}): Countable => ({
  id: `${next++}`,
  recordedOn: Temporal.PlainDate.from('2026-06-01'),
  month: Temporal.PlainYearMonth.from('2026-05'),
  monthKnown: true,
  region: 'UA-51',
  bias: 'ROMA',
  types: ['ASS'],
  targetGroups: [],
  responses: [],
  standing: 'verified',
  released: false,
  ...given,
})
const many = (n: number, given?: Partial<Countable>) => Array.from({ length: n }, () => incident(given))
function planRelease(incidents: readonly Countable[], day: Temporal.PlainDate) {
  const plan = new ReleasePlan(day)
  for (const one of incidents) plan.add(one)
  const { cells, counted: n } = plan.release()
  const counted = incidents.filter(plan.counts).map(({ id }) => id)
  expect(n).toBe(counted.length)
  return { cells, counted }
}
const cellOf = (cells: readonly ReleaseCell[], dimension: string, code = '') =>
  cells.find(cell => cell.dimension === dimension && cell.code === code)

const random = fc
  .record({
    region: fc.constantFrom('UA-51', 'UA-46', 'UA-30'),
    bias: fc.constantFrom('ROMA', 'AS', 'RX'),
    month: fc.integer({ min: 1, max: 12 }).map(month => Temporal.PlainYearMonth.from({ year: 2026, month })),
    types: fc.subarray(['ASS', 'THR', 'DAM'], { minLength: 1 }),
    targetGroups: fc.subarray(['OWN-ROMS', 'OWN-LEMKO']),
    standing: fc.constantFrom('assessed' as const, 'verified' as const),
    responses: fc.subarray(['REP', 'REG', 'NOTREP.FEAR', 'BIASFLAG.Y', 'CONV_BIAS']),
    monthKnown: fc.boolean(),
    cluster: fc.option(fc.constantFrom('family', 'house'), { nil: undefined }),
  })
  .map(incident)
const crowd = fc.array(random, { minLength: 5, maxLength: 120 })

describe('a release', () => {
  it('waits thirty days, and until there is enough to hide in', () => {
    const fresh = many(30, { recordedOn: today.subtract({ days: 29 }) })
    expect(planRelease(fresh, today).counted).toEqual([])
    expect(planRelease(many(9), today)).toEqual({ cells: [], counted: [] })
    const due = many(30, { recordedOn: today.subtract({ days: 30 }) })
    expect(planRelease(due, today).counted).toHaveLength(30)
  })

  it('shows what one source says apart from what is confirmed, and years apart', () => {
    const lastYear = Temporal.PlainYearMonth.from('2025-05')
    const { cells } = planRelease(
      [...many(20), ...many(30, { standing: 'assessed' }), ...many(40, { month: lastYear })],
      today,
    )
    const totals = cells.filter(({ dimension }) => dimension === 'total')
    expect(
      totals.map(({ period, standing, ...cell }) => [period, standing, 'value' in cell && cell.value]),
    ).toEqual([
      ['2026', 'verified', 20],
      ['2026', 'assessed', 30],
      ['2025', 'verified', 40],
    ])
  })

  it('never counts an incident twice, whatever becomes of it, and never speaks of it again', () => {
    fc.assert(
      fc.property(crowd, crowd, (first, newcomers) => {
        const one = planRelease(first, today)
        const counted = new Set(one.counted)
        const after = first.map(held =>
          counted.has(held.id) ? { ...held, released: true, region: 'UA-68', bias: 'GEN' } : held,
        )
        const two = planRelease([...after, ...newcomers], today)
        expect(two.counted.filter(id => counted.has(id))).toEqual([])
        expect(two.cells.filter(({ region, code }) => region === 'UA-68' || code === 'GEN')).toEqual([])
        const only = [...first.filter(({ id }) => !counted.has(id)), ...newcomers]
        expect(two).toEqual(planRelease(only, today))
      }),
      { numRuns: 40 },
    )
  })

  it('is the same as with all incidents in hand', () => {
    const late = fc.record({
      released: fc.boolean(),
      recordedOn: fc.constantFrom(today, today.subtract({ days: 30 })),
    })
    const mixed = fc.array(fc.tuple(random, fc.option(late)), { maxLength: 200 })
    fc.assert(
      fc.property(mixed, held => {
        const incidents = held.map(([one, other]) => ({ ...one, ...other }))
        const [gathered, plain] = [planRelease(incidents, today), plainRelease(incidents, today)]
        expect(gathered.cells).toEqual(plain.cells)
        expect(gathered.counted.toSorted()).toEqual(plain.counted.toSorted())
      }),
      { numRuns: 200 },
    )
  })

  it('shows no number that is too small, in no table', () => {
    fc.assert(
      fc.property(crowd, incidents => {
        for (const cell of planRelease(incidents, today).cells) {
          if (cell.status === 'suppressed') expect('value' in cell).toBe(false)
          else expect(cell.value === 0 || cell.value >= (cell.region ? 10 : 5)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('hides a group that is nearly the same incidents as a hidden bias', () => {
    const mirrored = many(6, { bias: 'RX', targetGroups: ['OWN-ROMS'] })
    const { cells } = planRelease([...many(40), ...mirrored, ...many(3, { bias: 'AS' })], today)
    expect(cellOf(cells, 'bias', 'RX')?.status).toBe('suppressed')
    expect(cellOf(cells, 'target_group', 'OWN-ROMS')?.status).toBe('suppressed')
  })

  it('publishes no group by region', () => {
    const { cells } = planRelease(many(60, { targetGroups: ['OWN-LEMKO'] }), today)
    expect(cellOf(cells, 'target_group', 'OWN-LEMKO')).toMatchObject({ value: 60 })
    expect(cells.filter(({ region }) => region).every(({ dimension }) => dimension === 'bias_region')).toBe(
      true,
    )
  })

  it('does not put into a month what is known to the half-year only', () => {
    const { cells } = planRelease([...many(20), ...many(10, { monthKnown: false })], today)
    expect(cellOf(cells, 'time')).toMatchObject({ period: '2026-05', value: 20 })
    expect(cellOf(cells, 'time_rough')).toMatchObject({ value: 10 })
  })
})

describe('months', () => {
  it('become their quarter when one of them is small, and nothing is left to subtract', () => {
    const months = new Map([
      ['2026-01', { n: 12 }],
      ['2026-02', { n: 2 }],
      ['2026-04', { n: 8 }],
      ['2026-05', { n: 0 }],
    ])
    expect([...coarsened(months)].map(([period, { n }]) => [period, n])).toEqual([
      ['2026-Q1', 14],
      ['2026-04', 8],
      ['2026-05', 0],
    ])
  })
})
