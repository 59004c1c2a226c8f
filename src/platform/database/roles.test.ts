import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '#tests/database.ts'
import { loginPassword, loginRoles, ownerRole } from './roles.ts'

const database = await freshDatabase()

async function as<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  return work(client).finally(() => client.end())
}

describe('roles', () => {
  test('own nothing, are members of nothing and have no power over the cluster', async () => {
    const { rows } = await database.owner.query(
      `select rolname, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls or rolinherit as power,
         exists (select from pg_auth_members where member = r.oid) as member,
         exists (select from pg_class where relowner = r.oid and relnamespace <> 'pgboss'::regnamespace) as owner
       from pg_roles r where rolname = any($1) order by rolname`,
      [loginRoles],
    )
    const nothing = { power: false, member: false, owner: false }
    expect(rows).toEqual([...loginRoles].sort().map(rolname => ({ rolname, ...nothing })))
  })

  test('work as the owner without being a superuser', async () => {
    const { rows } = await database.owner.query(
      'select current_user as name, rolsuper as super from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ name: ownerRole, super: false }])
  })

  test.each(loginRoles)('%s cannot become the owner, nor make anything', async role => {
    const pools = {
      parasol_request: database.request.options,
      parasol_accounts: database.accounts.options,
      parasol_worker: database.worker,
    }
    await as(pools[role], async client => {
      expect((await client.query('select session_user as name')).rows).toEqual([{ name: role }])
      for (const attempt of [
        `SET ROLE ${ownerRole}`,
        `SET SESSION AUTHORIZATION ${ownerRole}`,
        'CREATE SCHEMA mine',
        'CREATE TABLE public.mine ()',
        'CREATE TABLE platform.mine ()',
        'CREATE TEMPORARY TABLE mine ()',
        'ALTER ROLE parasol_request SUPERUSER',
        'CREATE ROLE another',
        "COPY (select 1) TO PROGRAM 'true'",
      ]) {
        await expect(client.query(attempt), attempt).rejects.toMatchObject({ code: '42501' })
      }
    })
  })

  test('give pg-boss a schema of its own to migrate', async () => {
    await as(database.worker, async client => {
      await client.query('create table pgboss.tried ()')
      await client.query('drop table pgboss.tried')
    })
    await expect(database.request.query('create table pgboss.tried ()')).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('have passwords that tell nothing of each other or of the secret', () => {
    const secret = Buffer.alloc(32, 1)
    const passwords = loginRoles.map(role => loginPassword(secret, role))
    expect(new Set(passwords).size).toBe(loginRoles.length)
    expect(passwords).not.toEqual(loginRoles.map(role => loginPassword(Buffer.alloc(32, 2), role)))
    for (const password of passwords) expect(password).toMatch(/^[\w-]{43}$/)
  })
})

describe('the database', () => {
  test('knows upper and lower case, and trigrams, beyond ASCII', async () => {
    const { rows } = await database.request.query(
      "select lower('ЇЖАК Łódź') as lower, upper('ґава łąka') as upper, similarity('Рада', 'рада') as same, unaccent('Łódź') as plain",
    )
    expect(rows[0]).toEqual({ lower: 'їжак łódź', upper: 'ҐАВА ŁĄKA', same: 1, plain: 'Lodz' })
  })

  test('sorts names as their language does when it is asked to', async () => {
    const { rows } = await database.request.query(
      `select array_agg(name order by name collate "uk-x-icu") as uk from unnest('{Ґанок,Єва,Горб,Дім,Ївга,Іва}'::text[]) name`,
    )
    expect(rows[0].uk).toEqual(['Горб', 'Ґанок', 'Дім', 'Єва', 'Іва', 'Ївга'])
  })
})
