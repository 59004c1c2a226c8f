import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from '#platform/config.ts'
import type { Secrets } from '#platform/secrets.ts'
import { type EmbeddedOptions, EmbeddedServer } from './embedded.ts'
import { ensureRoles, type LoginRole, loginPassword, ownerRole, prepareDatabase } from './roles.ts'
import { openServer } from './server.ts'
import { valueTypes } from './value-types.ts'

/** The database as the program uses it: one pool per role. */
export type Database = {
  kind: 'embedded' | 'server'
  /** Role of requests and job handlers. Used only through `inScope`. */
  request: pg.Pool
  /** Role of better-auth: reaches schema `accounts` alone. */
  accounts: pg.Pool
  /** Role that owns the objects. For migrations and commands, never for a request. */
  owner: pg.Pool
  /** How pg-boss connects (it keeps a pool of its own): role `parasol_worker`, schema `pgboss`. */
  worker: pg.ClientConfig
  /** How to open the one connection that listens for NOTIFY; role of requests. */
  listen: pg.ClientConfig
  /** Writes the address at which the program answers into server.json (embedded, serving). */
  announce(address: string): Promise<void>
  /** Ends the pools, then leaves the embedded server, which stops unless another program uses it. */
  close(): Promise<void>
}

export type OpenOptions = EmbeddedOptions & {
  /** This program serves the data folder; a second one is refused. */
  serve?: boolean
  /** Told about a connection lost while idle. */
  onIdleError?: (error: Error) => void
}

const embeddedDatabase = 'parasol'
const bootstrapLock = 7_265_401

/** How each role connects to one database: where, as whom. */
export type Access = (role: LoginRole | typeof ownerRole) => pg.ClientConfig

// A transaction that does not end must not keep the program from stopping; PostgreSQL rolls it back.
const patience = 5_000

const poolSizes = { request: 10, accounts: 4, owner: 3 }

/** Opens the pools over `access`. A connection without work for ten seconds is closed. */
export function openPools(access: Access, onIdleError: (error: Error) => void = () => {}) {
  const configure = (role: LoginRole | typeof ownerRole): pg.ClientConfig => ({
    ...access(role),
    types: valueTypes,
    application_name: `parasol ${process.pid}`,
  })
  const open = (role: LoginRole | typeof ownerRole, max: number, pipeline = false) => {
    const pool = new pg.Pool({ ...configure(role), max, pipeline, idleTimeoutMillis: 10_000 })
    // The pool listens only while a connection is idle. One that is lost between two statements of a transaction must
    // fail the next statement, not end the program.
    pool.on('connect', client => client.on('error', () => {}))
    return pool.on('error', onIdleError)
  }
  // A page's transaction is opened and read in one go: each message that waits for an answer wakes two processes.
  const request = open('parasol_request', poolSizes.request, true)
  const accounts = open('parasol_accounts', poolSizes.accounts)
  const owner = open(ownerRole, poolSizes.owner)
  return {
    request,
    accounts,
    owner,
    worker: configure('parasol_worker'),
    listen: configure('parasol_request'),
    endPools: async () => {
      const ended = Promise.all([request.end(), accounts.end(), owner.end()])
      await Promise.race([ended, sleep(patience, undefined, { ref: false })])
    },
  }
}

async function bootstrap(server: EmbeddedServer): Promise<void> {
  const cluster = await server.superuser()
  try {
    await cluster.query(`select pg_advisory_lock(${bootstrapLock})`)
    await ensureRoles(cluster, { ownerLogsIn: true })
    const { rowCount } = await cluster.query('select from pg_database where datname = $1', [embeddedDatabase])
    if (!rowCount) await cluster.query(`CREATE DATABASE ${embeddedDatabase} OWNER ${ownerRole}`)
    const inside = await server.superuser(embeddedDatabase)
    await prepareDatabase(inside).finally(() => inside.end())
  } finally {
    await cluster.end()
  }
}

async function openEmbedded(config: Config, options: OpenOptions): Promise<Database> {
  const server = await EmbeddedServer.join(config.dataFolder, options)
  try {
    if (options.serve) await server.serve()
    await bootstrap(server)
  } catch (error) {
    await server.leave()
    throw error
  }
  const host = { host: server.socket, port: server.port, database: embeddedDatabase }
  const { endPools, ...pools } = openPools(role => ({ ...host, user: role }), options.onIdleError)
  return {
    kind: 'embedded',
    ...pools,
    announce: address => server.announce(address),
    close: async () => {
      await endPools()
      await server.leave()
    },
  }
}

/**
 * Opens the installation's database: a server of one's own when `DATABASE_URL` is set, otherwise the embedded one, which
 * is started when it does not run. Does not migrate. Throws OperatorProblem for what the operator has to put right.
 */
export async function openDatabase(
  config: Config,
  secrets: Secrets,
  options: OpenOptions = {},
): Promise<Database> {
  if (config.databaseUrl === null) return openEmbedded(config, options)
  const access = await openServer(config.databaseUrl, role => loginPassword(secrets.database, role))
  const { endPools, ...pools } = openPools(access, options.onIdleError)
  return { kind: 'server', ...pools, announce: async () => {}, close: endPools }
}
