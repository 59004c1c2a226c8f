import { scaleQuantize } from 'd3-scale'

/** One class of a map: its shade (1 pale … 5 full) and the least and greatest number in it. */
export type Class = { shade: number; from: number; to: number }

/** The classes of a map in order; `shadeOf` answers 0 for nothing. */
export type Classes = { shadeOf: (value: number) => number; classes: Class[] }

const shades = 5

/**
 * Sorts counts into at most five classes by their order of magnitude, so that one large city does not turn all others
 * pale. Each class is named by the least and the greatest number that is really in it.
 */
export function classify(values: Iterable<number>): Classes {
  const distinct = [...new Set(values)].filter(value => value > 0).sort((a, b) => a - b)
  const step = stepsFor(distinct)
  const used = [...new Set(distinct.map(step))]
  const within = (wanted: number) => distinct.filter(value => step(value) === wanted)
  // Few classes are spread over all shades, the greatest always full.
  const shade = (index: number) =>
    index === used.length - 1 ? shades : 1 + Math.round((index * (shades - 1)) / (used.length - 1))
  return {
    shadeOf: value => (value > 0 ? shade(used.indexOf(step(value))) : 0),
    classes: used.map((one, n) => ({ shade: shade(n), from: within(one)[0]!, to: within(one).at(-1)! })),
  }
}

function stepsFor(distinct: readonly number[]): (value: number) => number {
  if (distinct.length <= shades) return value => distinct.indexOf(value) + 1
  const magnitude = scaleQuantize(
    [Math.log(distinct[0]!), Math.log(distinct.at(-1)!)],
    Array.from({ length: shades }, (_, n) => n + 1),
  )
  return value => magnitude(Math.log(value))
}
