import { type CsvColumn, isCsvColumn } from '../csv-columns.ts'
import { distinctHeaders, type Mapping } from './header-names.ts'
import { type Complain, type MemberRow, readMemberRow } from './member-row.ts'
import type { Table } from './read-table.ts'
import type { RowProblem } from './summary.ts'

type Source = { column: CsvColumn; heading: string } & ({ index: number } | { constant: string })

function sourcesOf(
  header: readonly string[],
  mapping: Mapping,
): { sources: Source[]; problems: RowProblem[] } {
  const sources: Source[] = []
  const problems: RowProblem[] = []
  const complain = (column: string, message: RowProblem['message'], values?: RowProblem['values']) =>
    problems.push({ row: 1, column, message, values })
  for (const [heading, column] of Object.entries(mapping)) {
    if (!isCsvColumn(column)) complain(heading, 'network.import.problem.noColumn', { column })
    else if (
      sources.some(source => source.column === column && 'index' in source && !heading.startsWith('='))
    ) {
      complain(heading, 'network.import.problem.mappedTwice', { column })
    } else if (heading.startsWith('=')) sources.push({ column, heading, constant: heading.slice(1) })
    else if (header.includes(heading)) sources.push({ column, heading, index: header.indexOf(heading) })
    else complain(heading, 'network.import.problem.noHeading')
  }
  return { sources, problems }
}

/** Cells by column of the list. A value for every row stands where the row itself says nothing. */
function cellsOf(sources: readonly Source[], cells: readonly string[]): Map<CsvColumn, string> {
  const found = new Map<CsvColumn, string>()
  for (const source of sources) {
    const text = 'index' in source ? (cells[source.index] ?? '') : source.constant
    if (text !== '' && ('index' in source || !found.get(source.column))) found.set(source.column, text)
  }
  return found
}

/**
 * Reads every row by the mapping. All problems are returned, by row and the file's own heading; a row with a problem is
 * not among `rows`. `home`: the country of rows that name none.
 */
export function readRows(
  table: Table,
  mapping: Mapping,
  home: string | null,
): { rows: MemberRow[]; problems: RowProblem[]; headings: ReadonlyMap<CsvColumn, string> } {
  const header = distinctHeaders(table.header)
  const { sources, problems } = sourcesOf(header, mapping)
  const headings = new Map(sources.map(source => [source.column, 'index' in source ? source.heading : '']))
  const rows = table.rows.flatMap(({ row, cells }) => {
    const before = problems.length
    if (cells.slice(header.length).some(cell => cell !== '')) {
      problems.push({ row, column: '', message: 'network.import.problem.tooManyCells' })
    }
    const complain: Complain = (column, message, values) =>
      problems.push({ row, column: headings.get(column) ?? column, message, values })
    const read = readMemberRow(row, cellsOf(sources, cells), complain, home)
    return problems.length === before ? [read] : []
  })
  return { rows, problems, headings }
}
