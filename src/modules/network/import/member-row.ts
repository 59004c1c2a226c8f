import * as z from 'zod'
import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'
import { readRegion } from '#platform/places/index.ts'
import { type CsvColumn, listSeparator, nameLanguageOf } from '../csv-columns.ts'
import { type Identifier, isScheme, readIdentifier } from '../identifiers.ts'
import type { Basis, Form } from '../schema/memberships.ts'
import * as find from './lookups.ts'

/** What one row says, read but not yet compared with the records. What is undefined the row does not say. */
export type MemberRow = {
  row: number
  id?: string
  identifiers: Identifier[]
  name: Record<string, string>
  kind?: string
  form?: Form
  country?: string
  region?: string
  town?: string
  level?: string
  communities?: string[]
  languages?: string[]
  fields?: string[]
  /** Days, ISO text. */
  since?: string
  until?: string
  website?: string
  email?: string
  basis?: Basis
  recognisedBy?: string
}

/** Says what is wrong with one cell. */
export type Complain = (column: CsvColumn, message: MessageKey, values?: MessageValues) => void

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

type Cells = ReadonlyMap<CsvColumn, string>

function known<T extends string>(
  cells: Cells,
  complain: Complain,
  column: CsvColumn,
  lookup: (text: string) => T | undefined,
): T | undefined {
  const text = cells.get(column)
  if (!text) return undefined
  const code = lookup(text)
  if (code === undefined) complain(column, 'network.import.problem.unknown', { value: shorten(text) })
  return code
}

function list(
  cells: Cells,
  complain: Complain,
  column: CsvColumn,
  lookup: find.Lookup,
): string[] | undefined {
  const text = cells.get(column)
  if (!text) return undefined
  // The whole cell first: a label may contain a comma of its own.
  const whole = lookup(text)
  if (whole !== undefined) return [whole]
  const parts = text.includes(listSeparator) ? text.split(listSeparator) : text.split(/[,|/\n]/)
  const codes = new Set<string>()
  for (const part of parts.map(item => item.trim()).filter(Boolean)) {
    const code = lookup(part)
    if (code === undefined) complain(column, 'network.import.problem.unknown', { value: shorten(part) })
    else codes.add(code)
  }
  return [...codes].sort()
}

// 2011-06-21, 21.06.2011 and 21/06/2011; a year alone is not a day.
function readDay(text: string): string | undefined {
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  const iso = local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : text
  return z.iso.date().safeParse(iso).success && iso >= '1900-01-01' && iso <= '2100-12-31' ? iso : undefined
}

function day(cells: Cells, complain: Complain, column: CsvColumn): string | undefined {
  const text = cells.get(column)
  if (!text) return undefined
  const value = readDay(text)
  if (value === undefined) complain(column, 'network.import.problem.day', { value: shorten(text) })
  return value
}

function short(cells: Cells, complain: Complain, column: CsvColumn, maximum: number): string | undefined {
  const text = cells.get(column)
  if (!text) return undefined
  if (text.length <= maximum) return text
  complain(column, 'platform.form.tooLong', { maximum })
  return undefined
}

const website = z.url({ protocol: /^https?$/ }).max(300)
const email = z.email().max(300)

function contact(cells: Cells, complain: Complain, column: 'website' | 'email'): string | undefined {
  const text = cells.get(column)
  if (!text) return undefined
  const full = column === 'website' && !text.includes('://') ? `https://${text}` : text
  if ((column === 'website' ? website : email).safeParse(full).success) return full
  complain(column, column === 'website' ? 'network.form.websiteShape' : 'network.form.emailShape')
  return undefined
}

function identifiers(cells: Cells, complain: Complain): Identifier[] {
  return [...cells].flatMap(([scheme, typed]) => {
    if (!isScheme(scheme) || typed === '') return []
    const result = readIdentifier(scheme, typed)
    if (result.ok) return [{ scheme, value: result.value }]
    complain(scheme, result.problem)
    return []
  })
}

function names(cells: Cells, complain: Complain): Record<string, string> {
  return Object.fromEntries(
    [...cells.keys()].flatMap(column => {
      const tag = nameLanguageOf(column)
      const name = tag && short(cells, complain, column, 200)
      return tag && name ? [[tag, name]] : []
    }),
  )
}

function place(cells: Cells, complain: Complain, home: string | null) {
  const country = known(cells, complain, 'country', find.findCountry)
  const text = cells.get('region')
  const among = country ?? home ?? undefined
  // A code may be of any country, a name («śląskie») or a bare number («02») is one of the country's.
  const region = text
    ? (readRegion(text, country) ?? readRegion(text, among) ?? readRegion(`${among}-${text}`, among))
    : undefined
  if (text && region === undefined)
    complain('region', 'network.import.problem.region', { value: shorten(text) })
  // A region code names its country.
  return { country: country ?? region?.slice(0, 2), region, town: short(cells, complain, 'town', 120) }
}

function rowId(cells: Cells, complain: Complain): string | undefined {
  const text = cells.get('id')?.toLowerCase()
  if (!text) return undefined
  if (z.uuid().safeParse(text).success) return text
  complain('id', 'network.import.problem.id')
  return undefined
}

/**
 * Reads the cells of one row, each by the rules of its column; what is wrong goes to `complain`, all of it. `home`: the
 * country whose regions are meant where the row names none.
 */
export function readMemberRow(row: number, cells: Cells, complain: Complain, home: string | null): MemberRow {
  return {
    row,
    id: rowId(cells, complain),
    identifiers: identifiers(cells, complain),
    name: names(cells, complain),
    kind: known(cells, complain, 'kind', find.findKind),
    form: known(cells, complain, 'form', find.findForm),
    ...place(cells, complain, home),
    level: known(cells, complain, 'level', find.findLevel),
    communities: list(cells, complain, 'communities', find.findCommunity),
    languages: list(cells, complain, 'languages', find.findLanguage),
    fields: list(cells, complain, 'fields', find.findField),
    since: day(cells, complain, 'since'),
    until: day(cells, complain, 'until'),
    website: contact(cells, complain, 'website'),
    email: contact(cells, complain, 'email'),
    basis: known(cells, complain, 'basis', find.findBasis),
    recognisedBy: short(cells, complain, 'recognised_by', 2000),
  }
}
