import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { importChronicle } from '#modules/monitoring/actions/import-chronicle.ts'
import { type IncidentMap, incidentMap } from '#modules/monitoring/import/incident-map.ts'
import { openFile } from '#modules/network/import/read-list.ts'
import { inScope, type Scope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { projectRoot } from '#platform/project-root.ts'
import { createKeys } from '#platform/vault/index.ts'
import { chronicleMap, inventChronicle } from './chronicle.ts'
import type { Measured } from './figure.ts'
import { bareImport } from './monitoring-limit.ts'
import type { Program } from './program.ts'
import { intake } from './report-intake.ts'

export type MonitoringBench = Program & { scope: Scope }

// The cheapest that the database takes: the passphrase is not what is measured.
const cost = { memory: 19_456, passes: 2, lanes: 1 }

/** A new umbrella with nothing but a monitor who has a key. */
export async function prepareMonitoring(program: Program): Promise<MonitoringBench> {
  const { owner, request } = program.database
  const scope = { umbrella: newId(), account: newId() }
  await owner.query(
    `insert into platform.umbrellas (id, slug, name, zone, country, demonstration, settled_at)
     values ($1::uuid, 'bench-' || $1::uuid, '{"en": "Bench"}', 'Europe/Kyiv', 'UA', true, now())`,
    [scope.umbrella],
  )
  await owner.query("insert into people.people (id, name, locale) values ($1, 'Bench', 'en')", [
    scope.account,
  ])
  await owner.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
    ...[scope.umbrella, scope.account],
  ])
  await owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'monitor')",
    [...[scope.umbrella, newId(), scope.account]],
  )
  await owner.query(
    `insert into monitoring.own_terms (umbrella_id, list, code, layer, label, definition)
     values ($1, 'types', 'OWN-RALLY', 'S', '{"en": "rally"}', '{"en": "a hostile march"}')`,
    [scope.umbrella],
  )
  await inScope(request, scope, 'write', tx => createKeys(tx, 'a passphrase of the bench', cost))
  return { ...program, scope }
}

type Taken = { rowsPerSecond: number; megabytesMore: number; rows: number }

/** From the bytes of a file to the commit; and by how much the process grew beside the file. */
async function take(
  { database, scope }: MonitoringBench,
  bytes: Uint8Array,
  map: IncidentMap,
): Promise<Taken> {
  const before = process.memoryUsage().rss
  let most = before
  const begun = performance.now()
  const opened = openFile(bytes, {})
  if (!opened.ok) throw new Error(opened.problem.reason)
  const chronicle = { file: opened.file, map, fingerprint: randomBytes(32), by: 'command' } as const
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss)
  }
  const done = await inScope(database.request, scope, 'write', tx =>
    importChronicle(tx, { name: 'bench.csv', bytes }, chronicle, look),
  )
  if (!done.ok) throw new Error(done.reason)
  look()
  const { rows } = done.summary
  const rowsPerSecond = rows / ((performance.now() - begun) / 1000)
  return { rowsPerSecond, rows, megabytesMore: (most - before) / 1e6 }
}

async function takeArvig(bench: MonitoringBench): Promise<Record<string, number | string>> {
  const file = `${projectRoot}/../shared/data/arvig/arvig.csv`
  if (!existsSync(file)) return { arvig: `not measured: ${file} is not here` }
  const map = JSON.parse(readFileSync(`${projectRoot}/docs/import-incidents-arvig.json`, 'utf8'))
  const { rows, rowsPerSecond } = await take(bench, readFileSync(file), incidentMap.parse(map))
  return { arvigRows: rows, arvigRowsPerSecond: rowsPerSecond }
}

/** Chronicles of two sizes; the smaller is measured, the larger tells how memory grows with rows. */
async function importing(bench: MonitoringBench): Promise<Measured> {
  const map = incidentMap.parse(chronicleMap)
  const [warm, small, large] = [500, 7000, 20_000].map(inventChronicle) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  await take(bench, warm, map)
  const limit = await bareImport(bench.database.owner, small)
  const measured = await take(bench, small, map)
  const grown = await take(bench, large, map)
  return {
    name: 'monitoring.import',
    value: measured.rowsPerSecond,
    unit: 'rows/s',
    limit,
    target: '>= 1000',
    ok: measured.rowsPerSecond >= 1000,
    details: {
      ...{ rows: measured.rows, fileMegabytes: small.length / 1e6, megabytesMore: measured.megabytesMore },
      ...{
        largeRows: grown.rows,
        largeFileMegabytes: large.length / 1e6,
        largeMegabytesMore: grown.megabytesMore,
      },
      ...{ largeRowsPerSecond: grown.rowsPerSecond },
      ...(await takeArvig(bench)),
    },
  }
}

/** What is measured of monitoring. */
export const monitoringMeasures: Record<string, (bench: MonitoringBench) => Promise<Measured>> = {
  'monitoring.import': importing,
  'monitoring.intake': intake,
}
