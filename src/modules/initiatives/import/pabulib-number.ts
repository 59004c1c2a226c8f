/** A decimal number kept exactly: `units` of 10^-`decimals`. */
export type Exact = { units: number; decimals: number }

const most = 4

/** Reads `12`, `-3`, `0.50`; undefined for anything else and for more digits than can be added up exactly. */
export function exact(text: string): Exact | undefined {
  const match = /^([+-]?\d{1,9})(?:\.(\d+))?$/.exec(text)
  const fraction = match?.[2]?.replace(/0+$/, '') ?? ''
  if (!match || fraction.length > most) return undefined
  return { units: Number(`${match[1]}${fraction}`), decimals: fraction.length }
}

/** The number in whole units of 10^-`decimals`, which are not fewer than its own. */
export const unitsOf = ({ units, decimals }: Exact, wanted: number): number =>
  units * 10 ** (wanted - decimals)

/** Negative, zero or positive, as `a` is smaller, the same or larger. */
export const compare = (a: Exact, b: Exact): number =>
  unitsOf(a, Math.max(a.decimals, b.decimals)) - unitsOf(b, Math.max(a.decimals, b.decimals))
