import type { Tally } from '../queries/tallies.ts'
import { type Spike, spikeIn } from '../trends/spike.ts'
import { type CountRow, countOf } from './count-rows.ts'
import type { Shown } from './published.ts'
import type { Point } from './series.ts'

const whole = ({ received, assessed, verified }: Tally) => received + assessed + verified
const number = (value: number): Shown => ({ state: 'number', value, more: false })

/** Every month from the first to this one; a month between them of which nothing came is a zero. */
function byMonth(
  tallies: readonly Tally[],
  first: string,
  today: Temporal.PlainDate,
): ReadonlyMap<string, number> {
  const counted = new Map(tallies.map(tally => [tally.month, whole(tally)]))
  const from = Temporal.PlainYearMonth.from(first)
  const { months } = from.until(today.toPlainYearMonth(), { largestUnit: 'month' })
  const all = Array.from({ length: Math.max(0, months) + 1 }, (_, n) => from.add({ months: n }).toString())
  return new Map(all.map(month => [month, counted.get(month) ?? 0]))
}

const firstOf = (tallies: readonly Tally[]) => tallies.find(({ dimension }) => dimension === 'time')?.month

/** What came month by month, the last five years of it, with what was to be expected. */
export function currentSeries(tallies: readonly Tally[], today: Temporal.PlainDate): Point[] {
  const first = firstOf(tallies)
  if (!first) return []
  const counts = byMonth(
    tallies.filter(({ dimension }) => dimension === 'time'),
    first,
    today,
  )
  return [...counts].slice(-60).map(([period, value]) => ({
    period,
    from: Temporal.PlainYearMonth.from(period),
    months: 1,
    shown: number(value),
    spike: spikeIn(counts, period),
  }))
}

export type Alarm = { dimension: 'time' | 'region' | 'bias'; code: string; month: string; spike: Spike }

/** Unusual months among this one and the last: of all, of a region, of a bias. */
export function alarmsIn(tallies: readonly Tally[], today: Temporal.PlainDate): Alarm[] {
  const first = firstOf(tallies)
  if (!first) return []
  const recent = [0, 1].map(months => today.toPlainYearMonth().subtract({ months }).toString())
  const series = Map.groupBy(
    tallies.filter(({ month }) => month !== ''),
    ({ dimension, code }) => `${dimension} ${code}`,
  )
  return [...series.values()].flatMap(held => {
    const { dimension, code } = held[0]!
    const counts = byMonth(held, first, today)
    return recent.flatMap(month => {
      const spike = spikeIn(counts, month)
      return spike?.alarm ? [{ dimension: dimension as Alarm['dimension'], code, month, spike }] : []
    })
  })
}

/** One table of the last twelve months, as it is counted. */
export const currentRows = (
  tallies: readonly Tally[],
  dimension: Tally['dimension'],
  labelOf: (code: string) => string,
): CountRow[] =>
  tallies
    .filter(tally => tally.dimension === dimension && tally.month === '')
    .map(({ code, verified, assessed }) => ({
      label: labelOf(code),
      verified: number(verified),
      assessed: number(assessed),
      rate: null,
    }))
    .sort((a, b) => countOf(b.verified) - countOf(a.verified) || countOf(b.assessed) - countOf(a.assessed))
