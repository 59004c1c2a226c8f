import pg from 'pg'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { ensureRoles, type LoginRole, loginRoles, ownerRole, prepareDatabase, setPassword } from './roles.ts'

type Where = Pick<pg.ClientConfig, 'host' | 'port' | 'database' | 'ssl'>
type Passwords = (role: LoginRole) => string

// Serialises two programs that prepare one cluster at once. Advisory locks are per database, so two databases of one
// cluster can still meet; what then fails says so and the second start succeeds.
const preparation = 7_265_402

const oldest = 150_000

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect().catch((error: Error & { code?: string }) => {
    throw new OperatorProblem(
      `DATABASE_URL does not lead to a database (${error.message || error.code}): check the host, port, database, user and password in it.`,
    )
  })
  return client
}

async function single<T extends pg.QueryResultRow>(client: pg.Client, sql: string): Promise<T> {
  return (await client.query<T>(sql)).rows[0]!
}

// Needs the extensions: trigrams follow the database's character class, which lower() does not everywhere.
async function requireLetters(client: pg.Client): Promise<void> {
  const { encoding } = await single<{ encoding: string }>(
    client,
    'select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()',
  )
  const known = "select lower('Ї') = 'ї' and similarity('Їжак', 'їжак') = 1 as known"
  if (encoding === 'UTF8' && (await single<{ known: boolean }>(client, known)).known) return
  throw new OperatorProblem(
    `The database of DATABASE_URL does not know Cyrillic letters (encoding ${encoding}): create one with CREATE DATABASE … ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0.`,
  )
}

/** Checked before anything is created. */
async function requireSuitableServer(client: pg.Client): Promise<void> {
  const { version, shown } = await single<{ version: number; shown: string }>(
    client,
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as shown",
  )
  if (version < oldest) {
    throw new OperatorProblem(
      `The PostgreSQL server of DATABASE_URL is version ${shown}: version 15 or newer is needed.`,
    )
  }
  const { missing } = await single<{ missing: string | null }>(
    client,
    `select string_agg(needed.name, ', ') as missing from unnest('{pg_trgm,btree_gist,unaccent}'::text[]) as needed (name)
     where not exists (select from pg_available_extensions e where e.name = needed.name)`,
  )
  if (missing) {
    throw new OperatorProblem(
      `The PostgreSQL server of DATABASE_URL lacks the extension ${missing}: install its contrib package (on Debian part of "postgresql").`,
    )
  }
}

const code = (error: unknown) => (error as { code?: string }).code

function refusing(sqlStates: string[], line: string) {
  return (error: unknown): never => {
    if (sqlStates.includes(code(error) ?? '')) throw new OperatorProblem(line)
    throw error
  }
}

const notPermitted = '42501'

/** Makes the URL's user able to act as the owner, and lets the owner create schemas in this database. */
async function becomeOwner(client: pg.Client, user: string, database: string): Promise<void> {
  const [me, where] = [pg.escapeIdentifier(user), pg.escapeIdentifier(database)]
  for (const role of [ownerRole, 'parasol_worker']) {
    const may = await client.query(`SET ROLE ${role}`).then(
      () => true,
      () => false,
    )
    await client.query('RESET ROLE')
    if (may || role === user) continue
    const line = `The user ${user} of DATABASE_URL may not act as ${role}: as a superuser run GRANT ${role} TO ${me}.`
    await client.query(`GRANT ${role} TO ${me}`).catch(refusing([notPermitted], line))
  }
  const may = `select has_database_privilege('${ownerRole}', current_database(), 'CREATE') as may`
  if ((await single<{ may: boolean }>(client, may)).may) return
  await client.query(`GRANT CREATE ON DATABASE ${where} TO ${ownerRole}`).catch(() => {})
  if ((await single<{ may: boolean }>(client, may)).may) return
  throw new OperatorProblem(
    `The user ${user} of DATABASE_URL may not create schemas in ${database}: as a superuser run ALTER DATABASE ${where} OWNER TO ${me}.`,
  )
}

async function logsIn(where: Where, role: LoginRole, password: string): Promise<unknown> {
  const client = new pg.Client({ ...where, user: role, password, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  return client.connect().then(
    () => client.end().then(() => null),
    error => error,
  )
}

// Two installations in one cluster share the roles. A password that works is left alone, so they can live together when
// they share PARASOL_SECRET; with different secrets the one started last would lock the other out.
async function giveLogin(client: pg.Client, where: Where, role: LoginRole, password: string): Promise<void> {
  if (!(await logsIn(where, role, password))) return
  const line = `The role ${role} exists with another password, and the user of DATABASE_URL may not change it: as a superuser run DROP ROLE ${role} when no other installation uses it, or start with that installation's PARASOL_SECRET.`
  await setPassword(client, role, password).catch(refusing([notPermitted], line))
  const error = await logsIn(where, role, password)
  if (!error) return
  throw new OperatorProblem(
    `The role ${role} cannot log in to the PostgreSQL server of DATABASE_URL (${(error as Error).message}): let it in by password (scram-sha-256) in pg_hba.conf.`,
  )
}

async function prepare(client: pg.Client, where: Where, passwords: Passwords): Promise<void> {
  const { user, database } = await single<{ user: string; database: string }>(
    client,
    'select current_user as user, current_database() as database',
  )
  const me = pg.escapeIdentifier(user)
  const created = await ensureRoles(client, { ownerLogsIn: false }).catch(
    refusing(
      [notPermitted],
      `The user ${user} of DATABASE_URL may not create roles: as a superuser run ALTER ROLE ${me} CREATEROLE.`,
    ),
  )
  await becomeOwner(client, user, database)
  await prepareDatabase(client).catch(
    refusing(
      [notPermitted],
      `The user ${user} of DATABASE_URL may not create extensions and schemas in ${database}: as a superuser run ALTER DATABASE ${pg.escapeIdentifier(database)} OWNER TO ${me}.`,
    ),
  )
  await requireLetters(client)
  for (const role of created) await setPassword(client, role, passwords(role))
  for (const role of loginRoles) await giveLogin(client, where, role, passwords(role))
}

/**
 * Checks the server of `DATABASE_URL` (15 or newer, UTF-8, extensions, privileges), prepares roles and database, and
 * returns how each role connects. Its user needs CREATEROLE and owns the database, or is a superuser. Throws
 * OperatorProblem: one line that says what to do.
 */
export async function openServer(
  url: string,
  passwords: Passwords,
): Promise<(role: LoginRole | typeof ownerRole) => pg.ClientConfig> {
  const client = await connect(url)
  const { host, port, database, ssl, user, password } = client
  const where: Where = { host, port, database, ssl }
  try {
    await requireSuitableServer(client)
    await client.query(`select pg_advisory_lock(${preparation})`)
    await prepare(client, where, passwords)
  } finally {
    await client.end()
  }
  return role =>
    role === ownerRole
      ? { ...where, user, password: password ?? undefined, options: `-c role=${ownerRole}` }
      : { ...where, user: role, password: passwords(role) }
}
