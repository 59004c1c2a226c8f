import { createHash } from 'node:crypto'
import { type BallotRules, type Method, readBallots, type VotedBallot } from './pabulib-ballots.ts'
import { decode, type Problem, type Read, readSections, type Sections } from './pabulib-lines.ts'
import { exact } from './pabulib-number.ts'
import { type Complain, complaints, type Meta, metaOf, rowsOf } from './pabulib-records.ts'

type Project = {
  id: string
  name: string
  row: number
  /** What the file says was counted, where it says it. */
  votes: string
  score: string
}

/** An election as a Pabulib file tells it: http://pabulib.org/format. */
export type Election = {
  /** SHA-256 of the file: the same file is not taken over twice. */
  file: string
  meta: Record<string, string>
  method: Method
  /** k: the first of at most k names gets k. Only in ordinal elections. */
  longest: number | null
  /** Points are counted in units of 1/unit. */
  unit: number
  projects: Project[]
  ballots: VotedBallot[]
  /** Lines that repeat another line word for word. */
  duplicates: number
  /** Lines under VOTES. */
  rows: number
}

// Points that somebody gave are counted alike whether their sum is prescribed or not.
const methods: Record<string, Method> = {
  approval: 'approval',
  'choose-1': 'approval',
  cumulative: 'cumulative',
  scoring: 'cumulative',
  ordinal: 'ordinal',
}

function methodOf(meta: Meta, complain: Complain): Method | undefined {
  const stated = meta.get('vote_type')
  if (!stated) complain(1, 'vote_type', 'META does not say how people voted.')
  const method = methods[stated?.value.toLowerCase() ?? '']
  if (stated && !method)
    complain(stated.row, 'vote_type', `“${stated.value}” is none of ${Object.keys(methods).join(', ')}.`)
  return method
}

const isNumber = (text: string): boolean => /^[+-]?\d+([.,]\d+)?$/.test(text.replace(/[\s\u00a0]/g, ''))

function readProjects(sections: Sections, complain: Complain): Project[] {
  const projects = rowsOf(sections.projects, ['project_id'], complain).map(({ row, get }) => {
    for (const field of ['cost', 'votes', 'score'])
      if (get(field) !== '' && !isNumber(get(field))) complain(row, field, `“${get(field)}” is not a number.`)
    return { id: get('project_id'), name: get('name'), row, votes: get('votes'), score: get('score') }
  })
  const seen = new Set<string>()
  for (const { id, row } of projects) {
    if (id === '') complain(row, 'project_id', 'The project has no id.')
    else if (seen.has(id)) complain(row, 'project_id', `The project ${id} is there twice.`)
    seen.add(id)
  }
  return projects
}

function checkCount(meta: Meta, key: string, counted: number, complain: Complain): void {
  const stated = meta.get(key)
  if (!stated || stated.value === '' || stated.value === String(counted)) return
  complain(stated.row, key, `META says ${stated.value}, the file has ${counted}.`)
}

const limits = ['min_length', 'max_length', 'min_points', 'max_points', 'min_sum_points', 'max_sum_points']

function rulesOf(meta: Meta, method: Method, projects: Project[], complain: Complain): BallotRules {
  const rules: BallotRules = {
    method,
    projects: new Set(projects.map(({ id }) => id).filter(id => id !== '')),
    limits: {},
  }
  for (const key of limits) {
    const stated = meta.get(key)
    if (!stated || stated.value === '') continue
    const limit = exact(stated.value)
    if (limit) rules.limits[key] = limit
    else complain(stated.row, key, `“${stated.value}” is not a number.`)
  }
  if (meta.get('vote_type')?.value.toLowerCase() === 'choose-1')
    rules.limits.max_length ??= { units: 1, decimals: 0 }
  return rules
}

function readElection(sections: Sections, file: string): { election?: Election; problems: Problem[] } {
  const { problems, complain } = complaints()
  const meta = metaOf(sections.meta, complain)
  const budget = meta.get('budget')
  if (budget && budget.value !== '' && !isNumber(budget.value))
    complain(budget.row, 'budget', `“${budget.value}” is not a number.`)
  const method = methodOf(meta, complain)
  const projects = readProjects(sections, complain)
  const required = method === 'cumulative' ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote']
  const rows = rowsOf(sections.votes, required, complain)
  checkCount(meta, 'num_projects', projects.length, complain)
  checkCount(meta, 'num_votes', rows.length, complain)
  if (rows.length === 0) complain(sections.votes[0]?.row ?? 1, 'VOTES', 'There is no ballot.')
  if (!method) return { problems }
  const rules = rulesOf(meta, method, projects, complain)
  const { ballots, duplicates, unit } = readBallots(rows, rules, complain)
  const stated = rules.limits.max_length
  const most = ballots.reduce((found, { marks }) => Math.max(found, marks.projects.length), 0)
  const election = {
    file,
    meta: Object.fromEntries([...meta].map(([key, { value }]) => [key, value])),
    method,
    longest: method === 'ordinal' ? (stated?.decimals === 0 ? stated.units : most) : null,
    ...{ unit, projects, ballots, duplicates, rows: rows.length },
  }
  return { election, problems }
}

/** Reads a file: the whole election, or every problem with its line and field. */
export function readPabulib(bytes: Uint8Array): Read<Election> & { rows: number } {
  const text = decode(bytes)
  if (!text.ok) return { ...text, rows: 0 }
  const sections = readSections(text.value)
  if (!sections.ok) return { ...sections, rows: 0 }
  const rows = Math.max(0, sections.value.votes.length - 1)
  const { election, problems } = readElection(
    sections.value,
    createHash('sha256').update(bytes).digest('hex'),
  )
  return election && problems.length === 0
    ? { ok: true, value: election, rows }
    : { ok: false, problems: problems.sort((a, b) => a.row - b.row), rows }
}
