import { measureFrozen, measureLoad } from './children.ts'
import type { Measured } from './figure.ts'
import type { Bench } from './network.ts'
import { directoryRows, homeRows, memberRow, searchRows } from './statements.ts'

const seconds = 5
const connections = 8

async function frozen({ database }: Bench, text: string, values: unknown[]): Promise<number> {
  const { host, port, database: name, user } = database.owner.options
  return measureFrozen({
    connection: { host, port, database: name, user },
    text,
    values,
    seconds,
    connections,
  })
}

type Page = { name: string; path: string; text: string; values: unknown[] }

/** A page of the people inside: nothing of it is kept, each request signs in, looks up rights and reads. */
async function dynamicPage(bench: Bench, { name, path, text, values }: Page): Promise<Measured> {
  const { origin, headers } = bench
  await measureLoad({ origin, headers, connections, seconds: 2, paths: [path] })
  const limit = await frozen(bench, text, values)
  const { rate, median, p99 } = await measureLoad({ origin, headers, connections, seconds, paths: [path] })
  return {
    name,
    value: rate,
    unit: 'req/s',
    limit,
    target: '>= 500 req/s, >= 20 % of the limit, p99 <= 50 ms',
    ok: rate >= 500 && rate / limit >= 0.2 && p99 <= 50,
    details: { median, p99 },
  }
}

export const directory = (bench: Bench) =>
  dynamicPage(bench, {
    name: 'network.directory',
    path: `/uk/${bench.small.slug}/directory`,
    text: directoryRows,
    values: [bench.small.id],
  })

export const member = (bench: Bench) =>
  dynamicPage(bench, {
    name: 'network.member',
    path: `/uk/${bench.small.slug}/directory/${bench.small.membership}`,
    text: memberRow,
    values: [bench.small.id, bench.small.membership],
  })

export const home = (bench: Bench) =>
  dynamicPage(bench, {
    name: 'network.home',
    path: `/uk/${bench.small.slug}/home`,
    text: homeRows,
    values: [bench.small.id, bench.person],
  })

/** Searches that must stay fast: the worst of them counts. */
export async function search(bench: Bench): Promise<Measured> {
  const { origin, headers, small, words } = bench
  const asked = { rare: words.rare, common: 'рада', typo: words.typo, latin: words.latin }
  const limit = await frozen(bench, searchRows, [small.id, 'word:rada'])
  const rates: Record<string, number> = {}
  for (const [kind, query] of Object.entries(asked)) {
    const paths = [`/uk/${small.slug}/directory?q=${encodeURIComponent(query)}`]
    rates[kind] = (await measureLoad({ origin, headers, connections, seconds: 3, paths })).rate
  }
  const value = Math.min(...Object.values(rates))
  return {
    name: 'network.search',
    value,
    unit: 'req/s',
    limit,
    target:
      '>= 200 req/s, the worst of a rare word, a common word, a typo and a Latin query for a Cyrillic name',
    ok: value >= 200,
    details: {
      ...rates,
      ...Object.fromEntries(Object.entries(asked).map(([kind, query]) => [`${kind} query`, query])),
    },
  }
}
