import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
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
import { createI18n } from '#platform/i18n/index.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'
import { importChronicle } from '../actions/import-chronicle.ts'
import { fingerprint } from '../import/fingerprint.ts'
import { type IncidentMap, incidentMap } from '../import/incident-map.ts'
import { knownCodes } from '../import/known-codes.ts'
import { problemWords } from '../import/problem-words.ts'
import { missingColumns, type ReadProblem, readIncidents } from '../import/read-incidents.ts'
import { gazetteer } from '../import/read-place.ts'
import { suggestMap } from '../import/suggest-map.ts'
import { type ReadSummary, Tally } from '../import/tally.ts'
import { ownCodes } from '../queries/terms.ts'
import { monitorScope } from './monitor-scope.ts'

const options = {
  umbrella: { type: 'string' },
  map: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'suggest-map': { type: 'boolean', default: false },
} as const

// Terminals speak English.
const { t } = createI18n('en', 'UTC')

async function readBytes(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new OperatorProblem(`The file ${path} cannot be read.`)
  })
}

function open(bytes: Buffer, map?: IncidentMap): OpenedFile {
  const opened = openFile(bytes, { encoding: map?.encoding, delimiter: map?.delimiter })
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
  const read = incidentMap.safeParse(parsed((await readBytes(path)).toString('utf8')))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new OperatorProblem(
    `${path} is not a mapping as docs/import-incidents.md describes it: ${issue!.path.join('.') || 'the file'}: ${issue!.message}`,
  )
}

const isRefusal = ({ problem }: ReadProblem) => ['column_missing', 'row_empty', 'row_total'].includes(problem)

const tell = ({ row, column, problem, value = '' }: ReadProblem) => ({
  row,
  column,
  problem: t(problemWords[problem], { value, column }),
})

const summaryOf = ({ refused, ...summary }: ReadSummary, problems: readonly ReadProblem[]) => ({
  ...summary,
  imported: summary.rows - summary.duplicates - refused,
  updated: 0,
  rejected: problems.filter(isRefusal).map(tell),
  remarks: problems.filter(problem => !isRefusal(problem)).map(tell),
})

type Work = { file: string; bytes: Buffer; list: OpenedFile; map: IncidentMap; umbrella: string }

/** A mapping that names columns of another file: every row is refused. */
function unusable({ list, map }: Work) {
  const missing = missingColumns(list, map)
  if (missing.length === 0) return null
  const none = { ...new Tally().summary(), rows: list.table.rows.length }
  return { ...summaryOf(none, missing), imported: 0 }
}

async function tryOut(platform: Platform, { list, map, umbrella }: Work) {
  const scope = await coordinatorScope(platform, umbrella)
  const own = await inScope(platform.database.request, scope, 'read', ownCodes)
  const { summary, problems } = await readIncidents(list, map, knownCodes(own), gazetteer)
  return summaryOf(summary, problems)
}

async function recordAll(platform: Platform, { file, bytes, list, map, umbrella }: Work) {
  const scope = await monitorScope(platform, umbrella)
  const chronicle = { file: list, map, fingerprint: fingerprint(platform, list), by: 'command' } as const
  const outcome = await inScope(platform.database.request, scope, 'write', tx =>
    importChronicle(tx, { name: basename(file), bytes }, chronicle),
  )
  if (outcome.ok) return summaryOf(outcome.summary, outcome.problems)
  if (outcome.reason === 'platform.vault.noTeamKey')
    throw new OperatorProblem(
      `The monitors of ${umbrella} have no key yet: one of them signs in, opens “Vault” and chooses a passphrase.`,
    )
  if (outcome.reason !== 'monitoring.import.known')
    throw new OperatorProblem(t(outcome.reason, outcome.values))
  const duplicates = list.table.rows.length
  const remarks = [{ row: 1, column: '', problem: t(outcome.reason) }]
  return { ...summaryOf({ ...new Tally().summary(), rows: duplicates, duplicates }, []), remarks }
}

/** `parasol import incidents`: takes over a chronicle of somebody else, tells what that would do, or proposes a mapping. */
export const importIncidentsCommand: Command = {
  name: 'import incidents',
  summary: 'take a chronicle of incidents over from CSV, or propose how to read it',
  usage: '<file> --suggest-map | <file> --umbrella <slug> --map <json file> [--dry-run]',
  async run({ platform, print }, args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...more] = positionals
    if (!file || more.length > 0)
      throw new OperatorProblem('Give one file, like: import incidents list.csv --suggest-map')
    if (values['suggest-map']) {
      print(JSON.stringify(suggestMap(open(await readBytes(file))), null, 2))
      return 0
    }
    const { umbrella, map: mapFile } = values
    if (!umbrella || !mapFile) throw new OperatorProblem('Give --umbrella and --map, or --suggest-map.')
    const [map, bytes] = [await readMap(mapFile), await readBytes(file)]
    const work = { file, bytes, list: open(bytes, map), map, umbrella }
    const opened = await platform()
    const summary = unusable(work) ?? (await (values['dry-run'] ? tryOut : recordAll)(opened, work))
    print(JSON.stringify(summary))
    return summary.rejected.length > 0 ? 1 : 0
  },
}
