import pg from 'pg'
import { quoted } from './tables.ts'

type ForeignKey = { schema: string; table: string; name: string; definition: string }
type Triggered = { schema: string; table: string }

const foreignKeys = `
  select n.nspname as schema, c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and n.nspowner = 'parasol_owner'::regrole
  order by n.nspname, c.relname, k.conname`

const withTriggers = `
  select distinct n.nspname as schema, c.relname as table
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and t.tgparentid = 0 and n.nspowner = 'parasol_owner'::regrole
  order by n.nspname, c.relname`

const onTrigger = (what: 'enable' | 'disable', tables: Triggered[]) =>
  tables.map(table => `alter table ${quoted(table)} ${what} trigger user`).join(';')

/**
 * Lets rows be loaded in any order and as they are: foreign keys are taken off, triggers rest. All of it is work that
 * the owner of the tables may do; session_replication_role would need a superuser, which the owner on a server is not.
 * Returns what puts everything back, checking every row against the foreign keys. For one transaction.
 */
export async function loosen(client: pg.ClientBase): Promise<() => Promise<void>> {
  // With an empty search path the definitions name every table with its schema.
  await client.query("set local search_path = ''")
  const { rows: keys } = await client.query<ForeignKey>(foreignKeys)
  await client.query('set local search_path to default')
  const { rows: triggered } = await client.query<Triggered>(withTriggers)
  const drop = keys.map(key => `alter table ${quoted(key)} drop constraint ${pg.escapeIdentifier(key.name)}`)
  await client.query([...drop, onTrigger('disable', triggered)].join(';'))
  return async () => {
    await client.query('set constraints all immediate')
    const add = keys.map(
      key => `alter table ${quoted(key)} add constraint ${pg.escapeIdentifier(key.name)} ${key.definition}`,
    )
    await client.query([...add, onTrigger('enable', triggered)].join(';'))
  }
}
