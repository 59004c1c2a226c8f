import type { OpenedFile } from '#modules/network/index.ts'
import { type CodedField, codedFields, type IncidentMap } from './incident-map.ts'
import { proposeCodes, proposeRegions } from './suggest-map.ts'

/** What a column can mean beside a field of codes. */
export const plainMeanings = [
  ...(['date', 'until', 'region', 'town'] as const),
  ...(['latitude', 'longitude', 'text', 'source'] as const),
] as const
export const codedMeanings = Object.keys(codedFields) as CodedField[]
export type Meaning = (typeof plainMeanings)[number] | CodedField

const columnFor = (map: IncidentMap, meaning: Meaning): string | undefined => {
  if (meaning === 'until') return map.date?.until
  if (meaning === 'text') return undefined
  if (meaning in codedFields) return map.codes[meaning as CodedField]?.column
  return map[meaning as 'date']?.column
}

const meanings: readonly Meaning[] = [...plainMeanings, ...codedMeanings]

/** Whether a text names something that a column can mean. */
export const isMeaning = (text: string): text is Meaning => meanings.some(one => one === text)

/** What a column of the file means; a mapping may use one for several things. */
export const meaningsOf = (column: string, map: IncidentMap): Meaning[] =>
  meanings.filter(meaning =>
    meaning === 'text' ? map.text?.columns.includes(column) : columnFor(map, meaning) === column,
  )

/** A meaning, and the columns for which it was chosen. */
export type Chosen = ReadonlyMap<Meaning, readonly string[]>

type Settings = {
  country: string
  monthFirst: boolean
  kind: NonNullable<IncidentMap['source']>['kind']
}
type OfFile = Pick<OpenedFile, 'header' | 'table' | 'encoding' | 'delimiter'>

function codesFor(file: OfFile, chosen: Chosen, before: IncidentMap): IncidentMap['codes'] {
  const fields = codedMeanings.flatMap(field => {
    const [column] = chosen.get(field) ?? []
    const known = before.codes[field]
    if (column === undefined && !known?.same && !known?.words) return []
    if (known?.column === column) return [[field, known] as const]
    const { words, same } = known ?? {}
    return [
      [
        field,
        {
          ...(column !== undefined && proposeCodes(file, field, column)),
          ...(words && { words }),
          ...(same && { same }),
        },
      ] as const,
    ]
  })
  return Object.fromEntries(fields)
}

/** The mapping that was chosen, with what `before` says of columns that mean the same as before. */
export function mapOf(
  file: OfFile,
  chosen: Chosen,
  { country, monthFirst, kind }: Settings,
  before: IncidentMap,
): IncidentMap {
  const first = (meaning: Meaning) => chosen.get(meaning)?.[0]
  const simple = (['town', 'latitude', 'longitude'] as const).flatMap(meaning => {
    const column = first(meaning)
    return column === undefined ? [] : [[meaning, { column }] as const]
  })
  const [date, until, region, source] = (['date', 'until', 'region', 'source'] as const).map(first)
  const same = before.region?.column === region && before.country === country
  return {
    country,
    encoding: file.encoding,
    delimiter: file.delimiter,
    ...(date && { date: { column: date, ...(until && { until }), ...(monthFirst && { monthFirst }) } }),
    ...(region && { region: same ? before.region : proposeRegions(file, region, country) }),
    ...Object.fromEntries(simple),
    ...(chosen.has('text') && { text: { columns: [...chosen.get('text')!] } }),
    ...(source && { source: { column: source, kind } }),
    codes: codesFor(file, chosen, before),
  }
}
