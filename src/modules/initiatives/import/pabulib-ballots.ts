import { compare, type Exact, exact, unitsOf } from './pabulib-number.ts'
import type { Complain, Row } from './pabulib-records.ts'

export type Method = 'approval' | 'cumulative' | 'ordinal'

/** What a ballot says: names in its order, points beside them, and how often it counts. */
export type Marks = { projects: string[]; points?: number[]; weight?: number }

export type VotedBallot = { row: number; voter: string; marks: Marks }

export type BallotRules = {
  method: Method
  projects: ReadonlySet<string>
  /** By the key of META. */
  limits: Record<string, Exact>
}

type Draft = { row: number; voter: string; projects: string[]; points: Exact[]; weight: Exact | null }

type Asking = { row: Row; rules: BallotRules; separator: string; complain: Complain }

const separators = [',', '|', ';', ' '] as const

// Nearly always a comma. Where no vote holds one, whatever else parts the votes into names that are known.
function separatorOf(rows: readonly Row[], projects: ReadonlySet<string>): string {
  const votes = rows.map(row => row.get('vote')).filter(vote => vote !== '' && !projects.has(vote))
  const cuts = (separator: string) =>
    votes.filter(vote => namesIn(vote, separator).some(id => projects.has(id)))
  return separators.find(separator => cuts(separator).length > 0) ?? ','
}

const namesIn = (list: string, separator: string): string[] =>
  list === '' ? [] : list.split(separator).map(part => part.trim())

function readNames({ row, rules, separator, complain }: Asking): string[] {
  const vote = row.get('vote')
  const names = rules.projects.has(vote) ? [vote] : namesIn(vote, separator)
  const seen = new Set<string>()
  for (const name of names) {
    if (name === '') complain(row.row, 'vote', 'The list of projects has a gap.')
    else if (!rules.projects.has(name)) complain(row.row, 'vote', `There is no project ${name}.`)
    // Points may be given to one project in several parts; published elections count each.
    else if (seen.has(name) && rules.method !== 'cumulative')
      complain(row.row, 'vote', `The project ${name} is named twice.`)
    seen.add(name)
  }
  return names
}

function readPoints({ row, rules, separator, complain }: Asking, named: number): Exact[] {
  if (rules.method !== 'cumulative') return []
  const list = row.get('points')
  const parts = list.includes(separator) ? list.split(separator) : namesIn(list, ',')
  if (parts.length !== named) {
    complain(row.row, 'points', `The ballot names ${named} projects and gives ${parts.length} points.`)
    return []
  }
  return parts.flatMap(part => {
    const points = exact(part.trim())
    if (!points) complain(row.row, 'points', `“${part.trim()}” is not a number of points.`)
    return points ?? []
  })
}

function readWeight({ row, complain }: Asking): Exact | null {
  const text = row.get('weight')
  if (text === '') return null
  const weight = exact(text)
  if (!weight || weight.units <= 0) complain(row.row, 'weight', `“${text}” is not a weight.`)
  return weight ?? null
}

const sumOf = (points: readonly Exact[]): Exact => {
  const decimals = Math.max(0, ...points.map(one => one.decimals))
  return { units: points.reduce((sum, one) => sum + unitsOf(one, decimals), 0), decimals }
}

// The election's own bounds. `max_sum_cost` is not among them: published elections count ballots that go beyond it.
function checkLimits({ row, rules: { limits }, complain }: Asking, { projects, points }: Draft): void {
  const within = (what: string, column: string, value: Exact) => {
    const [least, most] = [limits[`min_${what}`], limits[`max_${what}`]]
    const shown = value.units / 10 ** value.decimals
    if (least && compare(value, least) < 0)
      complain(row.row, column, `${shown} is less than min_${what} in META.`)
    if (most && compare(value, most) > 0)
      complain(row.row, column, `${shown} is more than max_${what} in META.`)
  }
  within('length', 'vote', { units: projects.length, decimals: 0 })
  for (const one of points) within('points', 'points', one)
  if (points.length > 0) within('sum_points', 'points', sumOf(points))
}

function readBallot(asking: Asking): Draft {
  const voter = asking.row.get('voter_id')
  if (voter === '') asking.complain(asking.row.row, 'voter_id', 'The voter has no id.')
  const projects = readNames(asking)
  const draft = {
    ...{ row: asking.row.row, voter, projects },
    points: readPoints(asking, projects.length),
    weight: readWeight(asking),
  }
  checkLimits(asking, draft)
  return draft
}

// One voter, one ballot. The same line twice is one ballot; two different ones contradict each other.
function withoutRepeats(drafts: readonly Draft[], complain: Complain): Draft[] {
  const byVoter = new Map<string, Draft>()
  return drafts.filter(draft => {
    const first = byVoter.get(draft.voter)
    if (!first || draft.voter === '') {
      byVoter.set(draft.voter, draft)
      return true
    }
    const same = JSON.stringify({ ...first, row: 0 }) === JSON.stringify({ ...draft, row: 0 })
    if (!same)
      complain(draft.row, 'voter_id', `The voter ${draft.voter} voted otherwise on line ${first.row}.`)
    return false
  })
}

/** Reads the ballots. Points and weights become whole numbers: their product counts in units of 1/`unit`. */
export function readBallots(rows: readonly Row[], rules: BallotRules, complain: Complain) {
  const separator = separatorOf(rows, rules.projects)
  const all = rows.map(row => readBallot({ row, rules, separator, complain }))
  const drafts = withoutRepeats(all, complain)
  const most = (numbers: Exact[]) => numbers.reduce((found, { decimals }) => Math.max(found, decimals), 0)
  const pointDecimals = most(drafts.flatMap(({ points }) => points))
  const weightDecimals = most(drafts.flatMap(({ weight }) => weight ?? []))
  const weighted = drafts.some(({ weight }) => weight)
  const ballots = drafts.map(({ row, voter, projects, points, weight }): VotedBallot => {
    const marks: Marks = { projects }
    if (rules.method === 'cumulative') marks.points = points.map(one => unitsOf(one, pointDecimals))
    if (weighted) marks.weight = unitsOf(weight ?? { units: 1, decimals: 0 }, weightDecimals)
    return { row, voter, marks }
  })
  return { ballots, duplicates: all.length - drafts.length, unit: 10 ** (pointDecimals + weightDecimals) }
}
