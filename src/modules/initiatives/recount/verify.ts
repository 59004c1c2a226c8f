// Recounts a decision from its exported file alone: no database, no network, nothing of Parasol but this page.
// The format is described in docs/recount.md. Run it with Node 22.18 or newer: node verify.ts decision.json
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

type Ballot = Record<'ballot' | 'elector' | 'channel' | 'castAt', string> &
  Record<'choice' | 'confirmedAt', string | null> & {
    ordinal: number
    marks: { projects: string[]; points?: number[]; weight?: number } | null
  }
export type Decision = Record<'format' | 'fingerprint', string> & {
  version: number
  opening: Record<'openedAt' | 'closesAt' | 'method' | 'textHash' | 'electorateHash', string> & {
    secret: boolean
    electorate: number
  }
  text: { [key: string]: unknown; longest?: number | null; projects?: { id: string }[] }
  electors: { elector: string }[]
  ballots: Ballot[]
  challenges: { challenge: string; ballot: string; upheld: boolean | null }[]
  voters?: { voter: string }[]
  course: { closesAt: string; countdownUntil: string | null }
  sealing: { sealedAt: string; outcome: string | null; tally: unknown; logHash: string } | null
}
export type Recount = { differences: string[]; tally: unknown; outcome: string | null; logHash: string }

/** RFC 8785: keys sorted, nothing between them. The file holds only text and whole numbers. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const written = (key: string) =>
    `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`
  return `{${Object.keys(value).sort().map(written).join(',')}}`
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** Every record in canonical form, ended by a line feed, one list after the other. */
const hashLines = (...lists: object[][]): string =>
  sha256(lists.map(list => list.map(record => `${canonical(record)}\n`).join('')).join(''))
const endOf = ({ course }: Decision) => course.countdownUntil ?? course.closesAt

/** The ballot that counts of each elector: the last before the end, confirmed if somebody else entered it. */
function lastOf(decision: Decision, without: ReadonlySet<string>): Ballot[] {
  const end = endOf(decision)
  const last = new Map<string, Ballot>()
  for (const ballot of decision.ballots) {
    const own = ballot.channel === 'self' || ballot.channel === 'import'
    const valid = ballot.castAt < end && (own || (ballot.confirmedAt !== null && ballot.confirmedAt < end))
    if (valid && !without.has(ballot.ballot)) last.set(ballot.elector, ballot)
  }
  return [...last.values()]
}

function countChoices(ballots: Ballot[]): Record<string, number> {
  const tally: Record<string, number> = { yes: 0, no: 0, abstain: 0, stand_aside: 0 }
  for (const { choice } of ballots) tally[`${choice}`] = (tally[`${choice}`] ?? 0) + 1
  return tally
}

/** Elections of projects: an approval gives 1, points count as given, the first of at most k names gives k. */
function countProjects({ opening: { method }, text }: Decision, ballots: Ballot[]) {
  const totals = new Map((text.projects ?? []).map(({ id }) => [id, { id, votes: 0, score: 0 }]))
  for (const { marks } of ballots) {
    for (const [place, id] of (marks?.projects ?? []).entries()) {
      const total = totals.get(id)
      if (!total) throw new Error(`a ballot names the project ${id}, which is not in the text`)
      const ranked = method === 'ordinal' ? (text.longest ?? 0) - place : 1
      total.votes += 1
      total.score += (marks?.weight ?? 1) * (method === 'cumulative' ? (marks?.points?.[place] ?? 0) : ranked)
    }
  }
  return { ballots: ballots.length, projects: [...totals.values()] }
}

function count(decision: Decision, without: ReadonlySet<string>) {
  const { secret, method, electorate } = decision.opening
  const ballots = secret ? decision.ballots : lastOf(decision, without)
  if (method !== 'majority') return { tally: countProjects(decision, ballots), outcome: null }
  const tally = countChoices(ballots)
  return { tally, outcome: 2 * tally.yes! > electorate ? 'supported' : 'not_supported' }
}

