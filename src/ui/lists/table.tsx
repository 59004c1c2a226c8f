import type { Child } from 'hono/jsx'

export type Column<Row> = {
  /** The heading, also shown beside the value where a row becomes a card. */
  label: string
  cell: (row: Row) => Child
  /** Numbers are aligned by their digits. */
  numeric?: boolean
  /** The cell that names the row; exactly one column. */
  heading?: boolean
  /** Sorting by this column: a link, and whether it is in force. */
  sort?: { href: string; order: 'ascending' | 'descending' | 'none' }
}

export type TableProps<Row> = {
  /** Says what the table holds; visible unless `captionHidden`. */
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Shown instead of a table without rows, usually an `<EmptyState>`. */
  empty?: Child
}

// Older browsers drop a table's roles where the style sheet turns rows into cards; these put them back.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader', scope: 'col' },
  rowHeader: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const

const numeric = (column: { numeric?: boolean }) => (column.numeric ? 'numeric' : undefined)

/** A table; on a phone each row is a card with its headings beside the values. */
export function Table<Row>({ caption, captionHidden, columns, rows, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <div class="table-frame">
      <table class="cards" {...roles.table}>
        <caption class={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead {...roles.group}>
          <tr {...roles.row}>
            {columns.map(column => (
              <th {...roles.columnHeader} class={numeric(column)} aria-sort={column.sort?.order}>
                {column.sort ? <a href={column.sort.href}>{column.label}</a> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {rows.map(row => (
            <tr {...roles.row}>{columns.map(column => cell(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cell<Row>(column: Column<Row>, row: Row) {
  const content = column.cell(row)
  if (column.heading) {
    return (
      <th {...roles.rowHeader} class={numeric(column)}>
        {content}
      </th>
    )
  }
  return (
    <td {...roles.cell} data-label={column.label} class={numeric(column)}>
      {content}
    </td>
  )
}
