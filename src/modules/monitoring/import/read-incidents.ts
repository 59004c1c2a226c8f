import { createHash } from 'node:crypto'
import type { OpenedFile } from '#modules/network/index.ts'
import { keptWith } from '#platform/kept.ts'
import type { Layer } from '../schema/incidents.ts'
import { type CodedField, codedFields, type IncidentMap } from './incident-map.ts'
import { codesReader } from './read-codes.ts'
import { readDate, type WrittenDate } from './read-date.ts'
import { type Gazetteer, type Place, readPlace } from './read-place.ts'
import { type ReadSummary, Tally } from './tally.ts'
import { isTotal } from './total-line.ts'

/** Codes that may be chosen, by vocabulary; `layerOf` tells which layer a type belongs to. */
export type KnownCodes = {
  has: (list: string, code: string) => boolean
  layerOf: (type: string) => Layer | undefined
}

/** One row as it will be recorded: the codes, month and region in the open, everything else sealed. */
export type ReadIncident = {
  row: number
  date?: WrittenDate
  region?: string
  codes: Partial<Record<CodedField, string[]>>
  sealed: SealedCells
}

/** What is sealed of a row. `others`: by heading, what the mapping takes for something else or does not name. */
export type SealedCells = {
  town?: string
  latitude?: string
  longitude?: string
  text: string
  source?: string
  others: Record<string, string>
}

/** Something that the person should look at. `value`: what stands in the file, where it is a word of a list. */
export type ReadProblem = {
  row: number
  column: string
  problem:
    | 'date_unread'
    | 'town_ambiguous'
    | 'value_unmapped'
    | 'code_unknown'
    | 'column_missing'
    | 'row_empty'
    | 'row_total'
  value?: string
}

/** What became of a row: an incident, one that the file says twice, or nothing, because it says nothing. */
export type ReadRow =
  | { kind: 'incident'; incident: ReadIncident }
  | { kind: 'repeated'; row: number; of: number }
  | { kind: 'empty'; row: number }
  | { kind: 'total'; row: number }

export type Reading = { incidents: ReadIncident[]; problems: ReadProblem[]; summary: ReadSummary }

type Cells = (column: string | undefined) => string

const columnsOf = (map: IncidentMap): string[] => [
  ...[map.date, map.region, map.town, map.latitude, map.longitude, map.source].flatMap(
    from => from?.column ?? [],
  ),
  ...(map.date?.until === undefined ? [] : [map.date.until]),
  ...(map.text?.columns ?? []),
  ...Object.values(map.codes).flatMap(({ column }) => (column === undefined ? [] : [column])),
]

function textOf(map: IncidentMap, cell: Cells): string {
  return (map.text?.columns ?? []).map(cell).filter(Boolean).join('\n\n')
}

/** The gravest layer among the types: where a crime happened, the words beside it do not make it speech. */
function layerOf(types: readonly string[], known: KnownCodes): string[] {
  const layers = new Set(types.map(known.layerOf))
  return (['C', 'D', 'S'] as const).filter(layer => layers.has(layer)).slice(0, 1)
}

// The same for every row: what a mapping says of a column is prepared once.
const readerOf = keptWith(codesReader)

function readRow(row: number, cell: Cells, map: IncidentMap, known: KnownCodes, problems: ReadProblem[]) {
  const written = cell(map.date?.column)
  const date = map.date && readDate(written, cell(map.date.until), map.date.monthFirst)
  if (map.date && written && !date)
    problems.push({ row, column: map.date.column, problem: 'date_unread', value: written })
  const text = textOf(map, cell)
  const codes: ReadIncident['codes'] = {}
  for (const [field, column] of Object.entries(map.codes) as [
    CodedField,
    NonNullable<IncidentMap['codes'][CodedField]>,
  ][]) {
    const read = readerOf(column)(cell(column.column), text)
    const good = read.codes.filter(code => known.has(codedFields[field], code))
    if (good.length > 0) codes[field] = good
    const at = { row, column: column.column ?? field }
    for (const value of read.unmapped) problems.push({ ...at, problem: 'value_unmapped', value })
    for (const value of read.codes)
      if (!good.includes(value)) problems.push({ ...at, problem: 'code_unknown', value })
  }
  const layer = codes.layer ?? layerOf(codes.types ?? [], known)
  return { date, text, codes: layer.length > 0 ? { ...codes, layer } : codes }
}

