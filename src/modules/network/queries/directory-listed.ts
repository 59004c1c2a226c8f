import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { rows, type Tx } from '#platform/database/scope.ts'
import { kept } from '#platform/kept.ts'
import type { Kinship } from '../forms/directory.ts'
import type { DirectoryEntry, Found } from './directory.ts'

// What is the same text is the same object, whoever reads it, so that what is made of it may be kept with it. It holds nothing
// that its reader was not just given by the database.
const readEntry = kept((text: string): DirectoryEntry => Object.freeze(JSON.parse(text)))

/** What is selected of rows `(entry, kinship, at)`: entries, one a line, and their places. */
export const listed = `string_agg(e.entry, E'\n') as entries, json_agg(e.kinship) as kinships, json_agg(e.at) as places`

export type Listed = { entries: string | null; kinships: Kinship[]; places: (string | number)[] }

const linesOf = (text: string | null) => (text === null ? [] : text.split('\n'))

/** The entries of rows that were selected as `listed`. */
export const readListed = ({ entries, kinships, places }: Listed): Found[] =>
  linesOf(entries).map((line, n) => ({ entry: readEntry(line), kinship: kinships[n]!, at: places[n]! }))

// Planning a list takes longer than reading it, and most have the same shape. A connection keeps what it prepared, so rare
// shapes are planned each time.
const dialect = new PgDialect()
const names = new Map<string, string>()
const mostNames = 100

function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size === mostNames) return name
  names.set(text, `directory.listed.${names.size}`)
  return names.get(text)
}

/** The entries of a query that yields rows `(entry, kinship, at)` in their order. */
export async function askListed(tx: Tx, query: SQL): Promise<Found[]> {
  const { sql: text, params } = dialect.sqlToQuery(sql`select ${sql.raw(listed)} from (${query}) e`)
  const [found] = await rows<Listed>(tx, nameOf(text), text, params)
  return readListed(found!)
}
