import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { classMaps } from '../popolo/classes.ts'
import type { PopoloClass, PopoloObject } from '../schema/of-popolo.ts'

/** A row of a Popolo class, ready to be written. */
export type PopoloRow = {
  id: string
  popolo_id: string | null
  popolo_key: string
  nested_in: PopoloClass | null
  position: number
  popolo: PopoloObject
} & Record<string, unknown>

export type Recorded = {
  id: string
  popolo_key: string
  popolo_id: string | null
  row: Record<string, unknown>
}

const columnsOf = (name: PopoloClass) => [
  ...Object.values(classMaps[name].fields).map(([column]) => column),
  ...Object.values(classMaps[name].references).map(([column]) => column),
]

/** What is recorded of a class of this source. */
export async function recordedRows(tx: Tx, name: PopoloClass, source: string): Promise<Recorded[]> {
  const { rows } = await tx.execute<Recorded>(sql`
    select t.id, t.popolo_key, t.popolo_id, to_jsonb(t) as row from councils.${sql.identifier(classMaps[name].table)} t
    where t.umbrella_id = platform.current_umbrella() and t.source_id = ${source} order by t.position`)
  return rows
}

/** Whether the row says anything else than what is recorded. A council that its file gives no name keeps its own. */
export const differs = (name: PopoloClass, row: PopoloRow, recorded: Record<string, unknown>): boolean =>
  [...columnsOf(name), 'popolo'].some(
    column =>
      !(name === 'organizations' && column === 'name' && !row.name) &&
      !isDeepStrictEqual(row[column] ?? null, recorded[column] ?? null),
  )

/** Writes rows of one class in one statement, so that they may point at each other. */
export async function storeRows(
  tx: Tx,
  name: PopoloClass,
  source: string,
  rows: readonly PopoloRow[],
  beside: readonly string[],
) {
  if (rows.length === 0) return
  const table = sql.identifier(classMaps[name].table)
  const own = ['popolo_id', 'nested_in', 'position', 'popolo', ...columnsOf(name)]
  const list = (columns: readonly string[], before = '') =>
    sql.raw(columns.map(column => `${before}${column}`).join(', '))
  // What only this program knows of an object (its kind, its address) is not written over.
  const every = ['id', 'popolo_key', ...own, ...beside]
  await tx.execute(sql`
    insert into councils.${table} (umbrella_id, source_id, ${list(every)})
    select platform.current_umbrella(), ${source}::uuid, ${list(every, 'r.')}
    from jsonb_populate_recordset(null::councils.${table}, ${JSON.stringify(rows)}::jsonb) r
    on conflict (umbrella_id, id) do update
      set ${sql.raw(own.map(column => `${column} = excluded.${column}`).join(', '))}`)
}
