import { createHash } from 'node:crypto'
import { sealDecision } from '#modules/initiatives/actions/seal-decision.ts'
import { recount } from '#modules/initiatives/recount/verify.ts'
import { inScope } from '#platform/database/scope.ts'
import { letTimePass } from '#tests/time-passes.ts'
import type { Measured } from './figure.ts'
import { casting, tallying } from './initiatives-cast.ts'
import type { Program } from './program.ts'
import { type BenchDecision, fillBallots, openLargeDecision } from './seed-decision.ts'
import { seedUmbrella } from './seed-umbrella.ts'

const electors = 100_000

export type DecisionBench = Program & {
  umbrella: string
  slug: string
  /** A decision whose 100,000 electors have all voted, sealed on first use; how long sealing took in milliseconds. */
  sealed: () => Promise<BenchDecision & { took: number }>
}

async function seal(program: Program, umbrella: string): Promise<BenchDecision & { took: number }> {
  const { database } = program
  const decision = await openLargeDecision(database, umbrella)
  await fillBallots(database, decision)
  await letTimePass(database, decision.id, 22 * 24)
  const begun = performance.now()
  const sealed = await inScope(database.request, { umbrella, account: null }, 'write', tx =>
    sealDecision(tx, decision.id),
  )
  if (!sealed.ok) throw new Error(sealed.reason)
  return { ...decision, took: performance.now() - begun }
}

/** Everything the measures of decisions need. */
export async function prepareInitiatives(program: Program): Promise<DecisionBench> {
  const { id, slug } = await seedUmbrella(program.database.owner, electors)
  let sealed: ReturnType<DecisionBench['sealed']> | undefined
  return {
    ...program,
    umbrella: id,
    slug,
    sealed: () => {
      sealed ??= seal(program, id)
      return sealed
    },
  }
}

async function sealing({ sealed }: DecisionBench): Promise<Measured> {
  const { took } = await sealed()
  return {
    name: 'initiatives.seal',
    value: took,
    unit: 'ms',
    limit: null,
    target: '<= 5000',
    ok: took <= 5000,
  }
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ took: number; result: T }> {
  const begun = performance.now()
  const result = await work()
  return { took: performance.now() - begun, result }
}

const middle = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!

/** The export over HTTP, then the verifier over the file; beside it, parsing and hashing the same bytes once. */
async function recounting({ origin, slug, sealed }: DecisionBench): Promise<Measured> {
  const { number } = await sealed()
  const fetchText = async () => (await fetch(`${origin}/api/v1/${slug}/decisions/${number}/export`)).text()
  const { took: first, result: text } = await timed(fetchText)
  const exported = middle([first, (await timed(fetchText)).took, (await timed(fetchText)).took])
  const { took: raw } = await timed(() => {
    createHash('sha256').update(text).digest()
    return JSON.parse(text)
  })
  const { took, result } = await timed(() => recount(JSON.parse(text)))
  const counted = Object.values(result.tally as Record<string, number>).reduce((sum, n) => sum + n, 0)
  if (result.differences.length > 0 || counted !== electors)
    throw new Error(`not confirmed: ${result.differences[0] ?? counted}`)
  return {
    ...{ name: 'initiatives.recount', value: took, unit: 'ms', limit: raw, target: '<= 2000, export too' },
    ok: took <= 2000 && exported <= 2000,
    details: { exportMs: exported, firstExportMs: first, megabytes: text.length / 1e6 },
  }
}

/** What is measured of decisions. */
export const initiativesMeasures: Record<string, (bench: DecisionBench) => Promise<Measured>> = {
  'initiatives.cast': casting,
  'initiatives.tally': tallying,
  'initiatives.seal': sealing,
  'initiatives.recount': recounting,
}
