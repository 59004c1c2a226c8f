import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createI18n } from '#platform/i18n/index.ts'
import '../messages/index.ts'
import type { PublishedCell } from '../queries/published-cells.ts'
import { Published, type Shown, sumOf, unpublished } from './published.ts'
import { seriesOf } from './series.ts'
import { wayOf } from './way.ts'
import { written } from './written.ts'

const cell = (given: Partial<PublishedCell>): PublishedCell => ({
  ...{
    standing: 'verified',
    dimension: 'bias',
    period: '2026',
    code: 'ROMA',
    region: '',
    value: 12,
    hidden: 0,
  },
  ...given,
})
const total = (period = '2026', value = 40) => cell({ dimension: 'total', code: '', period, value })
const ask = { standing: 'verified', dimension: 'bias' } as const
const number = (value: number, more = false): Shown => ({ state: 'number', value, more })

describe('a published number', () => {
  it('is zero where its table is there and it is not', () => {
    const published = new Published([total(), cell({})])
    expect(published.of({ ...ask, code: 'AS' })).toEqual(number(0))
    expect(published.of({ ...ask, code: 'ROMA' })).toEqual(number(12))
  })

  it('is unknown of a year of which nothing is published, and hidden where the table is missing', () => {
    const published = new Published([total(), cell({})])
    expect(published.of({ ...ask, code: 'ROMA', year: '2025' })).toEqual(unpublished)
    expect(published.of({ ...ask, standing: 'assessed', code: 'ROMA' })).toEqual(unpublished)
    expect(published.of({ ...ask, dimension: 'type', code: 'ASS' })).toEqual({ state: 'hidden' })
  })

  it('is more than is shown when a part of it is hidden, and hidden when all of it is', () => {
    const published = new Published([
      ...[total('2025'), total('2026'), cell({ period: '2025', value: null, hidden: 1 }), cell({})],
      cell({ code: 'AS', value: null, hidden: 2 }),
    ])
    expect(published.of({ ...ask, code: 'ROMA' })).toEqual(number(12, true))
    expect(published.of({ ...ask, code: 'AS' })).toEqual({ state: 'hidden' })
  })

  it('is never written as a zero that it is not, in no language', () => {
    const parts = fc.array(
      fc.oneof(
        fc.constant<Shown>({ state: 'hidden' }),
        fc.constant(unpublished),
        fc.nat(30).map(value => number(value)),
      ),
    )
    fc.assert(
      fc.property(parts, fc.constantFrom('uk' as const, 'pl' as const, 'en' as const), (shown, locale) => {
        const zero = written(createI18n(locale, 'UTC'), sumOf(shown)) === '0'
        const known = shown.filter(({ state }) => state !== 'unpublished')
        expect(zero).toBe(known.length > 0 && known.every(one => one.state === 'number' && one.value === 0))
      }),
    )
  })
})

describe('time', () => {
  const month = (period: string, value: number | null = 12) =>
    cell({ dimension: 'time', code: '', period, value, hidden: value === null ? 1 : 0 })
  const until = Temporal.PlainYearMonth.from('2026-06')
  const told = (cells: PublishedCell[]) =>
    seriesOf(new Published([total(), ...cells]), 'verified', until).map(({ period, shown }) => [
      period,
      shown,
    ])

  it('begins with the first number: before it nobody may have counted', () => {
    expect(told([month('2026-03'), month('2026-06')])).toEqual([
      ['2026-03', number(12)],
      ['2026-04', number(0)],
      ['2026-05', number(0)],
      ['2026-06', number(12)],
    ])
  })

  it('puts a quarter together as soon as one release did', () => {
    expect(told([month('2026-Q1', 14), month('2026-02', 11), month('2026-04', null)])).toEqual([
      ['2026-Q1', number(25)],
      ['2026-04', { state: 'hidden' }],
      ['2026-05', number(0)],
      ['2026-06', number(0)],
    ])
  })

  it('compares whole months alone, and marks the unusual one', () => {
    const year = Array.from({ length: 12 }, (_, n) => month(`2025-${String(n + 1).padStart(2, '0')}`, 6))
    const published = new Published([
      total('2025'),
      total(),
      ...year,
      month('2026-01', 40),
      month('2026-02', null),
    ])
    const series = seriesOf(published, 'verified', until)
    expect(series.filter(({ spike }) => spike?.alarm).map(({ period }) => period)).toEqual(['2026-01'])
    expect(series.find(({ period }) => period === '2026-02')?.spike).toBeNull()
  })
})

it('the way to justice adds stages up from the end, and keeps what is hidden hidden', () => {
  const stage = (code: string, value: number | null) =>
    cell({ dimension: 'stage', code, value, hidden: value === null ? 1 : 0 })
  const published = new Published([
    ...[
      total(),
      stage('unknown', 20),
      stage('registered', 12),
      stage('charged', null),
      stage('convicted_bias', 8),
    ],
    cell({ dimension: 'flag', code: 'Y', value: 9 }),
  ])
  expect(Object.fromEntries(wayOf(published, 'verified', null))).toEqual({
    ...{ incidents: number(40, true), reported: number(20, true), registered: number(20, true) },
    ...{ flagged: number(9), charged: number(8, true), convicted: number(8), convicted_bias: number(8) },
  })
})
