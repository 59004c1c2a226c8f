/**
 * Whether a month is unusual. Method: Farrington, Andrews, Beale and Catchpole, “A statistical algorithm for the early
 * detection of outbreaks of infectious disease”, J. R. Statist. Soc. A 159 (1996), 547–563, in months instead of weeks and
 * without a trend: coalitions have few years of numbers, and a trend fitted to three is a guess. The mean of comparable
 * months (the same month and its neighbours, up to five years back; with less than two such years, the twelve months
 * before the last) gives what is expected; earlier spikes count less; the upper bound is that of the prediction on the
 * 2/3 power scale with overdispersion.
 */
export type Spike = {
  observed: number
  /** Mean of the comparable months, earlier spikes weighing less. */
  expected: number
  /** More than this is unusual: one month in two hundred, if nothing changed. */
  threshold: number
  alarm: boolean
  /** How many months were compared. */
  months: number
}

// The 0.995 quantile of the normal distribution.
const z = 2.5758
const fewest = { months: 6, observed: 5 } as const

const plus = (month: string, months: number) => Temporal.PlainYearMonth.from(month).add({ months }).toString()

function comparable(counts: ReadonlyMap<string, number>, month: string): number[] {
  const values = (offsets: number[]) =>
    offsets.map(offset => counts.get(plus(month, offset))).filter(value => value !== undefined)
  const years = [1, 2, 3, 4, 5].map(year => values([-1, 0, 1].map(neighbour => neighbour - 12 * year)))
  if (years.filter(held => held.length === 3).length >= 2) return years.flat()
  // The month just before is left out: a spike that began then would hide its second half.
  return values(Array.from({ length: 12 }, (_, index) => -2 - index))
}

const weightedMean = (values: readonly number[], weights: readonly number[]) =>
  values.reduce((sum, value, index) => sum + value * weights[index]!, 0) /
  weights.reduce((sum, weight) => sum + weight, 0)

function dispersion(values: readonly number[], weights: readonly number[], mean: number): number {
  if (mean === 0) return 1
  const squares = values.map((value, index) => (weights[index]! * (value - mean) ** 2) / mean)
  return Math.max(1, squares.reduce((sum, square) => sum + square, 0) / (values.length - 1))
}

// Anscombe residuals of more than one pull less, and all weights together stay what they were.
function weightsOf(values: readonly number[]): number[] {
  const even = values.map(() => 1)
  const mean = weightedMean(values, even)
  if (mean === 0) return even
  const spread = Math.sqrt(dispersion(values, even, mean)) * Math.sqrt(1 - 1 / values.length)
  const raw = values.map(value => {
    const residual = (1.5 * (value ** (2 / 3) - mean ** (2 / 3))) / (mean ** (1 / 6) * spread)
    return residual > 1 ? residual ** -2 : 1
  })
  const scale = values.length / raw.reduce((sum, weight) => sum + weight, 0)
  return raw.map(weight => weight * scale)
}

/**
 * Compares one month with those before it; months without an entry are unknown, not zero. Null when there are too few to
 * compare with. Below five incidents there is no alarm: a small number doubles by chance.
 */
export function spikeIn(counts: ReadonlyMap<string, number>, month: string): Spike | null {
  const observed = counts.get(month)
  const values = comparable(counts, month)
  if (observed === undefined || values.length < fewest.months) return null
  const weights = weightsOf(values)
  const expected = weightedMean(values, weights)
  const spread = dispersion(values, weights, expected) * (1 + 1 / values.length)
  // With nothing at all before, one incident a year is the least that can be expected.
  const mean = Math.max(expected, 1 / 12)
  const threshold = mean * (1 + (2 / 3) * z * Math.sqrt(spread / mean)) ** 1.5
  const alarm = observed >= fewest.observed && observed > threshold
  return { observed, expected, threshold, alarm, months: values.length }
}
