import { decode, type Encoding, guessEncoding } from './decode.ts'
import { distinctHeaders, guessMapping, type Mapping } from './header-names.ts'
import { readRows } from './read-rows.ts'
import { type Delimiter, guessDelimiter, readTable, type Table, type TableProblem } from './read-table.ts'

/** How a file is to be read; what is left out is guessed. */
export type Reading = { encoding?: Encoding; delimiter?: Delimiter; mapping?: Mapping }

export type OpenedFile = {
  encoding: Encoding
  delimiter: Delimiter
  header: string[]
  table: Table
  mapping: Mapping
}

/** Cuts a file into rows and says what its headings mean, as told or as guessed. */
export function openFile(
  bytes: Uint8Array,
  told: Reading,
): { ok: true; file: OpenedFile } | { ok: false; problem: TableProblem } {
  const encoding = told.encoding ?? guessEncoding(bytes)
  const text = decode(bytes, encoding)
  const delimiter = told.delimiter ?? guessDelimiter(text)
  const read = readTable(text, delimiter)
  if (!read.ok) return read
  const header = distinctHeaders(read.table.header)
  const mapping = told.mapping ?? guessMapping(header)
  return { ok: true, file: { encoding, delimiter, header, table: read.table, mapping } }
}

/** Every row of an opened file, as `importMembers` takes it. `home`: the country of rows that name none. */
export const readList = ({ table, mapping }: OpenedFile, home: string | null = null) => ({
  ...readRows(table, mapping, home),
  total: table.rows.length,
})
