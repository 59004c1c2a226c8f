// The driver alone, in a process of its own: how often a second eight connections can run one prepared statement.
import pg from 'pg'
import { valueTypes } from '#platform/database/value-types.ts'

export type Frozen = {
  connection: pg.ClientConfig
  text: string
  values: unknown[]
  seconds: number
  connections: number
}

async function run({ connection, text, values, seconds, connections }: Frozen): Promise<number> {
  let count = 0
  let counting = false
  const ends = performance.now() + (seconds + 1) * 1000
  const one = async () => {
    const client = new pg.Client({ ...connection, types: valueTypes })
    await client.connect()
    while (performance.now() < ends) {
      await client.query({ name: 'frozen', text, values })
      if (counting) count++
    }
    await client.end()
  }
  setTimeout(() => {
    counting = true
  }, 1000)
  await Promise.all(Array.from({ length: connections }, one))
  return count / seconds
}

const given = process.argv[2]
if (given) process.stdout.write(String(await run(JSON.parse(given))))
