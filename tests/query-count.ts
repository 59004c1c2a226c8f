import type pg from 'pg'
import type { Database } from '#platform/database/open.ts'

const frame =
  /^\s*(BEGIN[^;]*(;\s*SET LOCAL [^;]+)*|COMMIT|ROLLBACK|savepoint \w+|release savepoint \w+)\s*$/i

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: string } | undefined)?.text ?? '')

function watch(pool: pg.Pool, seen: string[]): void {
  const watched = new WeakSet<pg.PoolClient>()
  pool.on('acquire', client => {
    if (watched.has(client)) return
    watched.add(client)
    const plain = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const text = textOf(given[0])
      if (!frame.test(text)) seen.push(text)
      return plain(...given)
    }) as typeof client.query
  })
}

/**
 * Counts what the program asks its database from now on: statements of requests and of the accounts room, without the
 * beginnings and ends of transactions. Call the answer to take what came since the last time.
 */
export function countQueries(database: Database): () => string[] {
  const seen: string[] = []
  watch(database.request, seen)
  watch(database.accounts, seen)
  return () => seen.splice(0)
}
