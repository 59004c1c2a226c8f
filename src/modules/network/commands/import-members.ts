import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { createI18n } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { type ImportOutcome, importMembers } from '../actions/import-members.ts'
import { tableProblems } from '../actions/keep-import.ts'
import { type OpenedFile, openFile, readList } from '../import/read-list.ts'
import { mostRows } from '../import/read-table.ts'
import { coordinatorScope } from './umbrella-scope.ts'

const options = {
  umbrella: { type: 'string' },
  map: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const

// Terminals speak English.
const { t } = createI18n('en', 'UTC')

function readMap(text: string | undefined): Record<string, string> | undefined {
  if (text === undefined) return undefined
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text))
  } catch {
    throw new OperatorProblem(
      '--map is a JSON object from heading to column, like: {"Повна назва": "name:uk", "=UA": "country"}',
    )
  }
}

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file, ...more] = positionals
  if (!file || more.length > 0 || !values.umbrella)
    throw new OperatorProblem('Give one file and its umbrella, like: import members list.csv --umbrella komm')
  return { file, slug: values.umbrella, mapping: readMap(values.map), dryRun: values['dry-run'] }
}

async function open(path: string, mapping: Record<string, string> | undefined): Promise<OpenedFile> {
  const bytes = await readFile(path).catch(() => {
    throw new OperatorProblem(`The file ${path} cannot be read.`)
  })
  const opened = openFile(bytes, { mapping })
  if (opened.ok) return opened.file
  const { reason, row } = opened.problem
  throw new OperatorProblem(t(tableProblems[reason], { row, most: mostRows }))
}

const summaryOf = ({ summary, problems }: ImportOutcome) => ({
  ...summary,
  rejected: problems.map(({ row, column, message, values }) => ({
    row,
    column,
    problem: t(message, values),
  })),
})

/** `parasol import members`: all of a list or nothing; prints one JSON summary, exit code 1 when anything was rejected. */
export const importMembersCommand: Command = {
  name: 'import members',
  summary: 'take a list of members over from CSV, all of it or nothing',
  usage: '<file> --umbrella <slug> [--map <json>] [--dry-run]',
  async run({ platform, print }, args) {
    const { file, slug, mapping, dryRun } = readArguments(args)
    const list = await open(file, mapping)
    const opened = await platform()
    const scope = await coordinatorScope(opened, slug)
    const outcome = await inScope(opened.database.request, scope, 'write', tx => {
      const options = { id: newId(), umbrella: scope.umbrella, by: 'command', dryRun } as const
      return importMembers(tx, readList(list, scope.country), options)
    })
    print(JSON.stringify(summaryOf(outcome)))
    return outcome.problems.length > 0 ? 1 : 0
  },
}
