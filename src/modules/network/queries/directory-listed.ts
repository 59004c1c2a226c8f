import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { rows, type Tx } from '#platform/database/scope.ts'
import { type Found, type Listed, listed, readListed } from './directory.ts'

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
