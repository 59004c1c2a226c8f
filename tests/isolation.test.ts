import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { beginIn } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { mayReach, ours, relationsIn } from './catalogue.ts'
import { freshDatabase } from './database.ts'

const database = await freshDatabase()

/** Tables without umbrella rows, or read before there is an umbrella: why requests may reach them without a scope. */
const withoutScope: Record<string, string> = {}

async function owner<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
  return (await database.owner.query<R>(text, values)).rows
}

const relations = await relationsIn(owner)
const tables = relations.filter(({ kind }) => kind === 'r' || kind === 'p')

describe('the catalogue', () => {
  it('was read', () => {
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.filter(({ umbrella }) => umbrella).length).toBeGreaterThan(10)
  })

  it('puts row-level security with a policy on every table of an umbrella', () => {
    expect(
      tables
        .filter(({ umbrella, rls, policies }) => umbrella && !(rls && policies > 0))
        .map(({ name }) => name),
    ).toEqual([])
  })

  it('lets requests reach no table without row-level security, unless it is named with a reason', async () => {
    const reached = await mayReach(owner, 'parasol_request')
    const bare = tables.filter(({ name, rls }) => reached.has(name) && !rls && !(name in withoutScope))
    expect(bare.map(({ name }) => name)).toEqual([])
  })

  it('makes every view one that asks as its reader', () => {
    const views = relations.filter(({ kind }) => kind === 'v')
    expect(
      views
        .filter(({ options }) => !options?.some(o => /^security_invoker=(true|on|1)$/.test(o)))
        .map(v => v.name),
    ).toEqual([])
    expect(relations.filter(({ kind }) => kind === 'm').map(({ name }) => name)).toEqual([])
  })

  it('starts the key of every table of an umbrella with the umbrella', async () => {
    const wrong = await owner<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute u on u.attrelid = c.oid and u.attname = 'umbrella_id' and not u.attisdropped and u.attnotnull
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where ${ours} and c.relkind in ('r', 'p') and (i.indkey is null or i.indkey[0] <> u.attnum)`)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('lets no foreign key between tables of umbrellas leave the umbrella out', async () => {
    const wrong = await owner<{ name: string }>(`
      select k.conrelid::regclass || ' ' || k.conname as name from pg_constraint k
      join pg_attribute here on here.attrelid = k.conrelid and here.attname = 'umbrella_id'
      join pg_attribute there on there.attrelid = k.confrelid and there.attname = 'umbrella_id'
      where k.contype = 'f' and not (here.attnum = any (k.conkey) and there.attnum = any (k.confkey))`)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('has reviewed every function that runs with its owner’s rights', async () => {
    const definers = await owner<{
      name: string
      comment: string | null
      path: boolean
      anybody: boolean
      trigger: boolean
    }>(`
      select n.nspname || '.' || p.proname as name, obj_description(p.oid, 'pg_proc') as comment,
        exists (select 1 from unnest(p.proconfig) s where s like 'search_path=%') as path,
        has_function_privilege('public', p.oid, 'execute') as anybody, p.prorettype = 'trigger'::regtype as trigger
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prosecdef`)
    expect(definers.length).toBeGreaterThan(3)
    expect(definers.filter(f => !f.comment?.startsWith('reviewed:')).map(f => f.name)).toEqual([])
    expect(definers.filter(f => !f.path).map(f => `${f.name} leaves its search_path to the caller`)).toEqual(
      [],
    )
    expect(
      definers
        .filter(f => f.anybody && f.name !== 'platform.emblem')
        .map(f => `${f.name} is executable by everybody`),
    ).toEqual([])
  })

  it('gives the role of the accounts room its own schema alone, and nobody else that schema', async () => {
    const accounts = await mayReach(owner, 'parasol_accounts')
    expect([...accounts].filter(name => !name.startsWith('accounts.'))).toEqual([])
    for (const role of ['parasol_request', 'parasol_worker']) {
      expect([...(await mayReach(owner, role))].filter(name => name.startsWith('accounts.'))).toEqual([])
    }
  })
})

describe('the role of requests', () => {
  const here = newId()
  const there = newId()
  const writable: { name: string; columns: string[] }[] = []

  beforeAll(async () => {
    for (const [id, slug] of [
      [here, 'here'],
      [there, 'there'],
    ] as const) {
      await database.owner.query(
        `insert into platform.umbrellas (id, slug, name, zone, settled_at) values ($1, $2, '{"en": "Test"}', 'Europe/Kyiv', now())`,
        [id, slug],
      )
      await database.owner.query(
        `insert into platform.rules (umbrella_id, id, key, version, value, adopted_under) values ($1, $2, 'admission.objection_days', 1, '14', 'founding')`,
        [id, newId()],
      )
    }
    const rows = await owner<{ name: string; columns: string[] }>(`
      select n.nspname || '.' || c.relname as name, array_agg(a.attname::text) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where ${ours} and c.relkind in ('r', 'p') and has_column_privilege('parasol_request', c.oid, a.attnum, 'update')
        and exists (select 1 from pg_attribute u where u.attrelid = c.oid and u.attname = 'umbrella_id') group by 1`)
    writable.push(...rows)
  })

  async function inside<T>(umbrella: string | null, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await database.request.connect()
    try {
      await client.query(beginIn({ umbrella, account: null }, 'write'))
      return await work(client)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }

  it('reads only rows of its umbrella, with no WHERE', async () => {
    const reached = await mayReach(owner, 'parasol_request')
    const scoped = tables.filter(({ name, umbrella }) => umbrella && reached.has(name))
    const readable = await owner<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'umbrella_id'
       where ${ours} and has_column_privilege('parasol_request', c.oid, a.attnum, 'select')`,
    )
    const names = new Set(readable.map(({ name }) => name))
    for (const { name } of scoped.filter(table => names.has(table.name))) {
      const rows = await inside(
        here,
        async client => (await client.query(`select distinct umbrella_id from ${name}`)).rows,
      )
      expect(
        rows.filter(row => row.umbrella_id !== here),
        name,
      ).toEqual([])
    }
    const rules = await inside(
      here,
      async client => (await client.query('select umbrella_id from platform.rules')).rows,
    )
    expect(rules).toEqual([{ umbrella_id: here }])
  })

  it('reads no row of any umbrella while it names none', async () => {
    const rules = await inside(
      null,
      async client => (await client.query('select * from platform.rules')).rows,
    )
    expect(rules).toEqual([])
  })

  it('changes nothing outside its umbrella, with no WHERE', async () => {
    expect(writable.length).toBeGreaterThan(3)
    for (const { name, columns } of writable) {
      const changed = await inside(here, async client => {
        const column = columns[0]
        const result = await client
          .query(`update ${name} set ${column} = ${column} where umbrella_id <> '${here}'`)
          .catch(error => error)
        return result instanceof Error ? 0 : result.rowCount
      })
      expect(changed, name).toBe(0)
    }
  })

  it('inserts nothing into another umbrella', async () => {
    const attempt = inside(here, client =>
      client.query(
        `insert into network.reminders (umbrella_id, kind, subject_id, due_on, days_before) values ($1, 'mandate', $2, '2026-01-01', 1)`,
        [there, newId()],
      ),
    )
    await expect(attempt).rejects.toThrow(/row-level security/)
  })

  it.each([
    'set role parasol_owner',
    'set role postgres',
    'set session authorization parasol_owner',
    'alter table platform.rules disable row level security',
    'alter role parasol_request superuser',
    'grant parasol_owner to parasol_request',
    'create policy mine on platform.rules using (true)',
    'drop trigger rules_stay on platform.rules',
    'truncate platform.rules',
    'create schema mine',
    'create table public.mine (a int)',
    'create function platform.current_umbrella() returns uuid language sql return null::uuid',
    "copy platform.umbrellas to program 'cat'",
    "select pg_read_file('/etc/passwd')",
    "select lo_import('/etc/passwd')",
    'select * from pg_authid',
    'set session_replication_role = replica',
    'set row_security = off; select * from platform.rules',
  ])('cannot climb: %s', async statement => {
    const outcome = inside(here, async client => {
      await client.query(statement)
      const { rows } = await client.query('select umbrella_id from platform.rules')
      return rows.filter(row => row.umbrella_id !== here)
    })
    await expect(outcome).rejects.toThrow(
      /permission denied|must be|row-level security|cannot set|not permitted|must have/,
    )
  })

  it('is a member of no other role and owns nothing', async () => {
    const memberships = await owner(`select 1 from pg_auth_members m join pg_roles r on r.oid = m.member
      where r.rolname in ('parasol_request', 'parasol_accounts', 'parasol_worker')`)
    expect(memberships).toEqual([])
    const owned = await owner(`select c.oid from pg_class c join pg_roles r on r.oid = c.relowner
      where r.rolname in ('parasol_request', 'parasol_accounts')`)
    expect(owned).toEqual([])
  })
})
