import { createHmac } from 'node:crypto'
import pg from 'pg'

/** Roles that log in for the program. None owns an object of ours, none is a member of another role. */
export const loginRoles = ['parasol_request', 'parasol_accounts', 'parasol_worker'] as const
export type LoginRole = (typeof loginRoles)[number]

/** Owns every object except pg-boss's schema; runs migrations. Not a superuser. */
export const ownerRole = 'parasol_owner'

const extensions = ['pg_trgm', 'btree_gist', 'unaccent'] as const

/** The password of a login role on a server: derived, so that nothing but the installation's secret is stored. */
export function loginPassword(secret: Buffer, role: LoginRole): string {
  return createHmac('sha256', secret).update(`postgresql role ${role}`).digest('base64url')
}

// Two databases of one cluster may be prepared at once; who comes second finds the role made.
async function createRole(client: pg.ClientBase, role: string, attributes: string): Promise<boolean> {
  return client.query(`CREATE ROLE ${role} ${attributes}`).then(
    () => true,
    error => {
      if (['42710', '23505'].includes((error as pg.DatabaseError).code ?? '')) return false
      throw error
    },
  )
}

async function roleExists(client: pg.ClientBase, role: string): Promise<boolean> {
  return ((await client.query('select from pg_roles where rolname = $1', [role])).rowCount ?? 0) > 0
}

/**
 * Creates the roles that are missing and returns the new ones among those that log in. Roles belong to the whole cluster, so
 * several databases (test databases, two installations) share them.
 */
export async function ensureRoles(
  client: pg.ClientBase,
  options: { ownerLogsIn: boolean },
): Promise<LoginRole[]> {
  const plain = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'
  if (!(await roleExists(client, ownerRole))) {
    await createRole(client, ownerRole, `${options.ownerLogsIn ? 'LOGIN' : 'NOLOGIN'} NOINHERIT ${plain}`)
  }
  const created: LoginRole[] = []
  for (const role of loginRoles) {
    if (await roleExists(client, role)) continue
    if (await createRole(client, role, `LOGIN NOINHERIT ${plain}`)) created.push(role)
  }
  return created
}

/** Sets a login role's password. The verifier is made by the server; the text is derived and never written down. */
export async function setPassword(client: pg.ClientBase, role: LoginRole, password: string): Promise<void> {
  await client.query(`ALTER ROLE ${role} PASSWORD ${pg.escapeLiteral(password)}`)
}

/**
 * What a database needs before the first migration, run by the superuser or by a user that may create extensions:
 * the extensions, pg-boss's own schema, and nothing for everybody.
 */
export async function prepareDatabase(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = pg.escapeIdentifier(rows[0]!.name)
  await client.query(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`)
  for (const extension of extensions)
    await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`)
  const { rowCount } = await client.query("select from pg_namespace where nspname = 'pgboss'")
  if (!rowCount) await client.query('CREATE SCHEMA pgboss AUTHORIZATION parasol_worker')
}
