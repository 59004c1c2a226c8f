import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cleanUp, emptyFolder } from '#tests/programs/start.ts'
import { EmbeddedServer } from './embedded.ts'
import { loginPassword, loginRoles } from './roles.ts'
import { openServer } from './server.ts'

// A server as somebody else's administrator sets it up: passwords are asked for, and our user is no superuser.
let server: EmbeddedServer
let admin: pg.Client
let count = 0
let database: string
let user: string

const password = (role: (typeof loginRoles)[number]) => loginPassword(Buffer.alloc(32, 7), role)

beforeAll(async () => {
  const data = await emptyFolder()
  server = await EmbeddedServer.join(data, { settings: { fsync: 'off' } })
  admin = await server.superuser()
  await writeFile(
    join(data, 'postgres/pg_hba.conf'),
    'local all postgres trust\nlocal all shut_out reject\nlocal all all scram-sha-256\n',
  )
  await admin.query('select pg_reload_conf()')
})

afterAll(async () => {
  await admin?.end()
  await server?.leave()
  await cleanUp()
})

beforeEach(async () => {
  count++
  user = `user_${count}`
  database = `coalition_${count}`
  await admin.query(`CREATE ROLE ${user} LOGIN CREATEROLE PASSWORD 'right'`)
  await admin.query(`CREATE DATABASE ${database} OWNER ${user}`)
  // Whoever made the roles may act as them; another installation's user has to be let in by an administrator.
  if (count > 1) await admin.query(`GRANT parasol_owner, parasol_worker TO ${user}`)
})

async function onDatabase(sql: string): Promise<void> {
  const client = await server.superuser(database)
  await client.query(sql).finally(() => client.end())
}

function url({ name = database, as = user, secret = 'right', search = '' } = {}): string {
  return `postgresql://${as}:${secret}@localhost/${name}?host=${encodeURIComponent(server.socket)}${search}`
}

async function refusal(where: string): Promise<string> {
  const error = await openServer(where, password).then(
    () => null,
    error => error,
  )
  expect(error?.name, String(error?.stack)).toBe('OperatorProblem')
  expect(error.lines).toHaveLength(1)
  return error.message
}

/** Answers to questions about the server come from schema `pretended`, which is looked into first. */
const pretending = '&options=-c%20search_path%3Dpretended,pg_catalog,public'

describe('a server of one’s own', () => {
  test('is prepared for every role, by a user that is no superuser', async () => {
    const access = await openServer(url(), password)
    for (const role of [...loginRoles, 'parasol_owner'] as const) {
      const client = new pg.Client(access(role))
      await client.connect()
      expect((await client.query('select current_user as name')).rows).toEqual([{ name: role }])
      await client.end()
    }
    const { rows } = await admin.query("select rolsuper from pg_roles where rolname = 'parasol_owner'")
    expect(rows).toEqual([{ rolsuper: false }])
  })

  test('can be prepared again by each start', async () => {
    await openServer(url(), password)
    await openServer(url(), password)
  })

  test('keeps a password that works, so that installations with one secret live together', async () => {
    await openServer(url(), password)
    const stored = "select rolpassword from pg_authid where rolname = 'parasol_request'"
    const [before] = (await admin.query(stored)).rows
    const second = `${database}_too`
    await admin.query(`CREATE DATABASE ${second} OWNER ${user}`)
    await openServer(url({ name: second }), password)
    expect((await admin.query(stored)).rows).toEqual([before])
  })

  test('gets the password again when somebody has changed it', async () => {
    await admin.query('ALTER ROLE parasol_request PASSWORD $$another$$')
    await admin.query(`GRANT parasol_request TO ${user} WITH ADMIN OPTION`)
    const access = await openServer(url(), password)
    const client = new pg.Client(access('parasol_request'))
    await client.connect()
    await client.end()
  })
})

