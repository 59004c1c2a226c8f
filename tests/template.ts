import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { historyHash, migrate, readMigrations } from '#platform/database/migrate.ts'
import { type Access, openPools } from '#platform/database/open.ts'
import { ensureRoles, loginPassword, ownerRole, prepareDatabase } from '#platform/database/roles.ts'
import { openServer } from '#platform/database/server.ts'

/** How tests reach the server: `url` of a server of one's own, or the socket of the embedded one. */
type Reach = { url: string } | { socket: string; port: number }
/** `loaded`: the name that a database with the demonstration gets, once a file of this run has asked for one. */
export type TestServer = { reach: Reach; template: string; loaded: string; problem?: string }

const setupLock = 7_265_501
const loadLock = 7_265_502
const secret = Buffer.alloc(32, 'a secret of tests alone')
const password = (role: Parameters<typeof loginPassword>[1]) => loginPassword(secret, role)

function urlOf(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** A connection that may create databases. The caller ends it. */
async function administrator(reach: Reach, database = 'postgres'): Promise<pg.Client> {
  const client = new pg.Client(
    'url' in reach
      ? { connectionString: urlOf(reach.url, database) }
      : { host: reach.socket, port: reach.port, user: 'postgres', database },
  )
  client.on('error', () => {})
  await client.connect()
  return client
}

/** How each role connects to one test database. */
export async function accessTo(reach: Reach, database: string): Promise<Access> {
  if ('url' in reach) return openServer(urlOf(reach.url, database), password)
  return role => ({ host: reach.socket, port: reach.port, database, user: role })
}

/** A name that says when it was made, so that what a killed run left can be told from what another run uses. */
export function datedName(kind: string): string {
  return `parasol_${kind}_${Math.floor(Date.now() / 1000).toString(36)}_${randomBytes(4).toString('hex')}`
}

async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^parasol_(test|loaded|template_[0-9a-f]+)_[0-9a-z]+_[0-9a-f]+$'",
  )
  const hourAgo = Date.now() / 1000 - 3600
  for (const { name } of rows) {
    const made = Number.parseInt(name.split('_').at(-2)!, 36)
    if (made < hourAgo) await client.query(`DROP DATABASE IF EXISTS ${name}`).catch(() => {})
  }
}

/** Makes a database that no migration has seen. */
export async function createEmpty(reach: Reach, name: string): Promise<void> {
  const client = await administrator(reach)
  try {
    if ('socket' in reach) await ensureRoles(client, { ownerLogsIn: true })
    const owner = 'socket' in reach ? `OWNER ${ownerRole}` : ''
    await client.query(`CREATE DATABASE ${name} ${owner} ENCODING 'UTF8' TEMPLATE template0`)
  } finally {
    await client.end()
  }
  // On a server of one's own the program prepares it when it connects.
  if ('url' in reach) return
  const inside = await administrator(reach, name)
  await prepareDatabase(inside).finally(() => inside.end())
}

async function build(reach: Reach, client: pg.Client, name: string): Promise<void> {
  const half = datedName('test')
  await createEmpty(reach, half)
  const pools = openPools(await accessTo(reach, half))
  await migrate(pools.owner).finally(() => pools.endPools())
  await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`)
}

/** Makes a database like the template. Its owner and privileges belong to the database itself and are not copied. */
export async function copyTemplate(reach: Reach, template: string, name: string): Promise<void> {
  const client = await administrator(reach)
  try {
    const owner = 'socket' in reach ? `OWNER ${ownerRole}` : ''
    // Files are copied as they are: half the work of writing each page into the log.
    await client.query(`CREATE DATABASE ${name} ${owner} TEMPLATE ${template} STRATEGY FILE_COPY`)
    await client.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`)
  } finally {
    await client.end()
  }
}

/** Drops a database, whoever is still connected. */
export async function dropDatabase(reach: Reach, name: string): Promise<void> {
  const client = await administrator(reach)
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).finally(() => client.end())
}

/** Makes a database of this name unless there is one: `make` returns another name, and nobody is connected to it any more. */
export async function makeOnce(reach: Reach, name: string, make: () => Promise<string>): Promise<void> {
  const client = await administrator(reach)
  try {
    await client.query(`select pg_advisory_lock(${loadLock})`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`ALTER DATABASE ${await make()} RENAME TO ${name}`)
  } finally {
    await client.end()
  }
}

/** Finds or makes the migrated database that test databases are copied from: one for each state of `migrations/`. */
export async function makeTemplate(reach: Reach): Promise<string> {
  const client = await administrator(reach)
  try {
    await client.query(`select pg_advisory_lock(${setupLock})`)
    await dropLeftovers(client)
    const kind = `template_${historyHash(await readMigrations())}`
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [`parasol_${kind}_`],
    )
    const template = rows[0]?.name ?? datedName(kind)
    if (!rows[0]) await build(reach, client, template)
    return template
  } finally {
    await client.end()
  }
}
