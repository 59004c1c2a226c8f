import type { Database } from '#platform/database/open.ts'
import { inScope, type Scope, type Tx } from '#platform/database/scope.ts'

/** Whether a backend of this database waits for a lock that another transaction holds. */
async function somebodyWaits(database: Database): Promise<boolean> {
  const { rows } = await database.owner.query<{ waits: boolean }>(
    `select exists (select from pg_locks l join pg_stat_activity a using (pid)
       where not l.granted and a.datname = current_database()) as waits`,
  )
  return rows[0]!.waits
}

/** Resolves when somebody waits for a lock; throws after five seconds without. */
async function untilSomebodyWaits(database: Database): Promise<void> {
  for (let tries = 0; tries < 250; tries++) {
    if (await somebodyWaits(database)) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('nobody waits for a lock')
}

type Deed<T> = { scope: Scope; work: (tx: Tx) => Promise<T> }

/**
 * Two transactions on two connections, the second begun while the first is open: the first does its work, the second
 * starts and comes to wait, the first commits. Returns what both returned. With `waits: false` the second is not expected
 * to wait.
 */
export async function oneAfterTheOther<A, B>(
  database: Database,
  first: Deed<A>,
  second: Deed<B>,
  { waits = true } = {},
): Promise<[A, B]> {
  let begun: Promise<B> | undefined
  const done = await inScope(database.request, first.scope, 'write', async tx => {
    const result = await first.work(tx)
    begun = inScope(database.request, second.scope, 'write', second.work)
    begun.catch(() => {})
    if (waits) await untilSomebodyWaits(database)
    else await begun
    return result
  })
  return [done, await begun!]
}
