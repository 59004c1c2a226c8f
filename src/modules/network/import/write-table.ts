import { stringify } from 'csv-stringify/sync'

// A cell that begins like a formula would be run by a spreadsheet; the apostrophe makes it text, and is taken off again
// when the file is read.
const harmless = (cell: string): string => (/^'*[=+\-@]/.test(cell) ? `'${cell}` : cell)

/** CSV as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know it. */
export const writeTable = (header: readonly string[], lines: readonly (readonly string[])[]): string =>
  stringify([header, ...lines.map(line => line.map(harmless))], { bom: true, record_delimiter: 'windows' })
