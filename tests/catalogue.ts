import type pg from 'pg'

type Owner = <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>

/** The schemas that are the program's own, for a query on pg_namespace n. */
export const ours = `n.nspname in ('platform', 'accounts', 'people', 'network', 'initiatives', 'monitoring', 'vault', 'authorities',
  'councils')`

type Relation = {
  name: string
  kind: 'r' | 'p' | 'v' | 'm'
  rls: boolean
  policies: number
  umbrella: boolean
  options: string[] | null
}

/** Every table and view of the program as the catalogue has it. */
export const relationsIn = (owner: Owner) =>
  owner<Relation>(`
  select n.nspname || '.' || c.relname as name, c.relkind as kind, c.relrowsecurity as rls, c.reloptions as options,
    (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'umbrella_id' and not a.attisdropped) as umbrella
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and c.relkind in ('r', 'p', 'v', 'm') order by 1`)

/** What a role may do on a relation, asked of PostgreSQL itself, columns included. */
export async function mayReach(owner: Owner, role: string): Promise<Set<string>> {
  const found = await owner<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and has_schema_privilege($1, n.oid, 'usage')
       and (has_any_column_privilege($1, c.oid, 'select') or has_any_column_privilege($1, c.oid, 'insert')
         or has_any_column_privilege($1, c.oid, 'update') or has_table_privilege($1, c.oid, 'delete'))`,
    [role],
  )
  return new Set(found.map(({ name }) => name))
}
