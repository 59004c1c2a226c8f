import pg from 'pg'

/** A table of ours. `columns`: all but generated ones. `order`: what puts its rows in one order on every server. */
export type Table = { schema: string; table: string; columns: string[]; order: string }

/** Tables whose rows stay out of a backup, and why. */
export const leftOut: ReadonlyMap<string, string> = new Map([
  ['accounts.sessions', 'a session that its owner has ended since must not come back to life'],
  ['accounts.verifications', 'codes and challenges are good for minutes'],
  ['vault.unlocks', 'an open vault ends with its session'],
])

const catalogue = `
  select n.nspname as schema, c.relname as table,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end
      from pg_index i cross join unnest(i.indkey) with ordinality as k (attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary order by k.place) as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspowner = 'parasol_owner'::regrole and c.relkind in ('r', 'p') and not c.relispartition
  order by n.nspname, c.relname`

type Found = { schema: string; table: string; columns: string[]; key: string[] }

const identifiers = (names: string[]) => names.map(name => pg.escapeIdentifier(name)).join(', ')

function orderOf({ key, columns }: Found): string {
  return key.length > 0 ? key.join(', ') : `row(${identifiers(columns)})::text collate "C"`
}

/** Every table of ours, read from the catalogue: whatever a migration adds is in the next backup. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Found>(catalogue)
  return rows.map(found => ({
    schema: found.schema,
    table: found.table,
    columns: found.columns,
    order: orderOf(found),
  }))
}

/** A table as people and manifests call it. */
export const nameOf = ({ schema, table }: { schema: string; table: string }): string => `${schema}.${table}`

/** The table as SQL writes it. */
export const quoted = ({ schema, table }: { schema: string; table: string }): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`

/** COPY of a table's rows, in order. The settings of `sameText` must be in force. */
export const copyOut = (table: Table): string =>
  `copy (select ${identifiers(table.columns)} from ${quoted(table)} order by ${table.order}) to stdout`

/** The statement that takes a table's rows in. */
export const copyIn = (part: { schema: string; table: string; columns: string[] }): string =>
  `copy ${quoted(part)} (${identifiers(part.columns)}) from stdin`

/**
 * Settings of a transaction under which every server writes a value as the same text. With row_security off a policy that
 * would hide rows from a backup is an error instead.
 */
export const sameText = `
  set local row_security = off; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex';
  set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`
