import pg from 'pg'

/** How many things are under way at once where the rate of an action is measured. */
export const connections = 16

/** Runs every task once, at most 16 at a time. Returns how many a second. */
export async function rate<T>(tasks: readonly T[], run: (task: T) => Promise<void>): Promise<number> {
  let next = 0
  const worker = async () => {
    while (next < tasks.length) await run(tasks[next++]!)
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: connections }, worker))
  return (tasks.length / (performance.now() - begun)) * 1000
}

/** A pool of the same role with a connection for each of them, while `work` lasts. */
export async function pooled<T>(like: pg.Pool, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ ...like.options, max: connections })
  return work(pool).finally(() => pool.end())
}

/** The value in the middle. */
export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
