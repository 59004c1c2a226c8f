import type { Tx } from '#platform/database/scope.ts'
import { csvColumns } from '../csv-columns.ts'
import type { DirectoryAsk } from '../forms/directory.ts'
import { writeTable } from '../import/write-table.ts'
import type { Asker } from '../queries/directory.ts'
import { directoryRows, furtherLanguages } from '../queries/directory-export.ts'
import { cell, type Listed } from '../queries/members-csv.ts'

const byteOrderMark = '\uFEFF'

/** The directory as asked for, as CSV that the import reads; public contacts only. */
export async function* directoryCsv(tx: Tx, asker: Asker, ask: DirectoryAsk): AsyncGenerator<string> {
  const rows = directoryRows(tx, asker, ask)
  const first = await rows.next()
  const header = csvColumns(await furtherLanguages(tx, asker))
  const lines = (members: readonly Listed[]) =>
    members.map(member => header.map(column => cell(member, column)))
  yield writeTable(header, first.done ? [] : lines(first.value))
  for await (const members of rows) {
    // The header and the mark stand at the top alone.
    const table = writeTable(header, lines(members)).replace(byteOrderMark, '')
    yield table.slice(table.indexOf('\r\n') + 2)
  }
}

const entryOf = ({ identifiers, website, email, recognised_by, ...member }: Listed) => ({
  ...member,
  identifiers: Object.fromEntries((identifiers ?? []).map(({ scheme, value }) => [scheme, value])),
  ...(website ? { website } : {}),
  ...(email ? { email } : {}),
  ...(recognised_by ? { recognisedBy: recognised_by } : {}),
})

/** The same as JSON: an array of members, their names by language. */
export async function* directoryJson(tx: Tx, asker: Asker, ask: DirectoryAsk): AsyncGenerator<string> {
  let separator = '['
  for await (const members of directoryRows(tx, asker, ask)) {
    for (const member of members) {
      yield `${separator}\n${JSON.stringify(entryOf(member))}`
      separator = ','
    }
  }
  yield separator === '[' ? '[]\n' : '\n]\n'
}
