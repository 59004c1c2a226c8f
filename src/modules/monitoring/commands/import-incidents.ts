import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  coordinatorScope,
  mostRows,
  type OpenedFile,
  openFile,
  tableProblems,
} from '#modules/network/index.ts'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { createI18n, type MessageKey } from '#platform/i18n/index.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'
import { type IncidentMap, incidentMap } from '../import/incident-map.ts'
import { knownCodes, type OwnCode } from '../import/known-codes.ts'
import { type Reading, type ReadProblem, readIncidents } from '../import/read-incidents.ts'
import { gazetteer } from '../import/read-place.ts'
import { suggestMap } from '../import/suggest-map.ts'
import { ownCodes } from '../queries/terms.ts'

const options = {
  umbrella: { type: 'string' },
  map: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'suggest-map': { type: 'boolean', default: false },
} as const

// Terminals speak English.
const { t } = createI18n('en', 'UTC')

const sentences: Record<ReadProblem['problem'], MessageKey> = {
  date_unread: 'monitoring.import.dateUnread',
  town_ambiguous: 'monitoring.import.townAmbiguous',
  value_unmapped: 'monitoring.import.valueUnmapped',
  code_unknown: 'monitoring.import.codeUnknown',
  column_missing: 'monitoring.import.columnMissing',
}

async function readText(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new OperatorProblem(`The file ${path} cannot be read.`)
  })
}

async function open(path: string, map?: IncidentMap): Promise<OpenedFile> {
  const opened = openFile(await readText(path), { encoding: map?.encoding, delimiter: map?.delimiter })
  if (opened.ok) return opened.file
  const { reason, row } = opened.problem
  throw new OperatorProblem(t(tableProblems[reason], { row, most: mostRows }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readMap(path: string): Promise<IncidentMap> {
  const read = incidentMap.safeParse(parsed((await readText(path)).toString('utf8')))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new OperatorProblem(
    `${path} is not a mapping as docs/import-incidents.md describes it: ${issue!.path.join('.') || 'the file'}: ${issue!.message}`,
  )
}

const summaryOf = ({ incidents, problems, summary }: Reading) => {
  const told = problems.map(({ row, column, problem, value = '' }) => ({
    row,
    column,
    problem: t(sentences[problem], { value, column }),
  }))
  const unusable = problems.some(({ problem }) => problem === 'column_missing')
  return {
    ...summary,
    imported: unusable ? 0 : incidents.length,
    updated: 0,
    rejected: unusable ? told.filter((_, index) => problems[index]!.problem === 'column_missing') : [],
    remarks: unusable ? [] : told,
  }
}

async function wordsOf(platform: Platform, slug: string): Promise<OwnCode[]> {
  const scope = await coordinatorScope(platform, slug)
  return inScope(platform.database.request, scope, 'read', ownCodes)
}

/** `parasol import incidents`: reads a chronicle of somebody else and tells what would be recorded; proposes a mapping. */
export const importIncidentsCommand: Command = {
  name: 'import incidents',
  summary: 'read a chronicle of incidents from CSV, or propose how to read it',
  usage: '<file> --suggest-map | <file> --umbrella <slug> --map <json file> --dry-run',
  async run({ platform, print }, args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...more] = positionals
    if (!file || more.length > 0)
      throw new OperatorProblem('Give one file, like: import incidents list.csv --suggest-map')
    if (values['suggest-map']) {
      print(JSON.stringify(suggestMap(await open(file)), null, 2))
      return 0
    }
    if (!values.umbrella || !values.map)
      throw new OperatorProblem('Give --umbrella and --map, or --suggest-map.')
    if (!values['dry-run'])
      throw new OperatorProblem(
        'Incidents are recorded with sealed texts, which needs the vault: add --dry-run for now.',
      )
    const map = await readMap(values.map)
    const list = await open(file, map)
    const known = knownCodes(await wordsOf(await platform(), values.umbrella))
    const summary = summaryOf(await readIncidents(list, map, known, gazetteer))
    print(JSON.stringify(summary))
    return summary.rejected.length > 0 ? 1 : 0
  },
}
