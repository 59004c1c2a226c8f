import type { Dimension, PublishedCell } from '../queries/published-cells.ts'
import type { Standing } from '../schema/releases.ts'

/**
 * A number as a reader meets it. Hidden is never zero; unpublished says that nothing is known here. `more`: a part of the
 * number is hidden, so that it is larger than what stands there.
 */
export type Shown =
  | { state: 'number'; value: number; more: boolean }
  | { state: 'hidden' }
  | { state: 'unpublished' }

export const unpublished: Shown = { state: 'unpublished' }

type Asked = {
  standing: Standing
  dimension: Dimension
  code?: string
  region?: string
  year?: string | null
}

const yearOf = (period: string) => period.slice(0, 4)
const keyOf = (...parts: string[]) => parts.join('|')

/** The sum of several parts of what is published. */
export function sumOf(parts: readonly Shown[]): Shown {
  const known = parts.filter(part => part.state !== 'unpublished')
  if (known.length === 0) return unpublished
  const value = known.reduce((sum, part) => sum + (part.state === 'number' ? part.value : 0), 0)
  const more = known.some(part => part.state === 'hidden' || (part.state === 'number' && part.more))
  return value === 0 && more ? { state: 'hidden' } : { state: 'number', value, more }
}

/** All numbers of one dimension in all years that a release has published at all. */
export class Published {
  readonly #cells = new Map<string, Shown>()
  readonly #codes = new Map<string, Set<string>>()
  // Tables that are there: what does not stand in one of them is zero.
  readonly #tables = new Set<string>()
  readonly #years = new Map<Standing, Set<string>>()

  constructor(cells: readonly PublishedCell[]) {
    for (const { standing, dimension, period, code, region, value, hidden } of cells) {
      const year = yearOf(period)
      if (dimension === 'total') this.#yearsOf(standing).add(year)
      // Known months and unknown ones are one table.
      this.#tables.add(keyOf(standing, dimension === 'time_rough' ? 'time' : dimension, year))
      this.#codesOf(dimension).add(code)
      const shown: Shown = value
        ? { state: 'number', value, more: hidden > 0 }
        : hidden > 0
          ? { state: 'hidden' }
          : { state: 'number', value: 0, more: false }
      this.#cells.set(keyOf(standing, dimension, period, code, region), shown)
    }
  }

  #yearsOf(standing: Standing): Set<string> {
    const known = this.#years.get(standing) ?? new Set()
    this.#years.set(standing, known)
    return known
  }

  #codesOf(dimension: string): Set<string> {
    const known = this.#codes.get(dimension) ?? new Set()
    this.#codes.set(dimension, known)
    return known
  }

  /** Years of which something is published, the newest first. */
  years(standing?: Standing): string[] {
    const all = standing
      ? (this.#years.get(standing) ?? new Set<string>())
      : new Set([...this.#years.values()].flatMap(years => [...years]))
    return [...all].sort().reverse()
  }

  /** Every code that stands in a table. */
  codes(dimension: Dimension): string[] {
    return [...(this.#codes.get(dimension) ?? [])].sort()
  }

  /** What is published of one period: a year, or a month or quarter of the tables over time. */
  at(period: string, { standing, dimension, code = '', region = '' }: Asked): Shown {
    const year = yearOf(period)
    if (!this.#years.get(standing)?.has(year)) return unpublished
    const cell = this.#cells.get(keyOf(standing, dimension, period, code, region))
    if (cell) return cell
    // Its year is published, but this table would have told too much.
    const table = dimension === 'time_rough' ? 'time' : dimension
    if (!this.#tables.has(keyOf(standing, table, year))) return { state: 'hidden' }
    return { state: 'number', value: 0, more: false }
  }

  /** One number in one year, or in all years together. */
  of(asked: Asked): Shown {
    const years = this.years(asked.standing).filter(year => !asked.year || year === asked.year)
    return sumOf(years.map(year => this.at(year, asked)))
  }
}
