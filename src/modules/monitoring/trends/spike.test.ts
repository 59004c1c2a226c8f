import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spikeIn } from './spike.ts'

const from = Temporal.PlainYearMonth.from('2021-01')
const series = (values: readonly number[]) =>
  new Map(values.map((value, index) => [from.add({ months: index }).toString(), value]))
const last = (values: readonly number[]) => from.add({ months: values.length - 1 }).toString()
const spikeAtEnd = (values: readonly number[]) => spikeIn(series(values), last(values))

describe('a month', () => {
  it('far above those before it raises the alarm', () => {
    expect(spikeAtEnd([4, 5, 3, 6, 4, 5, 4, 3, 5, 6, 4, 5, 4, 18])).toMatchObject({
      alarm: true,
      observed: 18,
    })
  })

  it('like those before it does not', () => {
    expect(spikeAtEnd([4, 5, 3, 6, 4, 5, 4, 3, 5, 6, 4, 5, 4, 7])?.alarm).toBe(false)
  })

  it('is compared with its season once there are years', () => {
    const summer = (month: number) => (month % 12 >= 5 && month % 12 <= 7 ? 30 : 3)
    const years = Array.from({ length: 42 }, (_, month) => summer(month))
    // June 2024: thirty, as every summer. In March the same number would be unheard of.
    expect(spikeIn(series([...years, 30, 30, 30]), '2024-07')?.alarm).toBe(false)
    const march = series(years)
    march.set('2024-03', 30)
    expect(spikeIn(march, '2024-03')?.alarm).toBe(true)
  })

  it('is not hidden by a spike of the year before', () => {
    const calm = [4, 5, 3, 6, 4, 40, 4, 3, 5, 6, 4, 5, 4]
    const { expected } = spikeAtEnd([...calm, 4])!
    expect(expected).toBeLessThan(calm.slice(0, 12).reduce((a, b) => a + b) / 12)
  })

  it('with little to compare, or few incidents, raises none', () => {
    expect(spikeAtEnd([1, 2, 9])).toBeNull()
    expect(spikeAtEnd([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4])?.alarm).toBe(false)
    expect(spikeAtEnd([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9])?.alarm).toBe(true)
  })

  it('that nobody counted is unknown and not zero', () => {
    const gaps = series([4, 5, 3, 6, 4, 5, 4, 3, 5, 6, 4, 5, 4, 7])
    gaps.delete('2021-03')
    expect(spikeIn(gaps, '2022-02')?.months).toBe(11)
    expect(spikeIn(gaps, '2021-03')).toBeNull()
  })

  it('raises the alarm all the more the higher it is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 13, maxLength: 60 }), fc.nat(200), (before, more) => {
        const one = spikeAtEnd([...before, more])
        const higher = spikeAtEnd([...before, more + 50])
        expect(one!.threshold).toBeGreaterThanOrEqual(one!.expected)
        expect(higher!.threshold).toBeCloseTo(one!.threshold)
        if (one!.alarm) expect(higher!.alarm).toBe(true)
      }),
    )
  })
})
