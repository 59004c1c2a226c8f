import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { coordinatorScope, mostRows, openFile, tableProblems } from '#modules/network/index.ts'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { createI18n } from '#platform/i18n/index.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { importBodies } from '../actions/import-bodies.ts'
import { readBodies } from '../import/read-bodies.ts'

// Terminals speak English.
const { t } = createI18n('en', 'UTC')

async function open(path: string) {
  const bytes = await readFile(path).catch(() => {
    throw new OperatorProblem(`The file ${path} cannot be read.`)
  })
  const opened = openFile(bytes, {})
  if (opened.ok) return opened.file
  const { reason, row } = opened.problem
  throw new OperatorProblem(t(tableProblems[reason], { row, most: mostRows }))
}

/** `parasol import bodies`: all of a list of public bodies or nothing; prints one JSON summary, exit code 1 when anything was rejected. */
export const importBodiesCommand: Command = {
  name: 'import bodies',
  summary: 'take a list of public bodies over from CSV, all of it or nothing',
  usage: '<file> --umbrella <slug> [--dry-run]',
  async run({ platform, print }, args) {
    const options = { umbrella: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...more] = positionals
    if (!file || more.length > 0 || !values.umbrella)
      throw new OperatorProblem(
        'Give one file and its umbrella, like: import bodies list.csv --umbrella komm',
      )
    const list = readBodies(await open(file))
    const opened = await platform()
    const scope = await coordinatorScope(opened, values.umbrella)
    const { problems, ...summary } = await inScope(opened.database.request, scope, 'write', tx =>
      importBodies(tx, list, values['dry-run']),
    )
    const rejected = problems.map(({ row, column, message, values }) => ({
      ...{ row, column, problem: t(message, values) },
    }))
    print(JSON.stringify({ ...summary, rejected }))
    return rejected.length > 0 ? 1 : 0
  },
}