describe('a server that cannot be used is refused in one line:', () => {
  test('a wrong password', async () => {
    expect(await refusal(url({ secret: 'wrong' }))).toMatch(
      /^DATABASE_URL does not lead to a database \(password authentication failed .*\): check the host/,
    )
  })

  test('a database that is not there', async () => {
    expect(await refusal(url({ name: 'nowhere' }))).toMatch(/"nowhere" does not exist.*: check the host/)
  })

  test('a server that does not answer', async () => {
    expect(await refusal('postgresql://me@127.0.0.1:1/x')).toMatch(/ECONNREFUSED.*: check the host/)
  })

  test('a version before 15', async () => {
    await onDatabase(`create schema pretended; grant usage on schema pretended to public;
      create function pretended.current_setting(text) returns text language sql
        return case $1 when 'server_version_num' then '140011' else '14.11' end`)
    expect(await refusal(url({ search: pretending }))).toBe(
      'The PostgreSQL server of DATABASE_URL is version 14.11: version 15 or newer is needed.',
    )
  })

  test('an extension that is not installed', async () => {
    await onDatabase(`create schema pretended; grant usage on schema pretended to public;
      create view pretended.pg_available_extensions as
        select * from pg_catalog.pg_available_extensions where name <> 'pg_trgm';
      grant select on pretended.pg_available_extensions to public`)
    expect(await refusal(url({ search: pretending }))).toMatch(
      /lacks the extension pg_trgm: install its contrib package/,
    )
  })

  test('a database that does not know our letters', async () => {
    await admin.query(
      `CREATE DATABASE ${database}_ascii OWNER ${user} ENCODING SQL_ASCII LOCALE 'C' TEMPLATE template0 LOCALE_PROVIDER libc`,
    )
    expect(await refusal(url({ name: `${database}_ascii` }))).toMatch(
      /does not know Cyrillic letters \(encoding SQL_ASCII\): create one with/,
    )
  })

  test('a database without trigrams of our letters', async () => {
    await admin.query(`CREATE DATABASE ${database}_c OWNER ${user} LC_CTYPE 'C' TEMPLATE template0`)
    expect(await refusal(url({ name: `${database}_c` }))).toMatch(
      /does not know Cyrillic letters \(encoding UTF8.*: create one with/,
    )
  })

  test('a user that may not act as the owner', async () => {
    await admin.query(`CREATE ROLE ${user}_plain LOGIN PASSWORD 'right'`)
    expect(await refusal(url({ as: `${user}_plain` }))).toBe(
      `The user ${user}_plain of DATABASE_URL may not act as parasol_owner: as a superuser run GRANT parasol_owner TO "${user}_plain".`,
    )
  })

  test('a user that may not create roles, where they are missing', async () => {
    await admin.query(`ALTER ROLE parasol_accounts RENAME TO parasol_accounts_away`)
    try {
      await admin.query(`ALTER ROLE ${user} NOCREATEROLE`)
      expect(await refusal(url())).toBe(
        `The user ${user} of DATABASE_URL may not create roles: as a superuser run ALTER ROLE "${user}" CREATEROLE.`,
      )
    } finally {
      await admin.query(`ALTER ROLE parasol_accounts_away RENAME TO parasol_accounts`)
    }
  })

  test('a database that belongs to somebody else', async () => {
    await admin.query(`ALTER DATABASE ${database} OWNER TO postgres`)
    expect(await refusal(url())).toBe(
      `The user ${user} of DATABASE_URL may not create schemas in ${database}: as a superuser run ALTER DATABASE "${database}" OWNER TO "${user}".`,
    )
  })

  test('a role whose password is another one and cannot be changed', async () => {
    await admin.query('ALTER ROLE parasol_request PASSWORD $$another$$')
    expect(await refusal(url())).toMatch(
      /^The role parasol_request exists with another password, and the user of DATABASE_URL may not change it: as a superuser run DROP ROLE/,
    )
  })
})
