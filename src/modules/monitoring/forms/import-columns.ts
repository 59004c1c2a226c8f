import * as z from 'zod'
import type { OpenedFile } from '#modules/network/index.ts'
import type { FormValues, Problem } from '#platform/http/form.ts'
import { isCountry } from '#platform/places/index.ts'
import { type Chosen, isMeaning, type Meaning, mapOf, meaningsOf } from '../import/column-meanings.ts'
import { type IncidentMap, incidentMap, sourceKinds } from '../import/incident-map.ts'

/** How separators are called in a form: a tab cannot be typed. */
export const delimiterNames = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
export type DelimiterName = keyof typeof delimiterNames

/** What each heading means, by its place: `column-0-0`; and what holds for the whole file. */
export const columnsForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** How many things a column is asked for: one, and as many as it means already. */
export const placesOf = (column: string, map: IncidentMap): number =>
  Math.max(1, meaningsOf(column, map).length)

/** What the form shows for a mapping. */
export function columnValues(
  { header, encoding, delimiter }: Pick<OpenedFile, 'header' | 'encoding' | 'delimiter'>,
  map: IncidentMap,
): FormValues {
  const chosen = header.flatMap((column, index) =>
    meaningsOf(column, map).map((meaning, n) => [`column-${index}-${n}`, meaning] as const),
  )
  const named = Object.entries(delimiterNames).find(([, sign]) => sign === delimiter)
  return {
    ...Object.fromEntries(chosen),
    country: map.country,
    encoding,
    delimiter: named?.[0] ?? '',
    monthFirst: map.date?.monthFirst ? 'yes' : '',
    kind: map.source?.kind ?? 'media',
  }
}

const text = (values: FormValues, name: string) => String(values[name] ?? '')

function chosenIn(header: readonly string[], values: FormValues) {
  const chosen = new Map<Meaning, string[]>()
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(values)) {
    const column = header[Number(/^column-(\d+)-\d$/.exec(name)?.[1] ?? -1)]
    if (column === undefined || typeof value !== 'string' || !isMeaning(value)) continue
    const [other] = chosen.get(value) ?? []
    if (other !== undefined && value !== 'text')
      problems.push({ field: name, message: 'monitoring.import.map.twice', values: { column: other } })
    else if (other !== column) chosen.set(value, [...(chosen.get(value) ?? []), column])
  }
  return { chosen: chosen as Chosen, problems }
}

/** How the file is to be cut, when somebody corrects what was recognised. */
export function readCut(values: FormValues, map: IncidentMap): Pick<IncidentMap, 'encoding' | 'delimiter'> {
  const read = incidentMap.pick({ encoding: true, delimiter: true }).safeParse({
    encoding: values.encoding,
    delimiter: delimiterNames[text(values, 'delimiter') as DelimiterName],
  })
  return read.success ? read.data : { encoding: map.encoding, delimiter: map.delimiter }
}

/** The mapping that was chosen, column by column. One thing cannot stand in two columns, but texts can. */
export function readColumns(
  file: OpenedFile,
  values: FormValues,
  before: IncidentMap,
): { map: IncidentMap; problems: Problem[] } {
  const { chosen, problems } = chosenIn(file.header, values)
  const country = text(values, 'country')
  if (!isCountry(country))
    problems.push({ field: 'country', message: 'monitoring.import.map.countryMissing' })
  if (chosen.has('until') && !chosen.has('date'))
    problems.push({ field: '', message: 'monitoring.import.map.untilAlone' })
  if (chosen.size === 0) problems.push({ field: '', message: 'monitoring.import.map.nothing' })
  const kind = sourceKinds.find(one => one === values.kind) ?? 'media'
  const settings = { country, monthFirst: values.monthFirst === 'yes', kind }
  return { map: mapOf(file, chosen, settings, before), problems }
}
