import { CsvError, parse } from 'csv-parse/sync'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** More would be a mistake, or an attack on memory. */
export const mostRows = 50_000

/** One line of the file: its number as a spreadsheet shows it (the header is 1), and its cells, trimmed. */
export type TableRow = { row: number; cells: string[] }

export type Table = { header: string[]; rows: TableRow[] }

export type TableProblem = { reason: 'empty' | 'too_many_rows' | 'quote'; row: number }

const options = {
  bom: true,
  relax_column_count: true,
  // Names are full of quotation marks: ГО "Рада".
  relax_quotes: true,
  trim: true,
  max_record_size: 1_000_000,
} as const

function widths(text: string, delimiter: Delimiter): number[] {
  try {
    const records: string[][] = parse(text, { ...options, delimiter, to: 20 })
    return records.filter(record => record.length > 1 || record[0] !== '').map(record => record.length)
  } catch {
    return []
  }
}

/** The separator that cuts the first lines into the most columns of equal number. */
export function guessDelimiter(text: string): Delimiter {
  const score = (delimiter: Delimiter): number => {
    const found = widths(text, delimiter)
    const columns = found[0] ?? 0
    if (columns < 2) return 0
    return (found.filter(width => width === columns).length / found.length) * Math.min(columns, 50)
  }
  const best = delimiters.reduce((best, next) => (score(next) > score(best) ? next : best))
  // One column: nothing parts it, least of all a sign that stands in its texts.
  return score(best) > 0 ? best : (delimiters.find(delimiter => !text.includes(delimiter)) ?? '\t')
}

// A cell that an export protected from being run as a formula: '=…, '+…, '-…, '@…
const unprotected = (cell: string): string => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell)

/**
 * Cuts a text into a header and rows. Rows without any content are left out; a row that is too short is filled up with
 * nothing. Refuses what cannot be read as a table, with the row where it went wrong.
 */
export function readTable(
  text: string,
  delimiter: Delimiter,
): { ok: true; table: Table } | { ok: false; problem: TableProblem } {
  let records: string[][]
  try {
    records = parse(text, { ...options, delimiter })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, problem: { reason: 'quote', row: Number(error.lines ?? 1) } }
  }
  const [header, ...filled] = records
    .map((cells, index) => ({ row: index + 1, cells: cells.map(unprotected) }))
    .filter(({ cells }) => cells.some(cell => cell !== ''))
  if (!header || filled.length === 0) return { ok: false, problem: { reason: 'empty', row: 1 } }
  if (filled.length > mostRows) return { ok: false, problem: { reason: 'too_many_rows', row: mostRows } }
  const width = header.cells.length
  for (const { cells } of filled) while (cells.length < width) cells.push('')
  return { ok: true, table: { header: header.cells, rows: filled } }
}
