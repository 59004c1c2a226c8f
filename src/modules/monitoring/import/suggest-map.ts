import type { OpenedFile } from '#modules/network/index.ts'
import { locales } from '#platform/i18n/index.ts'
import { euCountries, readRegion } from '#platform/places/index.ts'
import { shippedLists } from '../vocabulary/shipped.ts'
import { meaningsOfHeading, plain } from './headings.ts'
import { type CodedColumn, type CodedField, codedFields, type IncidentMap } from './incident-map.ts'
import { nativeRegion } from './native-regions.ts'
import { partsOf, separators } from './read-codes.ts'
import { readDate } from './read-date.ts'
import { isTotal } from './total-line.ts'
import { usualWords } from './usual-words.ts'

type Column = { name: string; values: string[] }

// Not more: a column with a word of its own in every row is no list of categories.
const mostCategories = 60

const share = (values: readonly string[], holds: (value: string) => boolean) =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length

const distinct = (values: readonly string[]) => [...new Set(values)]

const isDate = (value: string) => readDate(value) !== undefined
// Numbers are also postcodes, and years are also amounts: of themselves they say nothing.
const isPlainly = (value: string) => isDate(value) && !/^\d{4,5}$/.test(value.trim())

/** What a column most likely is: by its heading, checked against its values where they can be checked. */
function meaningOf({ name, values }: Column): string | undefined {
  const some = values.slice(0, 200)
  const told = meaningsOfHeading(name)
  const when = told.find(what => what === 'date' || what === 'until')
  // A heading can be believed although half of what stands below it is written so that nobody can read it.
  if (when && share(some, isDate) > 0.4) return when
  if (told.length === 0 && share(some, isPlainly) > 0.8) return 'date'
  if (share(some, value => /^https?:\/\//.test(value)) > 0.5) return 'source'
  const other = told.find(what => what !== 'date' && what !== 'until')
  if (other) return other
  return share(some, value => value.length > 120) > 0.5 ? 'text' : undefined
}

const regionIn = (value: string, country: string) =>
  readRegion(value, country) ?? nativeRegion(value, country)

// Letters of one language and not of the others.
const lettersOf = { UA: /[іїєґ]/i, PL: /[ąćęłńśźż]/i, DE: /[äöüß]/i } as const

function countryOf(places: readonly Column[], columns: readonly Column[]): string {
  const values = distinct(places.flatMap(column => column.values)).slice(0, 300)
  const hits = ['UA', 'PL', ...euCountries].map(country => ({
    country,
    n: values.filter(value => regionIn(value, country)).length,
  }))
  const best = hits.reduce((most, next) => (next.n > most.n ? next : most))
  if (best.n > 0) return best.country
  const words = columns.flatMap(({ name, values: held }) => [name, ...held.slice(0, 100)])
  const written = Object.entries(lettersOf).map(([country, letters]) => ({
    country,
    n: words.filter(word => letters.test(word)).length,
  }))
  return written.reduce((most, next) => (next.n > most.n ? next : most)).country
}

/** Code of a word: the code itself, or a label of ours in any language. */
function codeOf(list: string, word: string): string | undefined {
  const terms = shippedLists.find(found => found.list === list)!.terms
  const sought = plain(word)
  const own = terms.find(
    ({ code, label }) => plain(code) === sought || locales.some(locale => plain(label[locale]) === sought),
  )
  return own?.code ?? usualWords[list]?.get(sought)
}

type Rows = OpenedFile['table']['rows']

const withoutTotals = ({ rows }: OpenedFile['table']): Rows => rows.filter(({ cells }) => !isTotal(cells))

const valuesIn = (rows: Rows, index: number): string[] => rows.flatMap(({ cells }) => cells[index] || [])

const columnOf = ({ header, table }: Pick<OpenedFile, 'header' | 'table'>, name: string): Column => {
  const index = header.indexOf(name)
  return { name, values: valuesIn(withoutTotals(table), index) }
}

// A slash or a comma is part of many words. Where all that it parts stands elsewhere by itself, or is a word that we know,
// it joins two categories.
function splitOf(list: string, values: readonly string[]): string[] | undefined {
  const cells = distinct(values.flatMap(value => partsOf(value)))
  const alone = new Set(cells.map(plain))
  const joins = (sign: string) => {
    const joined = cells.filter(cell => cell.includes(sign)).map(cell => cell.split(sign).map(plain))
    const isWord = (part: string) => alone.has(part) || codeOf(list, part) !== undefined
    return joined.length > 0 && joined.every(parts => parts.every(isWord))
  }
  const more = ['/', ','].filter(joins)
  return more.length > 0 ? [...separators, ...more] : undefined
}

function codedColumn(field: CodedField, { name, values }: Column): CodedColumn {
  const list = codedFields[field]
  const split = splitOf(list, values)
  const parts = distinct(values.flatMap(value => partsOf(value, split)))
  if (parts.length > mostCategories) return { column: name }
  const found = parts.map(part => [part, codeOf(list, part) ?? ''] as const)
  return { column: name, ...(split && { split }), values: Object.fromEntries(found) }
}

function regionValues({ values }: Column, country: string): Record<string, string> {
  const unread = distinct(values).filter(value => regionIn(value, country) === undefined)
  return Object.fromEntries(unread.slice(0, mostCategories).map(value => [value, '']))
}

const known = ({ values = {} }: CodedColumn) => Object.values(values).filter(code => code !== '').length

/** Some chronicles have their categories in two languages: that of which more words are known. */
const surest = (proposed: readonly CodedColumn[]): CodedColumn =>
  proposed.reduce((best, next) => (known(next) > known(best) ? next : best))

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
  const rows = withoutTotals(table)
  const columns = header.map((name, index): Column => ({ name, values: valuesIn(rows, index) }))
  const by = Map.groupBy(columns, meaningOf)
  const first = (what: string) => by.get(what)?.[0]
  const [date, until, region, source] = ['date', 'until', 'region', 'source'].map(first)
  const country = countryOf([...(by.get('region') ?? []), ...(by.get('town') ?? [])], columns)
  const place = (what: 'town' | 'latitude' | 'longitude') => {
    const column = first(what)
    return column ? { [what]: { column: column.name } } : {}
  }
  const coded = (Object.keys(codedFields) as CodedField[]).flatMap(field => {
    const proposed = (by.get(field) ?? []).map(column => codedColumn(field, column))
    return proposed.length > 0 ? [[field, surest(proposed)] as const] : []
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
