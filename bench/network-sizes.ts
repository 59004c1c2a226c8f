import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureLoad, withBareServer } from './children.ts'
import type { Measured } from './figure.ts'
import type { Bench } from './network.ts'
import type { BenchUmbrella } from './seed-umbrella.ts'

/** An answer as it travels: its headers, and its bytes as they are encoded. */
function fetchEncoded(url: string): Promise<{ headers: Record<string, string>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, br' } }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ headers: response.headers as Record<string, string>, body: Buffer.concat(parts) }),
      )
    }).on('error', reject)
  })
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'])

/** A page that visitors read, kept in memory, beside the same bytes and headers from bare node:http. */
export async function cached({ origin, small }: Bench): Promise<Measured> {
  const path = `/uk/${small.slug}/directory`
  const headers = { 'accept-encoding': 'gzip' }
  await fetchEncoded(origin + path)
  const { headers: sent, body } = await fetchEncoded(origin + path)
  const folder = await mkdtemp(join(tmpdir(), 'parasol-bench-'))
  await writeFile(join(folder, 'page'), body)
  const fixed = Object.fromEntries(Object.entries(sent).filter(([name]) => !hopByHop.has(name)))
  const load = { headers, connections: 8, seconds: 5, paths: [path] }
  await measureLoad({ ...load, origin, seconds: 2 })
  const { rate, p99 } = await measureLoad({ ...load, origin })
  const limit = await withBareServer(join(folder, 'page'), fixed, async bare => {
    await measureLoad({ ...load, origin: bare, seconds: 2 })
    return (await measureLoad({ ...load, origin: bare })).rate
  })
  await rm(folder, { recursive: true })
  return {
    name: 'network.cached',
    value: rate,
    unit: 'req/s',
    limit,
    target: '>= 60 % of the same bytes from bare node:http',
    ok: rate / limit >= 0.6,
    details: { p99, bytes: body.length },
  }
}

/** What a visitor's browser loads for its first page of the coalition: the page, its style and its script. */
export async function firstView({ origin, small }: Bench): Promise<Measured> {
  const page = `${origin}/uk/${small.slug}/directory`
  const html = await (await fetch(page)).text()
  const needed = [...html.matchAll(/<(?:link rel="stylesheet"|script)[^>]*(?:href|src)="([^"]+)"/g)].map(
    match => match[1]!,
  )
  const sizes: Record<string, number> = {}
  for (const address of [page, ...needed.map(path => new URL(path, origin).href)]) {
    sizes[new URL(address).pathname] = (await fetchEncoded(address)).body.length
  }
  const value = Object.values(sizes).reduce((sum, size) => sum + size, 0) / 1000
  return {
    name: 'network.first-view',
    value,
    unit: 'kB',
    limit: null,
    target: '<= 60 kB of HTML, CSS and JS, compressed',
    ok: value <= 60,
    details: sizes,
  }
}

const asks = (bench: Bench): Record<string, string> => ({
  first: '',
  last: '?before=end',
  filters: '?country=UA&community=roma',
  rare: `?q=${encodeURIComponent(bench.words.rare)}`,
  common: `?q=${encodeURIComponent('рада')}`,
})

// One request after another, as somebody who waits for a page; the sizes take turns, so that both see the same machine.
async function median({ origin, headers }: Bench, { slug }: BenchUmbrella, query: string): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 150; n++) {
    const before = performance.now()
    const answer = await fetch(`${origin}/uk/${slug}/directory${query}`, { headers })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${slug}${query} answered ${answer.status}`)
    times.push(performance.now() - before)
  }
  return times.sort((a, b) => a - b)[times.length / 2]!
}

/** How much longer a page takes with ten times the members: the worst of five kinds of page. */
export async function growth(bench: Bench): Promise<Measured> {
  const large = await bench.large()
  const details: Record<string, number> = {}
  for (const [kind, query] of Object.entries(asks(bench))) {
    await median(bench, bench.small, query)
    await median(bench, large, query)
    const [little, much] = [await median(bench, bench.small, query), await median(bench, large, query)]
    details[kind] = much / little
    details[`${kind} ms`] = much
  }
  const value = Math.max(...Object.keys(asks(bench)).map(kind => details[kind]!))
  return {
    name: 'network.growth',
    value,
    unit: 'times',
    limit: null,
    target: '<= 1.5 times from 10,000 to 100,000 members',
    ok: value <= 1.5,
    details,
  }
}

/** Memory of the program after all that, without PostgreSQL. */
export async function memory({ memory: resident }: Bench): Promise<Measured> {
  const value = resident() / 1_048_576
  return { name: 'network.memory', value, unit: 'MB', limit: null, target: '<= 256 MB', ok: value <= 256 }
}
