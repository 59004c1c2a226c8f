import type { Writable } from 'node:stream'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'

/**
 * A transaction of the request role inside one umbrella, for one account. It is a Drizzle database over one connection;
 * `tx.$client` is the connection itself, for named (prepared) statements on hot paths.
 */
export type Tx = NodePgDatabase & { $client: pg.PoolClient }

/** Who asks, and where. `null` is nobody and nowhere: row-level security then shows only what is public. */
export type Scope = { umbrella: string | null; account: string | null }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

// The values are interpolated because SET takes no parameters and a second message costs a round trip:
// anything but a UUID is refused before it comes near the statement.
function setting(name: string, value: string | null): string {
  if (value === null) return `SET LOCAL ${name} = ''`
  if (!uuid.test(value)) throw new TypeError(`${name} is not a UUID`)
  return `SET LOCAL ${name} = '${value}'`
}

/** The statement that opens a scoped transaction in one message. Throws TypeError on anything that is not a UUID. */
export function beginIn(scope: Scope, mode: Mode): string {
  return [
    mode === 'write' ? 'BEGIN' : 'BEGIN READ ONLY',
    setting('parasol.umbrella', scope.umbrella),
    setting('parasol.account', scope.account),
  ].join('; ')
}

const databases = new WeakMap<pg.PoolClient, Tx>()

function asTx(client: pg.PoolClient): Tx {
  const known = databases.get(client)
  if (known) return known
  const tx = drizzle({ client }) as Tx
  databases.set(client, tx)
  return tx
}

// Deadlock and serialisation failures say "nothing happened, try again"; the work touches nothing but this transaction.
const retryable = new Set(['40001', '40P01'])

type Afterwards = (scope: Scope) => void
const afterwards = new WeakMap<Tx, Afterwards[]>()

/** Runs `deed` when the transaction has committed, and never when it has not. What it throws is a bug. */
export function afterCommit(tx: Tx, deed: Afterwards): void {
  const deeds = afterwards.get(tx)
  if (!deeds) throw new Error('only a transaction opened by inScope says that it has committed')
  deeds.push(deed)
}

type Work<T> = (tx: Tx) => Promise<T>

type Wired = pg.PoolClient & { connection: { stream: Writable } }

const scopes = new WeakMap<Tx, Scope>()

/** In which umbrella, and for whom, `inScope` opened the transaction. */
export function scopeOf(tx: Tx): Scope {
  const scope = scopes.get(tx)
  if (!scope) throw new Error('only a transaction opened by inScope has a scope')
  return scope
}

type Begun = { tx: Tx; begun: Promise<unknown> }

// Nothing waits for the answer to BEGIN: what would be carried out without it has no scope, and finds and changes nothing.
// What is known to be sent goes in one message: each one wakes another process, which costs more than many a statement.
function open(client: pg.PoolClient, scope: Scope, begin: string, deeds?: Afterwards[]): Begun {
  const tx = asTx(client)
  scopes.set(tx, scope)
  if (deeds) afterwards.set(tx, deeds)
  else afterwards.delete(tx)
  const { stream } = (client as Wired).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  const begun = client.query(begin)
  begun.catch(() => {})
  return { tx, begun }
}

// What is read needs no answer to its COMMIT before it is shown.
function looking(once: boolean) {
  return async <T>(pool: pg.Pool, scope: Scope, begin: string, work: Work<T>): Promise<T> => {
    const client = await pool.connect()
    const { tx, begun } = open(client, scope, begin)
    let ended: Promise<unknown> | undefined
    try {
      const working = work(tx)
      if (once) ended = client.query('COMMIT')
      ended?.catch(() => {})
      const result = await working
      await begun
      return result
    } finally {
      // Not before `work` is done: the next reader of this connection has a scope of their own.
      ;(ended ?? client.query('COMMIT')).then(
        () => client.release(),
        error => client.release(error),
      )
    }
  }
}

async function change<T>(pool: pg.Pool, scope: Scope, begin: string, work: Work<T>): Promise<T> {
  const client = await pool.connect()
  const deeds: Afterwards[] = []
  let broken: Error | undefined
  try {
    const { tx, begun } = open(client, scope, begin, deeds)
    const result = await work(tx)
    await begun
    await client.query('COMMIT')
    for (const deed of deeds) deed(scope)
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(failure => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * `read`, `write`; or `once`: `work` asks one statement, and at once. What it would ask later has no scope and finds nothing.
 */
export type Mode = 'read' | 'once' | 'write'

const ways = { read: looking(false), once: looking(true), write: change }

/**
 * Runs `work` in one transaction of the pool's role inside `scope`, and commits. What `work` throws rolls back.
 * A refusal that must roll back is thrown as `Rollback`. Retries twice after a deadlock, so `work` must not touch
 * anything outside the transaction.
 */
export async function inScope<T>(
  pool: pg.Pool,
  scope: Scope,
  mode: Mode,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const begin = beginIn(scope, mode)
  const attempt = ways[mode]
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt(pool, scope, begin, work)
    } catch (error) {
      const code =
        (error as { code?: string; cause?: { code?: string } }).code ??
        (error as { cause?: { code?: string } }).cause?.code
      if (!code || !retryable.has(code) || attempts === 3) throw error
    }
  }
}

/** Rows of a statement, prepared once per connection when it has a name, which must be unique to its text. */
export async function rows<R extends pg.QueryResultRow>(
  tx: Tx,
  name: string | undefined,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  return (await tx.$client.query<R>({ name, text, values })).rows
}