function sealedOf(map: IncidentMap, header: readonly string[], cell: Cells, text: string): SealedCells {
  const kept = { town: map.town, latitude: map.latitude, longitude: map.longitude, source: map.source }
  const named = Object.entries(kept).flatMap(([name, from]) => {
    const value = cell(from?.column)
    return value === '' ? [] : [[name, value] as const]
  })
  const told = new Set([...Object.values(kept).map(from => from?.column), ...(map.text?.columns ?? [])])
  const others = header.filter(column => !told.has(column) && cell(column) !== '')
  return {
    ...Object.fromEntries(named),
    text,
    others: Object.fromEntries(others.map(column => [column, cell(column)])),
  }
}

/** Columns that the mapping names and the file does not have: then nothing of it is read. */
export const missingColumns = ({ header }: Pick<OpenedFile, 'header'>, map: IncidentMap): ReadProblem[] =>
  columnsOf(map)
    .filter(column => !header.includes(column))
    .map(column => ({ row: 1, column, problem: 'column_missing' }))

type Written = { row: number; header: readonly string[]; cell: Cells }

async function readIncident({ row, header, cell }: Written, map: IncidentMap, ground: Ground) {
  const { known, gazetteer, tally } = ground
  const { date, text, codes } = readRow(row, cell, map, known, tally.problems)
  const place: Place = await readPlace(cell(map.region?.column), cell(map.town?.column), map, gazetteer)
  const at = { row, column: map.region?.column ?? map.town?.column ?? '' }
  if (place.ambiguous) tally.problems.push({ row, column: map.town!.column, problem: 'town_ambiguous' })
  if (place.unmapped) tally.problems.push({ ...at, problem: 'value_unmapped', value: place.unmapped })
  return { row, date, region: place.region, codes, sealed: sealedOf(map, header, cell, text) }
}

// What is kept of a row to recognise it: of long texts not the text.
const likeness = (cells: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(cells)).digest('base64')

/** What reading needs to know, and what it counts while it reads. */
export type Ground = { known: KnownCodes; gazetteer: Gazetteer; tally: Tally }

/**
 * Reads a chronicle as the mapping says, row after row, without writing anything. A row that says too little is kept with
 * what it says, for somebody to complete; what repeats another row, or is empty where the mapping looks, is told.
 */
export async function* readRows(
  { header, table }: Pick<OpenedFile, 'header' | 'table'>,
  map: IncidentMap,
  ground: Ground,
): AsyncGenerator<ReadRow> {
  const places = new Map(header.map((column, index) => [column, index]))
  const read = columnsOf(map)
  const seen = new Map<string, number>()
  for (const { row, cells } of table.rows) {
    const cell: Cells = column => (column === undefined ? '' : (cells[places.get(column) ?? -1] ?? '').trim())
    const key = likeness(cells.map(content => content.trim()))
    const of = seen.get(key)
    if (isTotal(cells)) {
      ground.tally.refuse(row, 'row_total')
      yield { kind: 'total', row }
    } else if (read.every(column => cell(column) === '')) {
      ground.tally.refuse(row, 'row_empty')
      yield { kind: 'empty', row }
    } else if (of !== undefined) {
      ground.tally.repeat()
      yield { kind: 'repeated', row, of }
    } else {
      seen.set(key, row)
      const incident = await readIncident({ row, header, cell }, map, ground)
      ground.tally.count(incident)
      yield { kind: 'incident', incident }
    }
  }
}

/** Reads a whole chronicle, to tell what importing it would do. */
export async function readIncidents(
  file: Pick<OpenedFile, 'header' | 'table'>,
  map: IncidentMap,
  known: KnownCodes,
  gazetteer: Gazetteer,
): Promise<Reading> {
  const tally = new Tally(missingColumns(file, map))
  const incidents: ReadIncident[] = []
  for await (const read of readRows(file, map, { known, gazetteer, tally }))
    if (read.kind === 'incident') incidents.push(read.incident)
  return { incidents, problems: tally.problems, summary: tally.summary() }
}
