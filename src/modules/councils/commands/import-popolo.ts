import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { coordinatorScope } from '#modules/network/index.ts'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { importPopolo, type PopoloOutcome } from '../actions/import-popolo.ts'
import { popoloClasses } from '../popolo/classes.ts'
import { type FileProblem, type PopoloFile, readPopolo } from '../popolo/read-file.ts'

const options = {
  umbrella: { type: 'string' },
  class: { type: 'string' },
  source: { type: 'string' },
  members: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const

const fileProblems: Record<FileProblem, string> = {
  notUtf8: 'is not UTF-8',
  notJson: 'is not JSON',
  notPopolo: 'is neither an object with a list for each class nor a list of one class',
  whichClass: `is a list whose class nothing tells; name it with --class (${popoloClasses.join(', ')})`,
  empty: 'holds no object of a class of Popolo',
}

const problemWords = {
  notAnObject: 'is not an object',
  badId: 'is neither text nor a number',
  longId: 'is longer than 400 characters',
  badText: 'holds characters that no database keeps (NUL, half of a surrogate pair)',
  missingReference: 'names an object that is nowhere',
  namesItself: 'names the object itself',
  writtenInside: 'is written inside another object and has no place there',
  notADay: 'is not a day, a month or a year',
  unknownOption: 'is not an option of Popolo',
  notText: 'is not what this field holds',
} as const

async function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [path, ...more] = positionals
  if (!path || more.length > 0 || !values.umbrella)
    throw new OperatorProblem(
      'Give one file and its umbrella, like: import popolo council.json --umbrella komm',
    )
  const given = popoloClasses.find(name => name === values.class) ?? null
  if (values.class !== undefined && given === null)
    throw new OperatorProblem(`--class is one of ${popoloClasses.join(', ')}`)
  const bytes = await readFile(path).catch(() => {
    throw new OperatorProblem(`The file ${path} cannot be read.`)
  })
  const read = readPopolo(bytes, basename(path), given)
  if (!read.ok) throw new OperatorProblem(`The file ${path} ${fileProblems[read.problem]}.`)
  return { path, file: read.file, slug: values.umbrella, values }
}

const said = ({
  class: name,
  row,
  id,
  field,
  problem,
  ...more
}: PopoloOutcome['rejected'][number] & { value?: string }) => ({
  row,
  column: field,
  problem: `${name} ${row}${id === null ? '' : ` (${id})`}: ${field || 'it'} ${problemWords[problem]}`,
  class: name,
  id,
  ...more,
})

function summaryOf(file: PopoloFile, { source, classes, rejected, unplaced, unknown }: PopoloOutcome) {
  const counts = Object.values(classes)
  const sum = (of: 'objects' | 'imported' | 'updated' | 'unchanged' | 'duplicates') =>
    counts.reduce((total, one) => total + one[of], 0)
  const objects = [...file.classes.values()].reduce((total, list) => total + list.length, 0)
  return {
    rows: rejected.length > 0 ? objects : sum('objects'),
    imported: sum('imported'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    duplicates: sum('duplicates'),
    // `kept`: the object is here and the field is given out again as it came, but nothing can be done with it.
    rejected: [
      ...rejected.map(one => ({ ...said(one as never), kept: false })),
      ...unplaced.map(one => ({ ...said(one as never), kept: true })),
      ...unknown.map(name => ({
        row: null,
        column: name,
        problem: `${name} is no class that has a place here`,
        class: name,
        id: null,
        kept: true,
      })),
    ],
    source,
    classes,
  }
}

class DryRun extends Error {
  readonly outcome: PopoloOutcome
  constructor(outcome: PopoloOutcome) {
    super('only tried out')
    this.outcome = outcome
  }
}

/** `parasol import popolo`: all of a file or nothing; prints one JSON summary, exit code 1 when nothing could be written. */
export const importPopoloCommand: Command = {
  name: 'import popolo',
  summary: 'take councils, seats and votes over from Popolo JSON, all of it or nothing',
  usage: '<file> --umbrella <slug> [--class <name>] [--source <name>] [--members] [--dry-run]',
  async run({ platform, print }, args) {
    const { path, file, slug, values } = await readArguments(args)
    const opened = await platform()
    const scope = await coordinatorScope(opened, slug)
    const given = { fileName: basename(path), source: values.source ?? null, public: !values.members }
    const outcome = await inScope(opened.database.request, scope, 'write', async tx => {
      const done = await importPopolo(tx, file, given)
      if (values['dry-run']) throw new DryRun(done)
      return done
    }).catch(problem => {
      if (problem instanceof DryRun) return problem.outcome
      throw problem
    })
    print(JSON.stringify(summaryOf(file, outcome)))
    return outcome.rejected.length > 0 ? 1 : 0
  },
}
