/**
 * The attacker. Knows everything published, every total exactly (more than is published: those are rounded), that a
 * suppressed number is no zero, and how releases follow each other. Looks for every table that agrees with all of it.
 */
export type Sum = { of: readonly number[]; is: readonly [least: number, most: number] }
export type Bounds = [least: number, most: number][]

/** Narrows what each number can be until nothing changes; false when there is no such table. */
function narrow(bounds: Bounds, sums: readonly Sum[]): boolean {
  for (let again = true; again; ) {
    again = false
    for (const { of, is } of sums) {
      const least = of.reduce((sum, index) => sum + bounds[index]![0], 0)
      const most = of.reduce((sum, index) => sum + bounds[index]![1], 0)
      if (least > is[1] || most < is[0]) return false
      for (const index of of) {
        const [low, high] = bounds[index]!
        const next: [number, number] = [
          Math.max(low, is[0] - (most - high)),
          Math.min(high, is[1] - (least - low)),
        ]
        if (next[0] > next[1]) return false
        if (next[0] > low || next[1] < high) {
          bounds[index] = next
          again = true
        }
      }
    }
  }
  return true
}

/** Whether any table agrees with what is known: tries every value that is left. */
function possible(given: Bounds, sums: readonly Sum[]): boolean {
  const bounds: Bounds = given.map(([least, most]) => [least, most])
  if (!narrow(bounds, sums)) return false
  const open = bounds.findIndex(([least, most]) => least < most)
  if (open < 0) return true
  const [least, most] = bounds[open]!
  for (let value = least; value <= most; value++) {
    if (
      possible(
        bounds.map((known, index) => (index === open ? [value, value] : known)),
        sums,
      )
    )
      return true
  }
  return false
}

/** The suppressed numbers that the attacker finds out: those that can be one value only. */
export const found = (
  bounds: Bounds,
  sums: readonly Sum[],
  suppressed: readonly number[],
  truth: readonly number[],
) =>
  suppressed.filter(index => {
    const known = (least: number, most: number) =>
      possible(
        bounds.map((range, other) => (other === index ? [least, most] : range)),
        sums,
      )
    return !(known(bounds[index]![0], truth[index]! - 1) || known(truth[index]! + 1, bounds[index]![1]))
  })
