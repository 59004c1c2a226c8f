import type { OpenedFile } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { addPart, addParts, type OpenRecord, retainUntil } from '#platform/vault/index.ts'
import type { IncidentMap } from '../import/incident-map.ts'
import { knownCodes } from '../import/known-codes.ts'
import { type ReadIncident, type ReadProblem, type ReadRow, readRows } from '../import/read-incidents.ts'
import { gazetteer } from '../import/read-place.ts'
import { sealedRow } from '../import/sealed-row.ts'
import { repeated, type Shadow, shadowOf } from '../import/shadow.ts'
import { type ReadSummary, Tally } from '../import/tally.ts'
import { ownCodes } from '../queries/terms.ts'
import type { ImportCounts } from '../schema/imports.ts'

/** A chronicle with its mapping; `fingerprint` recognises the file. */
export type Chronicle = {
  file: Pick<OpenedFile, 'header' | 'table'>
  map: IncidentMap
  fingerprint: Buffer
  by: 'page' | 'command'
}

export type Recorded = { id: string; summary: ReadSummary; problems: ReadProblem[] }

/** Told how many rows of the file are sealed, while the work goes on. */
export type Progress = (rows: number) => void | Promise<void>

// So many texts are in memory at a time, beside the file itself.
const rowsAtATime = 500

async function* inChunks(read: AsyncIterable<ReadRow>): AsyncGenerator<ReadRow[]> {
  let chunk: ReadRow[] = []
  for await (const row of read) {
    chunk.push(row)
    if (chunk.length < rowsAtATime) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** What is going to stand in the open, as JSON: half as large as objects, and the database wants it so. */
class Shadows {
  readonly #lines: string[] = []
  readonly #originals = new Map<number, number>()
  readonly #origins = new Map<string, string>()
  readonly #map: IncidentMap

  constructor(map: IncidentMap) {
    this.#map = map
  }

  add(incident: ReadIncident, part: string): void {
    const { source } = incident.sealed
    const kind = source === undefined ? 'relayed' : (this.#map.source?.kind ?? 'relayed')
    // Of a row that names nobody, the chronicle itself is the source.
    const said = source?.trim() ?? ''
    const origin = this.#origins.get(said) ?? newId()
    this.#origins.set(said, origin)
    this.#originals.set(incident.row, this.#lines.length)
    this.#lines.push(JSON.stringify(shadowOf(incident, { part, origin, kind })))
  }

  repeat(of: number): void {
    const original = JSON.parse(this.#lines[this.#originals.get(of)!]!) as Shadow
    this.#lines.push(JSON.stringify(repeated(original)))
  }

  json(): string {
    return `[${this.#lines.join(',')}]`
  }
}

async function sealChunk(tx: Tx, open: OpenRecord, chunk: readonly ReadRow[], shadows: Shadows) {
  const incidents = chunk.flatMap(read => (read.kind === 'incident' ? [read.incident] : []))
  const parts = await addParts(tx, open, 'incident', incidents.map(sealedRow))
  for (const [index, incident] of incidents.entries()) shadows.add(incident, parts[index]!)
  for (const read of chunk) if (read.kind === 'repeated') shadows.repeat(read.of)
}

const open = `json_to_recordset($1::json) as r (id uuid, code text, source uuid, part uuid, origin uuid, kind text, region text,
  month date, month_until date, precision text, layer text, bias text, biases text[], types text[], targets text[],
  target_groups text[], perpetrators text[], location text, severity text, bias_indicators text[], duplicate_of uuid)`

const insertIncidents = `insert into monitoring.incidents (id, code, region, month, month_until, precision, layer, bias, biases,
    types, targets, target_groups, perpetrators, location, severity, bias_indicators, verification, duplicate_of, record_id,
    part_id, import_id)
  select id, code, region, month, month_until, precision, layer, bias, biases, types, targets, target_groups, perpetrators,
    location, severity, bias_indicators, case when duplicate_of is null then 'V0' else 'VD' end, duplicate_of, $2, part, $3
  from ${open}`

const insertSources = `insert into monitoring.sources (id, incident_id, kind, link, origin_id, record_id)
  select source, id, kind, case when kind in ('media', 'relayed') then '030000000000' end, origin, $2 from ${open}`

// All that count in one statement: what is the same for all of them is checked once, and nobody who writes meanwhile comes
// to wait for us while we wait for them. How keys are checked was planned while the tables were small, and would read all
// of them for each row (docs/decisions/0014): those plans are thrown away in between.
async function writeShadows(tx: Tx, json: string, importId: string, recordId: string): Promise<void> {
  const values = [json, recordId, importId]
  await rows(tx, 'monitoring.import-originals', `${insertIncidents} where duplicate_of is null`, values)
  await tx.$client.query('discard plans')
  await rows(tx, 'monitoring.import-repeated', `${insertIncidents} where duplicate_of is not null`, values)
  await rows(tx, 'monitoring.import-sources', insertSources, [json, recordId])
}

const countsOf = ({ unmapped: _, ...summary }: ReadSummary): ImportCounts => ({
  ...summary,
  recorded: summary.rows - summary.duplicates - summary.refused,
})

async function begin(tx: Tx, id: string, recordId: string, fingerprint: Buffer): Promise<void> {
  await rows(
    tx,
    'monitoring.begin-import',
    `insert into monitoring.imports (id, record_id, fingerprint, recorded_by) values ($1, $2, $3, platform.current_account())`,
    [id, recordId, fingerprint],
  )
}

async function finish(tx: Tx, id: string, summary: ReadSummary, by: Chronicle['by']): Promise<void> {
  await rows(
    tx,
    'monitoring.finish-import',
    `update monitoring.imports set summary = $2 where umbrella_id = platform.current_umbrella() and id = $1`,
    [id, JSON.stringify(countsOf(summary))],
  )
  // Not how many: what happens to people is not counted in the open but by a release.
  await record(tx, {
    action: 'monitoring.chronicle_imported',
    subject: { type: 'import', id },
    visibility: 'members',
    detail: { by },
  })
}

/**
 * Records a chronicle in the vault record that holds its file: every text sealed as a part of its own, its region, month and
 * codes in the open, an exact repetition as a duplicate of the row it repeats. All of it or nothing. Refuses a file that was
 * imported before. For monitors; public keys are enough.
 */
export const recordChronicle = (
  tx: Tx,
  vault: OpenRecord,
  { file, map, fingerprint, by }: Chronicle,
  progress: Progress = () => {},
): Promise<Outcome<Recorded>> =>
  refusingWhenViolated(tx, { one_import_of_a_file: 'monitoring.import.known' }, async () => {
    const id = newId()
    await begin(tx, id, vault.record, fingerprint)
    const [tally, shadows] = [new Tally(), new Shadows(map)]
    const ground = { known: knownCodes(await ownCodes(tx)), gazetteer, tally }
    let done = 0
    for await (const chunk of inChunks(readRows(file, map, ground))) {
      await sealChunk(tx, vault, chunk, shadows)
      done += chunk.length
      await progress(done)
    }
    await writeShadows(tx, shadows.json(), id, vault.record)
    await addPart(tx, vault, 'map', JSON.stringify(map))
    await retainUntil(tx, vault.record, null)
    const summary = tally.summary()
    await finish(tx, id, summary, by)
    return { ok: true, id, summary, problems: tally.problems }
  })
