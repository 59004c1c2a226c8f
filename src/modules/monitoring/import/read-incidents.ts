import type { OpenedFile } from '#modules/network/index.ts'
import type { DatePrecision, Layer } from '../schema/incidents.ts'
import { type CodedField, codedFields, type IncidentMap } from './incident-map.ts'
import { readCodes } from './read-codes.ts'
import { readDate, type WrittenDate } from './read-date.ts'
import { type Gazetteer, type Place, readPlace } from './read-place.ts'

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
  sealed: { town?: string; latitude?: string; longitude?: string; text: string; source?: string }
}

/** Something that the person should look at. `value`: what stands in the file, where it is a word of a list. */
export type ReadProblem = {
  row: number
  column: string
  problem: 'date_unread' | 'town_ambiguous' | 'value_unmapped' | 'code_unknown' | 'column_missing'
  value?: string
}

export type ReadSummary = {
  rows: number
  /** Rows that repeat another row of the file in every cell; they are left out. */
  duplicates: number
  /** Rows whose region is not known; they are kept. */
  unplaced: number
  /** Rows of which it is not known what happened; they are kept. */
  uncoded: number
  precision: Record<DatePrecision | 'none', number>
  /** Words of the file that the mapping does not explain, with how often they stand there. */
  unmapped: { column: string; value: string; rows: number }[]
}

export type Reading = { incidents: ReadIncident[]; problems: ReadProblem[]; summary: ReadSummary }

type Cells = (column: string | undefined) => string

const columnsOf = (map: IncidentMap): string[] => [
  ...[map.date?.column, map.date?.until, map.region?.column, map.town?.column, map.source?.column].filter(
    column => column !== undefined,
  ),
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
    const read = readCodes(cell(column.column), text, column)
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

function sealedOf(map: IncidentMap, cell: Cells, text: string): ReadIncident['sealed'] {
  const kept = { town: map.town, latitude: map.latitude, longitude: map.longitude, source: map.source }
  const cells = Object.entries(kept).flatMap(([name, from]) => {
    const value = cell(from?.column)
    return value === '' ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(cells), text }
}

function summarise(
  rows: number,
  duplicates: number,
  incidents: ReadIncident[],
  problems: ReadProblem[],
): ReadSummary {
  const precision: ReadSummary['precision'] = { exact: 0, range: 0, month: 0, half_year: 0, none: 0 }
  for (const { date } of incidents) precision[date?.precision ?? 'none'] += 1
  const unmapped = Map.groupBy(
    problems.filter(({ problem }) => problem === 'value_unmapped'),
    ({ column, value }) => JSON.stringify([column, value]),
  )
  return {
    rows,
    duplicates,
    unplaced: incidents.filter(({ region }) => region === undefined).length,
    uncoded: incidents.filter(({ codes }) => !codes.types?.length).length,
    precision,
    unmapped: [...unmapped.values()]
      .map(held => ({ column: held[0]!.column, value: held[0]!.value!, rows: held.length }))
      .sort((a, b) => b.rows - a.rows),
  }
}

/**
 * Reads a chronicle as the mapping says, without writing anything. A row that says too little is kept with what it says
 * and counted, for somebody to complete; only exact repetitions are left out.
 */
export async function readIncidents(
  { header, table }: Pick<OpenedFile, 'header' | 'table'>,
  map: IncidentMap,
  known: KnownCodes,
  gazetteer: Gazetteer,
): Promise<Reading> {
  const missing = columnsOf(map).filter(column => !header.includes(column))
  const problems: ReadProblem[] = missing.map(column => ({ row: 1, column, problem: 'column_missing' }))
  const seen = new Set<string>()
  const incidents: ReadIncident[] = []
  for (const { row, cells } of table.rows) {
    const key = JSON.stringify(cells)
    if (seen.has(key)) continue
    seen.add(key)
    const cell: Cells = column => (column === undefined ? '' : (cells[header.indexOf(column)] ?? ''))
    const { date, text, codes } = readRow(row, cell, map, known, problems)
    const place: Place = await readPlace(cell(map.region?.column), cell(map.town?.column), map, gazetteer)
    const at = { row, column: map.region?.column ?? map.town?.column ?? '' }
    if (place.ambiguous) problems.push({ row, column: map.town!.column, problem: 'town_ambiguous' })
    if (place.unmapped) problems.push({ ...at, problem: 'value_unmapped', value: place.unmapped })
    incidents.push({ row, date, region: place.region, codes, sealed: sealedOf(map, cell, text) })
  }
  const duplicates = table.rows.length - seen.size
  return { incidents, problems, summary: summarise(table.rows.length, duplicates, incidents, problems) }
}
