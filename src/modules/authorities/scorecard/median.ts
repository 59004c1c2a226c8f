/** Answer times: how many answers took so many days, in the order of days. */
export type Days = { days: number; n: number }[]

/** The median of a histogram: half of the answers took no longer. Null when there are none. */
export function medianOf(histogram: Days): number | null {
  const all = histogram.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return null
  const nth = (place: number): number => {
    let passed = 0
    for (const { days, n } of histogram) {
      passed += n
      if (passed >= place) return days
    }
    return histogram.at(-1)!.days
  }
  return (nth(Math.floor((all + 1) / 2)) + nth(Math.ceil((all + 1) / 2))) / 2
}

/** Stretches of days that a reader can picture: a week, two, a month, … `until` is the last day; null is open. */
const stretches = [7, 14, 30, 45, 60, 90, 180, null] as const

/** The histogram in eight columns, `from` to `until` days. */
export function columnsOf(histogram: Days): { from: number; until: number | null; n: number }[] {
  return stretches.map((until, place) => {
    const from = place === 0 ? 0 : (stretches[place - 1] as number) + 1
    const inside = histogram.filter(({ days }) => days >= from && (until === null || days <= until))
    return { from, until, n: inside.reduce((sum, { n }) => sum + n, 0) }
  })
}
