import pg from 'pg'
import type { Database } from '#platform/database/open.ts'

/** Every table of ours as text, its rows in one order: equal texts are equal tables, generated columns included. */
export async function textOfTables({ owner }: Pick<Database, 'owner'>): Promise<Map<string, string>> {
  const { rows: tables } = await owner.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspowner = 'parasol_owner'::regrole and c.relkind = 'r' order by 1, 2`,
  )
  const texts = new Map<string, string>()
  for (const { schema, name } of tables) {
    const from = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
    const { rows } = await owner.query<{ text: string }>(
      `select coalesce(string_agg(t::text, e'\\n' order by t::text collate "C"), '') as text from ${from} t`,
    )
    texts.set(`${schema}.${name}`, rows[0]!.text)
  }
  return texts
}
