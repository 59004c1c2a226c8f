import type { DatePrecision } from '../schema/incidents.ts'
import type { ReadIncident, ReadProblem } from './read-incidents.ts'

export type ReadSummary = {
  rows: number
  /** Rows that repeat another row of the file in every cell. */
  duplicates: number
  /** Rows that are empty wherever the mapping looks, or add up the others. */
  refused: number
  /** Rows whose region is not known; they are kept. */
  unplaced: number
  /** Rows of which it is not known what happened; they are kept. */
  uncoded: number
  precision: Record<DatePrecision | 'none', number>
  /** Words of the file that the mapping does not explain, with how often they stand there. */
  unmapped: { column: string; value: string; rows: number }[]
}

/** What is counted while a chronicle is read: a row is an incident, repeats one, or is refused. */
export class Tally {
  readonly problems: ReadProblem[]
  readonly #precision: ReadSummary['precision'] = { exact: 0, range: 0, month: 0, half_year: 0, none: 0 }
  #incidents = 0
  #duplicates = 0
  #refused = 0
  #unplaced = 0
  #uncoded = 0

  constructor(problems: ReadProblem[] = []) {
    this.problems = problems
  }

  count({ date, region, codes }: ReadIncident): void {
    this.#incidents += 1
    this.#precision[date?.precision ?? 'none'] += 1
    if (region === undefined) this.#unplaced += 1
    if (!codes.types?.length) this.#uncoded += 1
  }

  repeat(): void {
    this.#duplicates += 1
  }

  refuse(row: number, problem: 'row_empty' | 'row_total'): void {
    this.#refused += 1
    this.problems.push({ row, column: '', problem })
  }

  summary(): ReadSummary {
    return {
      rows: this.#incidents + this.#duplicates + this.#refused,
      duplicates: this.#duplicates,
      refused: this.#refused,
      unplaced: this.#unplaced,
      uncoded: this.#uncoded,
      precision: { ...this.#precision },
      unmapped: this.#unmapped(),
    }
  }

  #unmapped(): ReadSummary['unmapped'] {
    const words = Map.groupBy(
      this.problems.filter(({ problem }) => problem === 'value_unmapped'),
      ({ column, value }) => JSON.stringify([column, value]),
    )
    return [...words.values()]
      .map(held => ({ column: held[0]!.column, value: held[0]!.value!, rows: held.length }))
      .sort((a, b) => b.rows - a.rows)
  }
}
