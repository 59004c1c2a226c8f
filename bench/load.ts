// A process of its own, so that making requests does not slow the program that answers them.
import autocannon from 'autocannon'

/** `requests`: addresses called in turn. `seconds`: how long. */
export type Load = {
  origin: string
  paths: string[]
  headers?: Record<string, string>
  seconds: number
  connections: number
}

/** Requests a second, milliseconds, and answers that were not 2xx. */
export type LoadResult = { rate: number; median: number; p99: number; failed: number }

async function run({ origin, paths, headers, seconds, connections }: Load): Promise<LoadResult> {
  const requests = paths.map(path => ({ method: 'GET' as const, path, headers }))
  const result = await autocannon({ url: origin, requests, duration: seconds, connections })
  return {
    rate: result.requests.average,
    median: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}

const given = process.argv[2]
if (given) process.stdout.write(JSON.stringify(await run(JSON.parse(given))))
