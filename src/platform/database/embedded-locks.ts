import pg from 'pg'

/**
 * Held on one connection per program, in database "postgres": the connection's death frees them, so that a killed program
 * blocks nobody. Every program holds `presence` shared; who gets it alone is the last one and stops the server.
 */
export const locks = { presence: 7_265_301, serving: 7_265_302 }

export type LockFunction =
  | 'pg_try_advisory_lock'
  | 'pg_try_advisory_lock_shared'
  | 'pg_advisory_unlock_shared'

/** A connection of the superuser over the socket; a lost one is noticed by its `end`. */
export async function connect(socket: string, database: string): Promise<pg.Client> {
  const application_name = `parasol ${process.pid}`
  const client = new pg.Client({
    host: socket,
    port: 5432,
    user: 'postgres',
    database,
    application_name,
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Takes or gives back a lock of this connection; false when somebody else holds it. */
export async function ask(client: pg.Client, what: LockFunction, key: number): Promise<boolean> {
  return (await client.query<{ yes: boolean }>(`select ${what}(${key}) as yes`)).rows[0]!.yes
}
