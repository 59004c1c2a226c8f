import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { coordinatorScope } from '#modules/network/index.ts'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { type ImportedElection, importElection } from '../actions/import-election.ts'
import { type Election, readPabulib } from '../import/pabulib.ts'
import type { Problem } from '../import/pabulib-lines.ts'

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    options: { umbrella: { type: 'string' } },
    allowPositionals: true,
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0 || !values.umbrella)
    throw new OperatorProblem(
      'Give one file and its umbrella, like: import ballots election.pb --umbrella komm',
    )
  return { file, slug: values.umbrella }
}

const refused = (rows: number, rejected: Problem[]) => ({
  ...{ rows, imported: 0, updated: 0, duplicates: 0, rejected, ballots: 0, projects: [] },
})

function taken({ rows, ballots, duplicates, unit }: Election, { number, known, projects }: ImportedElection) {
  return {
    rows,
    imported: known ? 0 : ballots.length,
    updated: 0,
    duplicates: known ? rows : duplicates,
    rejected: [],
    ballots: ballots.length,
    projects: projects.map(({ id, votes, score }) => ({ id, votes, score: score / unit })),
    decision: number,
  }
}

/** `parasol import ballots`: an election in the Pabulib format, all of it or nothing; prints one JSON summary. */
export const importBallotsCommand: Command = {
  name: 'import ballots',
  summary: 'take an election over from a Pabulib file and recount it, all of it or nothing',
  usage: '<file.pb> --umbrella <slug>',
  async run({ platform, print }, args) {
    const { file, slug } = readArguments(args)
    const bytes = await readFile(file).catch(() => {
      throw new OperatorProblem(`The file ${file} cannot be read.`)
    })
    const read = readPabulib(bytes)
    const opened = await platform()
    const scope = await coordinatorScope(opened, slug)
    if (!read.ok) {
      print(JSON.stringify(refused(read.rows, read.problems)))
      return 1
    }
    const election = read.value
    const outcome = await inScope(opened.database.request, scope, 'write', tx => importElection(tx, election))
    print(JSON.stringify(outcome.ok ? taken(election, outcome) : refused(read.rows, outcome.problems)))
    return outcome.ok ? 0 : 1
  },
}
