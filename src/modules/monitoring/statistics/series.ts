import { quarterOf } from '../disclosure/periods.ts'
import type { Standing } from '../schema/releases.ts'
import { type Spike, spikeIn } from '../trends/spike.ts'
import { type Published, type Shown, sumOf } from './published.ts'

/** One month, or a quarter where its months would have been too small to publish. */
export type Point = {
  /** 2026-03 or 2026-Q1. */
  period: string
  from: Temporal.PlainYearMonth
  months: 1 | 3
  shown: Shown
  /** How it compares with the months before; null where there is too little to compare. */
  spike: Spike | null
}

const wholeMonth = ({ months, shown }: Omit<Point, 'spike'>) =>
  months === 1 && shown.state === 'number' && !shown.more

function periodsOf(published: Published, standing: Standing, until: Temporal.PlainYearMonth) {
  const years = published.years(standing).toSorted()
  const points: Omit<Point, 'spike'>[] = []
  const ask = { standing, dimension: 'time' } as const
  for (const first of quartersFrom(years.at(0), until)) {
    const months = [0, 1, 2].map(n => first.add({ months: n }))
    const quarter = published.at(quarterOf(first), ask)
    const each = months.map(month => published.at(month.toString(), ask))
    const together = quarter.state === 'hidden' || (quarter.state === 'number' && quarter.value > 0)
    if (together) {
      const shown = sumOf([quarter, ...each])
      points.push({ period: quarterOf(first), from: first, months: 3, shown })
      continue
    }
    months.forEach((month, n) => {
      if (Temporal.PlainYearMonth.compare(month, until) > 0) return
      points.push({ period: month.toString(), from: month, months: 1, shown: each[n]! })
    })
  }
  // Before the first number nobody may have been there to count: that is no zero, and nothing to compare with.
  const begin = points.findIndex(
    ({ shown }) => shown.state === 'hidden' || (shown.state === 'number' && shown.value > 0),
  )
  return begin < 0 ? [] : points.slice(begin)
}

function quartersFrom(year: string | undefined, until: Temporal.PlainYearMonth): Temporal.PlainYearMonth[] {
  if (!year) return []
  const first = new Temporal.PlainYearMonth(Number(year), 1)
  const { months } = first.until(until, { largestUnit: 'month' })
  return Array.from({ length: Math.floor(months / 3) + 1 }, (_, n) => first.add({ months: 3 * n }))
}

/** What is published over time, from the first year to the last month that was counted, with unusual months marked. */
export function seriesOf(published: Published, standing: Standing, until: Temporal.PlainYearMonth): Point[] {
  const points = periodsOf(published, standing, until)
  const counts = new Map(
    points
      .filter(wholeMonth)
      .map(({ period, shown }) => [period, shown.state === 'number' ? shown.value : 0]),
  )
  return points.map(point => ({ ...point, spike: wholeMonth(point) ? spikeIn(counts, point.period) : null }))
}
