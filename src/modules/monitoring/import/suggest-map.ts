import type { OpenedFile } from '#modules/network/index.ts'
import { locales } from '#platform/i18n/index.ts'
import { euCountries, readRegion } from '#platform/places/index.ts'
import { shippedLists } from '../vocabulary/shipped.ts'
import { type CodedColumn, type CodedField, codedFields, type IncidentMap } from './incident-map.ts'
import { partsOf } from './read-codes.ts'
import { readDate } from './read-date.ts'

// What people write above such columns, in the languages of chronicles here.
const headings: Record<string, string> = {
  date: 'date, дата, коли, data, kiedy, datum, when, день, dzień, місяць, month, miesiąc',
  until: 'until, end date, по, до, data końcowa, enddatum, bis',
  region:
    'region, state, область, регіон, oblast, województwo, voivodeship, province, bundesland, land, kraj',
  town: 'town, city, place, location, місто, населений пункт, місце, miasto, miejscowość, ort, stadt, gemeinde',
  latitude: 'latitude, lat, широта, szerokość, breitengrad',
  longitude: 'longitude, lon, lng, long, довгота, długość, längengrad',
  text: 'description, text, summary, опис, що сталося, зміст, текст, opis, treść, streszczenie, beschreibung',
  source: 'source, url, link, джерело, посилання, źródło, quelle',
  types: 'category, type, kind, категорія, тип, вид, kategoria, rodzaj, typ, kategorie, category en',
  biases: 'bias, motive, motivation, мотив, упередження, uprzedzenie, motyw, motyw uprzedzeń',
  targets: 'target, ціль, об’єкт, cel, obiekt, ziel',
  location: 'kind of place, тип місця, rodzaj miejsca',
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const meaning = new Map(
  Object.entries(headings).flatMap(([what, words]) =>
    words.split(',').map(word => [plain(word), what] as const),
  ),
)

type Column = { name: string; values: string[] }

// Not more: a column with a word of its own in every row is no list of categories.
const mostCategories = 60

const share = (values: readonly string[], holds: (value: string) => boolean) =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length

const distinct = (values: readonly string[]) => [...new Set(values)]

/** What a column most likely is: by its heading, checked against its values where they can be checked. */
function meaningOf({ name, values }: Column): string | undefined {
  const some = values.slice(0, 200)
  const told = meaning.get(plain(name))
  if (share(some, value => readDate(value) !== undefined) > 0.8) return told === 'until' ? 'until' : 'date'
  if (told === 'date') return undefined
  if (share(some, value => /^https?:\/\//.test(value)) > 0.5) return 'source'
  if (told) return told
  return share(some, value => value.length > 120) > 0.5 ? 'text' : undefined
}

function countryOf(columns: readonly Column[]): string {
  const values = distinct(columns.flatMap(column => column.values)).slice(0, 300)
  const hits = ['UA', 'PL', ...euCountries].map(country => ({
    country,
    n: values.filter(value => readRegion(value, country)).length,
  }))
  return hits.reduce((best, next) => (next.n > best.n ? next : best)).country
}

/** Code of a word: the code itself, or a label of ours in any language. */
function codeOf(list: string, word: string): string | undefined {
  const terms = shippedLists.find(found => found.list === list)!.terms
  const sought = plain(word)
  return terms.find(
    ({ code, label }) => plain(code) === sought || locales.some(locale => plain(label[locale]) === sought),
  )?.code
}

const columnOf = ({ header, table }: Pick<OpenedFile, 'header' | 'table'>, name: string): Column => {
  const index = header.indexOf(name)
  return { name, values: table.rows.map(({ cells }) => cells[index] ?? '').filter(value => value !== '') }
}

function codedColumn(field: CodedField, { name, values }: Column): CodedColumn {
  const parts = distinct(values.flatMap(value => partsOf(value)))
  if (parts.length > mostCategories) return { column: name }
  const found = parts.map(part => [part, codeOf(codedFields[field], part) ?? ''] as const)
  return { column: name, values: Object.fromEntries(found) }
}

function regionValues({ values }: Column, country: string): Record<string, string> {
  const unread = distinct(values).filter(value => readRegion(value, country) === undefined)
  return Object.fromEntries(unread.slice(0, mostCategories).map(value => [value, '']))
}

type OfFile = Pick<OpenedFile, 'header' | 'table'>

/** What a column of categories most likely means. */
export const proposeCodes = (file: OfFile, field: CodedField, column: string): CodedColumn =>
  codedColumn(field, columnOf(file, column))

/** How a column of regions is read. */
export const proposeRegions = (file: OfFile, column: string, country: string) => ({
  column,
  values: regionValues(columnOf(file, column), country),
})

/**
 * Proposes a mapping from headings and values, for a person to complete: what stands as "" could not be told. Headings say
 * most; values say whether a heading can be believed.
 */
export function suggestMap({ header, table, encoding, delimiter }: OpenedFile): IncidentMap {
  const columns = header.map(
    (name, index): Column => ({
      name,
      values: table.rows.map(({ cells }) => cells[index] ?? '').filter(value => value !== ''),
    }),
  )
  const by = Map.groupBy(columns, meaningOf)
  const first = (what: string) => by.get(what)?.[0]
  const [date, until, region, source] = ['date', 'until', 'region', 'source'].map(first)
  const country = countryOf([...(by.get('region') ?? []), ...(by.get('town') ?? [])])
  const place = (what: 'town' | 'latitude' | 'longitude') => {
    const column = first(what)
    return column ? { [what]: { column: column.name } } : {}
  }
  const coded = (Object.keys(codedFields) as CodedField[]).flatMap(field => {
    const column = first(field)
    return column ? [[field, codedColumn(field, column)] as const] : []
  })
  return {
    country,
    encoding,
    delimiter,
    ...(date && { date: { column: date.name, ...(until && { until: until.name }) } }),
    ...(region && { region: { column: region.name, values: regionValues(region, country) } }),
    ...place('town'),
    ...place('latitude'),
    ...place('longitude'),
    ...(by.has('text') && { text: { columns: by.get('text')!.map(({ name }) => name) } }),
    ...(source && { source: { column: source.name, kind: 'media' } }),
    codes: Object.fromEntries(coded),
  }
}
