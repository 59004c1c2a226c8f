import { type Cell, openUntilSafe } from './cells.ts'
import { type Count, isSensitive, type Published, rounded, smallestShown } from './rules.ts'

/** Numbers by one code, with their total. */
export type OneWay = {
  codes: readonly string[]
  counts: readonly Count[]
  /** What is published elsewhere and no number here can exceed. */
  most?: readonly (number | undefined)[]
}

/** Numbers by two codes at once; every incident stands in exactly one cell. */
export type Crossed = {
  rows: readonly string[]
  columns: readonly string[]
  counts: readonly (readonly Count[])[]
  /** The largest part of a whole row or column, where it is known. */
  largestOfRow?: readonly number[]
  largestOfColumn?: readonly number[]
}

// Whoever looks at a suppressed number must still suppose as many values as there are small numbers; of a large one that
// is about one family, a fifth of it.
const needsOf = (count: Count, least: number) =>
  isSensitive(count, least)
    ? { needs: Math.max(least - 1, count.n >= least ? Math.ceil(count.n / 5) : 0) }
    : {}

const publish = ({ value, needs }: Cell): Published =>
  needs === undefined ? { status: 'shown', value } : { status: 'suppressed' }

/**
 * A one-way table as it may be published, its total being known already; null when nothing of it may be, unless the total
 * went too.
 */
export function publishOneWay(
  { codes, counts, most }: OneWay,
  least: number = smallestShown.oneWay,
): Map<string, Published> | null {
  const cells: Cell[] = counts.map((count, index) => ({
    from: 0,
    to: 1,
    value: count.n,
    sign: 1,
    most: most?.[index],
    ...needsOf(count, least),
  }))
  const n = counts.reduce((sum, count) => sum + count.n, 0)
  const total: Cell = { from: 0, to: 1, value: n, sign: -1, dear: true }
  cells.push(total)
  if (!openUntilSafe(cells) || total.needs !== undefined) return null
  return new Map(codes.map((code, index) => [code, publish(cells[index]!)]))
}

const sum = (counts: readonly Count[]) => counts.reduce((total, { n }) => total + n, 0)

/** The table with its totals as cells: rows are the sums 0…, columns those after them. */
function cellsOf({ rows, columns, counts, largestOfRow, largestOfColumn }: Crossed): Cell[] {
  const [allRows, column] = [rows.length, (index: number) => rows.length + 1 + index]
  const allColumns = column(columns.length)
  const inner = counts.flatMap((row, r) =>
    row.map(
      (count, c): Cell => ({
        from: r,
        to: column(c),
        value: count.n,
        sign: 1,
        ...needsOf(count, smallestShown.crossed),
      }),
    ),
  )
  const rowTotals = counts.map((row, r): Cell => {
    const n = sum(row)
    const count = { n, largest: largestOfRow?.[r] }
    return { from: r, to: allColumns, value: n, sign: -1, ...needsOf(count, smallestShown.oneWay) }
  })
  const columnTotals = columns.map((_, c): Cell => {
    const n = sum(counts.map(row => row[c]!))
    const count = { n, largest: largestOfColumn?.[c] }
    return { from: allRows, to: column(c), value: n, sign: -1, ...needsOf(count, smallestShown.oneWay) }
  })
  const n = sum(counts.flat())
  const total = {
    from: allRows,
    to: allColumns,
    value: n,
    dear: true,
    ...needsOf({ n }, smallestShown.oneWay),
  }
  return [...inner, ...rowTotals, ...columnTotals, { ...total, sign: 1 }]
}

/** All numbers of a crossed table with its totals, suppressed ones open; null when it cannot be made safe. */
export function protectedCells(table: Crossed): Cell[] | null {
  const cells = cellsOf(table)
  return openUntilSafe(cells) ? cells : null
}

export type PublishedCrossed = {
  cells: Published[][]
  /** The one-way tables of rows and of columns: one and the same decision for both, or one would undo the other. */
  rows: Map<string, Published>
  columns: Map<string, Published>
  total: Published
}

/** A crossed table and the two one-way tables at its margins, as they may be published together; null when they cannot be. */
export function publishCrossed(table: Crossed): PublishedCrossed | null {
  const cells = protectedCells(table)
  if (!cells) return null
  const [width, inner] = [table.columns.length, table.rows.length * table.columns.length]
  const margin = (index: number) => publish(cells[inner + index]!)
  const total = cells.at(-1)!
  return {
    cells: table.rows.map((_, r) => table.columns.map((__, c) => publish(cells[r * width + c]!))),
    rows: new Map(table.rows.map((code, index) => [code, margin(index)])),
    columns: new Map(table.columns.map((code, index) => [code, margin(table.rows.length + index)])),
    total:
      total.needs === undefined
        ? { status: 'rounded', value: rounded(total.value) }
        : { status: 'suppressed' },
  }
}
