import { randomUUID } from 'node:crypto'
import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type Json, record } from '#platform/journal/record.ts'
import type { Election } from '../import/pabulib.ts'
import type { Problem } from '../import/pabulib-lines.ts'
import { type ProjectTotal, publishedDifferences } from '../import/published.ts'
import { logHashOf } from '../queries/decision-log.ts'
import { exportParts, findExportable } from '../queries/export-decision.ts'
import {
  type ElectorRecord,
  format,
  formatVersion,
  type Hashed,
  hashOf,
  LinesHash,
  moment,
  type OpeningRecord,
} from '../recount/canonical.ts'
import { recount } from '../recount/verify.ts'

/** An imported election: its number, and what its ballots add up to. `known`: the same file was imported before. */
export type ImportedElection = { ok: true; number: number; known: boolean; projects: ProjectTotal[] }

type ImportOutcome = ImportedElection | { ok: false; problems: Problem[] }

type Voter = { elector: string; name: Record<string, string>; ballot: string; marks: Json }

const part = 5000
const languages: Record<string, string> = {
  ...{ polish: 'pl', ukrainian: 'uk', english: 'en', french: 'fr', dutch: 'nl', german: 'de', spanish: 'es' },
  ...{ italian: 'it', estonian: 'et', czech: 'cs', slovak: 'sk', hungarian: 'hu', portuguese: 'pt' },
}

const languageOf = ({ meta }: Election): string => languages[meta.language?.toLowerCase() ?? ''] ?? 'und'

// What was voted on. Voters' ages, sexes and districts are not ours to keep.
const textOf = (election: Election): Record<string, Json> => ({
  ...{ file: election.file, meta: election.meta, longest: election.longest, unit: election.unit },
  projects: election.projects.map(({ id, name }) => ({ id, name: { [languageOf(election)]: name } })),
})

const titleOf = (election: Election): Record<string, string> => {
  const { description, unit, instance } = election.meta
  const parts = description ? [description, instance] : [unit, instance]
  return {
    [languageOf(election)]: parts.filter(Boolean).join(', ').slice(0, 300) || election.file.slice(0, 12),
  }
}

async function importedBefore(tx: Tx, election: Election): Promise<ImportedElection | undefined> {
  await rows(
    tx,
    'initiatives.import-lock',
    `select pg_advisory_xact_lock(hashtextextended('initiatives.import ' || platform.current_umbrella(), 0))`,
  )
  const [found] = await rows<{ number: number; projects: ProjectTotal[] }>(
    tx,
    'initiatives.imported-before',
    `select number, tally -> 'projects' as projects from initiatives.decisions
     where umbrella_id = platform.current_umbrella() and kind = 'import' and text ->> 'file' = $1 and status = 'sealed'`,
    [election.file],
  )
  return found && { ok: true, ...found, known: true }
}

const votersOf = ({ ballots }: Election): Voter[] =>
  ballots
    .map(({ voter, marks }) => ({
      ...{ elector: randomUUID(), name: { und: voter } },
      ...{ ballot: randomUUID(), marks: marks as Json },
    }))
    .sort((a, b) => (a.elector < b.elector ? -1 : 1))

function electorateHash(voters: readonly Voter[]): Buffer {
  const hash = new LinesHash()
  for (const { elector, name } of voters)
    hash.add({ elector, member: null, form: 'voter', name } satisfies ElectorRecord as Hashed)
  return hash.digest()
}

async function openImport(tx: Tx, election: Election, voters: readonly Voter[]): Promise<OpeningRecord> {
  const [now] = await rows<{ umbrella: string; number: number; opened: string; closes: string }>(
    tx,
    'initiatives.import-opening',
    `select platform.current_umbrella() as umbrella, initiatives.next_number('decision') as number, now() as opened,
       now() + interval '1 second' as closes`,
  )
  const { umbrella, number, opened, closes } = now!
  const decision = newId()
  const text = textOf(election)
  const opening: OpeningRecord = {
    ...{ format, version: formatVersion, umbrella, decision, number, kind: 'import', subject: decision },
    ...{ round: 1, previous: null, title: titleOf(election), textHash: hashOf(text).toString('hex') },
    ...{ authoritative: null, secret: false, method: election.method, openedBy: null },
    ...{ openedAt: moment(opened), discussionUntil: moment(opened), closesAt: moment(closes) },
    electorate: voters.length,
    electorateHash: electorateHash(voters).toString('hex'),
    rules: {},
  }
  await tx.$client.query(
    `insert into initiatives.decisions (id, number, kind, subject_id, title, text, text_hash, round, secret, method,
       discussion_until, closes_at, electorate, rules, electorate_hash, opening, fingerprint)
     values ($1, $2, 'import', $1, $3, $4, decode($5, 'hex'), 1, false, $6, $7, $8, $9, '{}', decode($10, 'hex'), $11, $12)`,
    [
      ...[decision, number, JSON.stringify(opening.title), JSON.stringify(text), opening.textHash],
      ...[opening.method, opening.discussionUntil, opening.closesAt, opening.electorate],
      ...[opening.electorateHash, JSON.stringify(opening), hashOf(opening as unknown as Json)],
    ],
  )
  return opening
}

async function seal(tx: Tx, opening: OpeningRecord, projects: readonly ProjectTotal[]): Promise<void> {
  const { decision, number, title, electorate } = opening
  const logHash = await logHashOf(tx, decision)
  await tx.$client.query(
    `update initiatives.decisions set status = 'sealed', sealed_at = now(), tally = $2, log_hash = $3
     where umbrella_id = platform.current_umbrella() and id = $1`,
    [decision, JSON.stringify({ ballots: electorate, projects }), logHash],
  )
  await record(tx, {
    action: 'initiatives.election_imported',
    subject: { type: 'decision', id: decision },
    visibility: 'public',
    detail: { number, title, ballots: electorate, log_hash: logHash.toString('hex') },
  })
}

// Counted as any sceptic would: from the export, by the verifier.
async function countAgain(tx: Tx, number: number): Promise<ProjectTotal[]> {
  const parts: string[] = []
  const decision = await findExportable(tx, number)
  for await (const text of exportParts(tx, decision!)) parts.push(text)
  const { differences, tally } = recount(JSON.parse(parts.join('')))
  if (differences.length > 0) throw new Error(`what was written is not what was read: ${differences[0]}`)
  return (tally as { projects: ProjectTotal[] }).projects
}

/**
 * Takes an election over into the log of decisions, counts it from there, and compares what the file states: all of it, or
 * nothing and the problems. The same file a second time changes nothing. For coordinators.
 */
export async function importElection(tx: Tx, election: Election): Promise<ImportOutcome> {
  const before = await importedBefore(tx, election)
  if (before) return before
  await tx.$client.query('savepoint import')
  const voters = votersOf(election)
  const opening = await openImport(tx, election, voters)
  for (let at = 0; at < voters.length; at += part) {
    const some = JSON.stringify(voters.slice(at, at + part))
    await tx.$client.query('select initiatives.take_over_ballots($1, $2)', [opening.decision, some])
  }
  const projects = await countAgain(tx, opening.number)
  const problems = publishedDifferences(election, projects)
  if (problems.length > 0) {
    await tx.$client.query('rollback to savepoint import')
    return { ok: false, problems }
  }
  await seal(tx, opening, projects)
  return { ok: true, number: opening.number, known: false, projects }
}
