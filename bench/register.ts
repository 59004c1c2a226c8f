import { measureLoad } from './children.ts'
import type { Measured } from './figure.ts'
import type { Program } from './program.ts'
import { seedCommunications, type Written } from './seed-communications.ts'

export type Bench = Program & { headers: { cookie: string }; small: Written; large: Written }

/** Few and many communications, and somebody for whom nothing is kept. */
export async function prepareRegister(program: Program): Promise<Bench> {
  const { owner } = program.database
  const { cookie } = await program.signIn('international-union.representative')
  const small = await seedCommunications(owner, 2_000)
  const large = await seedCommunications(owner, 200_000)
  return { ...program, headers: { cookie }, small, large }
}

// One request after another, as somebody who waits for a page; signed in, so that it is made anew each time.
async function waits({ origin, headers }: Bench, path: string, times = 100): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const before = performance.now()
    const answer = await fetch(origin + path, { headers })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    taken.push(performance.now() - before)
  }
  return taken.sort((a, b) => a - b)
}

const medianOf = (taken: readonly number[]) => taken[Math.floor(taken.length / 2)]!
const p99Of = (taken: readonly number[]) => taken[Math.floor(taken.length * 0.99)]!

const search = (words: string) => `?q=${encodeURIComponent(words)}`

// What a journalist asks: the newest, one body, several things at once, a frequent word, a rare one, and what nothing fits.
const asks = ({ body }: Written): Record<string, string> => ({
  newest: '',
  'deep in the list': '?older=1000',
  'one body': `?body=${body}`,
  'two filters': '?state=overdue&kind=complaint',
  'four filters': '?state=answered&direction=restoration&topic=education&result=refused',
  'frequent word': search('школа'),
  'rare word': search('1234'),
  'two words and a filter': `${search('школа львів')}&kind=complaint`,
  'nothing fits': '?state=ended&kind=complaint',
})

async function register(bench: Bench): Promise<Measured> {
  const details: Record<string, number> = {}
  for (const [name, query] of Object.entries(asks(bench.large))) {
    const path = `/uk/${bench.large.slug}/communications${query}`
    await waits(bench, path, 20)
    details[name] = p99Of(await waits(bench, path))
  }
  const value = Math.max(...Object.values(details))
  const paths = [`/uk/${bench.large.slug}/communications`]
  const load = await measureLoad({ origin: bench.origin, connections: 8, seconds: 3, paths })
  return {
    name: 'authorities.register',
    value,
    unit: 'ms',
    limit: null,
    target:
      '<= 50 ms p99 with 200,000 communications and 2,000,000 messages, the worst of nine asks, made anew',
    ok: value <= 50,
    details: { ...details, 'kept for visitors, req/s': load.rate },
  }
}

const cards = ({ body }: Written): Record<string, string> => ({
  card: `/bodies/${body}/scorecard`,
  'all bodies': '/scorecards',
})

async function scorecard(bench: Bench): Promise<Measured> {
  const details: Record<string, number> = {}
  for (const [name, page] of Object.entries(cards(bench.large))) {
    const path = `/uk/${bench.large.slug}${page}`
    await waits(bench, path, 20)
    details[name] = p99Of(await waits(bench, path))
  }
  const value = Math.max(...Object.values(details))
  const target = '<= 50 ms p99 with 200,000 communications, made anew'
  return { name: 'authorities.scorecard', value, unit: 'ms', limit: null, target, ok: value <= 50, details }
}

/** How much longer a page takes with a hundred times the communications: the worst of them. */
async function growth(bench: Bench): Promise<Measured> {
  const pages = (written: Written) =>
    Object.entries({
      ...Object.fromEntries(
        Object.entries(asks(written)).map(([name, query]) => [name, `/communications${query}`]),
      ),
      ...cards(written),
    }).map(([name, page]) => [name, `/uk/${written.slug}${page}`] as const)
  const small = new Map(pages(bench.small))
  const details: Record<string, number> = {}
  for (const [name, path] of pages(bench.large)) {
    await waits(bench, small.get(name)!, 20)
    await waits(bench, path, 20)
    const [little, much] = [
      medianOf(await waits(bench, small.get(name)!)),
      medianOf(await waits(bench, path)),
    ]
    details[name] = much / little
    details[`${name} ms`] = much
  }
  const value = Math.max(...[...small.keys()].map(name => details[name]!))
  return {
    name: 'authorities.growth',
    value,
    unit: 'times',
    limit: null,
    target: '<= 1.3 times from 2,000 to 200,000 communications',
    ok: value <= 1.3,
    details,
  }
}

export const registerMeasures: Record<string, (bench: Bench) => Promise<Measured>> = {
  'authorities.register': register,
  'authorities.scorecard': scorecard,
  'authorities.growth': growth,
}
