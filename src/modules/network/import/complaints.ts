import type { CsvColumn } from '../csv-columns.ts'
import type { Complain, MemberRow } from './member-row.ts'
import type { RowProblem } from './summary.ts'

/** Collects what is wrong, under the file's own headings. */
export class Complaints {
  #found: RowProblem[]
  #headings: ReadonlyMap<CsvColumn, string>

  constructor(problems: readonly RowProblem[], headings: ReadonlyMap<CsvColumn, string>) {
    this.#found = [...problems]
    this.#headings = headings
  }

  /** Says what is wrong with a cell of this row. */
  about = (row: MemberRow): Complain => {
    return (column, message, values) =>
      this.#found.push({ row: row.row, column: this.#headings.get(column) ?? column, message, values })
  }

  /** In the order of rows. */
  get problems(): RowProblem[] {
    return this.#found.toSorted((a, b) => a.row - b.row)
  }

  /** Rows that cannot be taken over. */
  get rejected(): number {
    return new Set(this.#found.map(problem => problem.row)).size
  }
}
