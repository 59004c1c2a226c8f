import { measureLoad } from './children.ts'
import type { Measured } from './figure.ts'
import type { Program } from './program.ts'
import { type Counted, seedIncidents } from './seed-incidents.ts'

export type Bench = Program & {
  headers: { cookie: string }
  small: Counted
  large: Counted
}

/** Few and many incidents, and somebody who monitors in both. */
export async function prepareStatistics(program: Program): Promise<Bench> {
  const { owner } = program.database
  const { cookie, person } = await program.signIn('international-union.monitor')
  const small = await seedIncidents(owner, 10_000, person)
  const large = await seedIncidents(owner, 1_000_000, person)
  return { ...program, headers: { cookie }, small, large }
}

// One request after another, as somebody who waits for a page.
async function waits(bench: Bench, path: string, times = 100): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const before = performance.now()
    const answer = await fetch(bench.origin + path, { headers: bench.headers })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    taken.push(performance.now() - before)
  }
  return taken.sort((a, b) => a - b)
}

const medianOf = (times: readonly number[]) => times[Math.floor(times.length / 2)]!

/** A public page of a million incidents, as visitors get it; in the details as it is made anew for every reader. */
async function publicPage(bench: Bench, name: string, page: string): Promise<Measured> {
  const path = `/uk/${bench.large.slug}${page}`
  const load = { origin: bench.origin, connections: 8, paths: [path] }
  await measureLoad({ ...load, seconds: 2 })
  const { rate, median, p99 } = await measureLoad({ ...load, seconds: 5 })
  await waits(bench, path, 30)
  const made = await waits(bench, path)
  return {
    name,
    value: p99,
    unit: 'ms',
    limit: null,
    target: '<= 50 ms p99 with 1,000,000 incidents, eight visitors at once',
    ok: p99 <= 50,
    details: { median, rate, 'made anew, median': medianOf(made), 'made anew, p99': made.at(-1)! },
  }
}

// What a monitor looks for: the newest, one region, and those at one level.
const lists = ['', '?region=UA-51', '?verification=V3&bias=ROMA']

/** The monitors' list with filters: the worst of three, for the one person who waits for it. */
async function list(bench: Bench): Promise<Measured> {
  const details: Record<string, number> = {}
  for (const filter of lists) {
    const path = `/uk/${bench.large.slug}/incidents${filter}`
    await waits(bench, path, 30)
    const taken = await waits(bench, path)
    details[filter || 'newest'] = taken[Math.floor(taken.length * 0.99)]!
  }
  const value = Math.max(...Object.values(details))
  const target = '<= 50 ms p99 with 1,000,000 incidents'
  return { name: 'monitoring.list', value, unit: 'ms', limit: null, target, ok: value <= 50, details }
}

const pages = ['/statistics', '/statistics/map', '/statistics/current']

/** How much longer a page that is made anew takes with a hundred times the incidents: the worst of three. */
async function growth(bench: Bench): Promise<Measured> {
  const details: Record<string, number> = {}
  for (const page of pages) {
    const at = ({ slug }: Counted) => `/uk/${slug}${page}`
    for (const umbrella of [bench.small, bench.large]) await waits(bench, at(umbrella), 30)
    const [little, much] = [await waits(bench, at(bench.small)), await waits(bench, at(bench.large))]
    details[page] = medianOf(much) / medianOf(little)
    details[`${page} ms`] = medianOf(much)
  }
  const value = Math.max(...pages.map(page => details[page]!))
  return {
    name: 'monitoring.growth',
    value,
    unit: 'times',
    limit: null,
    target: '<= 1.3 times from 10,000 to 1,000,000 incidents',
    ok: value <= 1.3,
    details,
  }
}

/** Memory of the program after all that, without PostgreSQL. */
async function memory({ memory: resident }: Bench): Promise<Measured> {
  const value = resident() / 1_048_576
  return { name: 'monitoring.memory', value, unit: 'MB', limit: null, target: '<= 256 MB', ok: value <= 256 }
}

/** What is measured of monitoring, in this order: memory is looked at last. */
export const statisticsMeasures: Record<string, (bench: Bench) => Promise<Measured>> = {
  'monitoring.statistics': bench => publicPage(bench, 'monitoring.statistics', '/statistics'),
  'monitoring.map': bench => publicPage(bench, 'monitoring.map', '/statistics/map'),
  'monitoring.list': list,
  'monitoring.growth': growth,
  'monitoring.memory': memory,
}