// A check answers with what does not hold, in words; keys rise when their order is fixed and nothing is there twice.
const unless = (holds: boolean, otherwise: string) => (holds ? [] : [otherwise])
function same(what: string, stated: unknown, found: unknown): string[] {
  const [a, b] = [canonical(stated ?? null), canonical(found)]
  return unless(a === b, `${what}: the file says ${a}, recounted ${b}`)
}
function rises<T>(what: string, list: T[], key: (record: T) => string): string[] {
  const rising = list.every((record, at) => at === 0 || key(list[at - 1]!) < key(record))
  return unless(rising, `${what} are not in order, or one is there twice`)
}

/** What was asked of whom, as it was fixed when the decision opened. */
const checkOpening = ({ format, version, fingerprint, opening, text, electors, course }: Decision) => [
  ...same('format', [format, version], ['parasol-decision', 1]),
  ...same('fingerprint', fingerprint, sha256(canonical(opening))),
  ...same('hash of the text', opening.textHash, sha256(canonical(text))),
  ...same('number of electors', opening.electorate, electors.length),
  ...same('hash of the electorate', opening.electorateHash, hashLines(electors)),
  ...unless(course.closesAt >= opening.closesAt, 'the time for voting was shortened'),
]

/** Who voted: electors alone, nobody twice, nobody before the opening. */
function checkLog({ opening: { secret, openedAt }, electors, ballots, challenges, voters = [] }: Decision) {
  const order = (one: Ballot) => (secret ? one.ballot : one.elector + `${one.ordinal}`.padStart(9, '0'))
  const known = new Set(electors.map(one => one.elector))
  const voted = secret ? voters.map(one => one.voter) : ballots.map(one => one.elector)
  const early = secret ? [] : ballots.filter(({ castAt }) => !(castAt >= openedAt))
  return [
    ...rises('electors', electors, one => one.elector),
    ...rises('ballots', ballots, order),
    ...rises('challenges', challenges, one => one.challenge),
    ...rises('voters', voters, one => one.voter),
    ...voted.filter(id => !known.has(id)).map(id => `${id} voted and is no elector`),
    ...early.map(({ ballot }) => `ballot ${ballot} was cast before the opening`),
    ...(secret ? same('number of secret ballots', ballots.length, voters.length) : []),
  ]
}

/** Checks everything that the file claims, and names what does not hold. */
export function recount(decision: Decision): Recount {
  const { opening, ballots, challenges, voters = [], sealing } = decision
  const upheld = new Set(challenges.filter(one => one.upheld === true).map(one => one.ballot))
  const doubted = new Set(challenges.filter(one => one.upheld !== false).map(one => one.ballot))
  const { tally, outcome } = count(decision, upheld)
  const logHash = hashLines(ballots, opening.secret ? voters : challenges)
  const differences = [...checkOpening(decision), ...checkLog(decision)]
  if (!sealing) return { differences, tally, outcome: null, logHash }
  const early = opening.method === 'majority' && sealing.sealedAt < endOf(decision)
  differences.push(
    ...same('hash of the log', sealing.logHash, logHash),
    ...same('tally', sealing.tally, tally),
    ...same('outcome', sealing.outcome, outcome),
    ...same('outcome without the doubted ballots', outcome, count(decision, doubted).outcome),
    ...unless(!early, 'it was sealed before its end'),
  )
  return { differences, tally, outcome, logHash }
}

// Only when this page is run by itself; in Parasol the command prints.
if (process.argv[1]?.endsWith('verify.ts') && process.argv[2]) {
  const { differences, ...result } = recount(JSON.parse(readFileSync(process.argv[2], 'utf8')))
  for (const difference of differences) console.log(`DIFFERENCE ${difference}`)
  console.log(JSON.stringify({ confirmed: differences.length === 0, ...result }))
  process.exitCode = differences.length === 0 ? 0 : 1
}
