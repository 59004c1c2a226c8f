import type { OpenedFile } from '#modules/network/index.ts'
import type { FormValues } from '#platform/http/form.ts'
import { isRegion } from '#platform/places/index.ts'
import { codedMeanings } from '../import/column-meanings.ts'
import { codedWords, regionWords } from '../import/file-words.ts'
import type { CodedColumn, CodedField, IncidentMap } from '../import/incident-map.ts'
import { separators } from '../import/read-codes.ts'

type Codes = string | string[] | null

/** What a form says where a word deliberately means nothing; empty is not decided yet. */
export const nothing = '-'

/** Fields of an incident that take one code. */
const single: ReadonlySet<CodedField> = new Set(['layer', 'location', 'severity'])

/** How many codes are asked for: two, and one more than there are. */
export const placesFor = (field: CodedField, codes: Codes | undefined): number =>
  single.has(field) ? 1 : Math.max(2, [codes ?? []].flat().length + 1)

/** Pieces of words are asked for where somebody began with them, and for what was done. */
export const wordPlaces = (field: CodedField, coded: CodedColumn | undefined): number => {
  const known = Object.keys(coded?.words ?? {}).length
  return known > 0 || field === 'types' ? known + 3 : 0
}

/** What joins several categories in a cell, as a form can post it. */
export const separatorNames: Readonly<Record<string, string>> = {
  ampersand: ' & ',
  semicolon: ';',
  plus: ' + ',
  spaced: ' / ',
  bar: '|',
  line: '\n',
  slash: '/',
  comma: ',',
}

type Prefix = `${string}-`

const shown = (prefix: Prefix, codes: Codes | undefined): [string, string][] =>
  codes === null
    ? [[`${prefix}0`, nothing]]
    : [codes ?? []].flat().map((code, n): [string, string] => [`${prefix}${n}`, code])

const known = ({ values = {} }: CodedColumn) =>
  new Map(Object.entries(values).map(([value, codes]) => [value.trim().toLowerCase(), codes]))

const separatorsOf = ({ split = separators }: CodedColumn) =>
  Object.keys(separatorNames).filter(name => split.includes(separatorNames[name]!))

function fieldValues(file: OpenedFile, field: CodedField, coded: CodedColumn): FormValues {
  const codes = known(coded)
  const words = codedWords(file, coded).flatMap(({ word }, n) =>
    shown(`${field}-v-${n}-`, codes.get(word.toLowerCase())),
  )
  const pieces = Object.entries(coded.words ?? {}).flatMap(([word, of], n) => [
    [`${field}-word-${n}`, word] as const,
    ...shown(`${field}-w-${n}-`, of),
  ])
  return {
    ...Object.fromEntries([...words, ...pieces, ...shown(`${field}-same-`, coded.same)]),
    [`${field}-split[]`]: separatorsOf(coded),
  }
}

/** What the form shows for the words of a file. */
export function valuesOf(file: OpenedFile, map: IncidentMap): FormValues {
  const regions = regionWords(file, map).flatMap(({ word }, n) =>
    shown(`region-${n}-`, map.region?.values?.[word]),
  )
  const fields = Object.entries(map.codes).map(([field, coded]) =>
    fieldValues(file, field as CodedField, coded),
  )
  return Object.assign(Object.fromEntries(regions), ...fields)
}

function chosen(values: FormValues, prefix: Prefix): Codes {
  const codes = Object.keys(values)
    .filter(name => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map(name => String(values[name] ?? ''))
    .filter(code => code !== '')
  if (codes.includes(nothing)) return null
  return codes.length > 1 ? [...new Set(codes)] : (codes[0] ?? '')
}

const isSaid = (codes: Codes) => codes !== null && codes !== ''

/** `before` with other words; what the file says in another letter case is one word. */
function readWords(file: OpenedFile, field: CodedField, coded: CodedColumn, values: FormValues) {
  const asked = codedWords(file, coded)
  const folded = new Set(asked.map(({ word }) => word.toLowerCase()))
  const others = Object.entries(coded.values ?? {}).filter(
    ([value]) => !folded.has(value.trim().toLowerCase()),
  )
  const told = asked.map(({ word }, n) => [word, chosen(values, `${field}-v-${n}-`)] as const)
  return Object.fromEntries([...others, ...told])
}

function readPieces(field: CodedField, values: FormValues): CodedColumn['words'] {
  const pieces = Object.keys(values).flatMap(name => {
    const n = new RegExp(`^${field}-word-(\\d+)$`).exec(name)?.[1]
    const word = String(values[name] ?? '').trim()
    const codes = chosen(values, `${field}-w-${n}-`)
    return n !== undefined && word.length >= 3 && isSaid(codes) ? [[word, codes] as const] : []
  })
  return pieces.length > 0 ? Object.fromEntries(pieces) : undefined
}

function readSplit(field: CodedField, coded: CodedColumn, values: FormValues): string[] | undefined {
  const names = [values[`${field}-split[]`] ?? []].flat()
  const others = (coded.split ?? []).filter(sign => !Object.values(separatorNames).includes(sign))
  const split = [...names.flatMap(name => separatorNames[name] ?? []), ...others]
  const usual = split.length === separators.length && separators.every(sign => split.includes(sign))
  return usual ? undefined : split
}

function readField(file: OpenedFile, field: CodedField, coded: CodedColumn, values: FormValues): CodedColumn {
  const { column } = coded
  const split = column === undefined ? undefined : readSplit(field, coded, values)
  const words = readPieces(field, values)
  const same = chosen(values, `${field}-same-`)
  return {
    ...(column !== undefined && { column, values: readWords(file, field, coded, values) }),
    ...(split && { split }),
    ...(words && { words }),
    ...(isSaid(same) && { same }),
  }
}

function readRegions(file: OpenedFile, map: IncidentMap, values: FormValues): IncidentMap['region'] {
  if (!map.region) return undefined
  const told = regionWords(file, map).map(({ word }, n) => {
    const code = chosen(values, `region-${n}-`)
    return [word, typeof code === 'string' && code !== '' && !isRegion(code) ? '' : code] as const
  })
  return {
    ...map.region,
    values: { ...map.region.values, ...Object.fromEntries(told) } as Record<string, string | null>,
  }
}

// Words as they were cut before: what somebody decided about them stays, the rest is asked anew.
const decided = (coded: CodedColumn): CodedColumn => ({
  ...coded,
  values: Object.fromEntries(Object.entries(coded.values ?? {}).filter(([, codes]) => codes !== '')),
})

const isCutAnew = (before: CodedColumn | undefined, now: CodedColumn) =>
  before?.column !== undefined && JSON.stringify(before.split) !== JSON.stringify(now.split)

/** The mapping with what was said of the words of the file. `cutAnew`: its cells are split otherwise than before. */
export function readValues(
  file: OpenedFile,
  values: FormValues,
  before: IncidentMap,
): { map: IncidentMap; cutAnew: boolean } {
  let cutAnew = false
  const read = codedMeanings.flatMap(field => {
    const known = before.codes[field]
    const coded = readField(file, field, known ?? {}, values)
    const cut = isCutAnew(known, coded)
    cutAnew ||= cut
    return Object.keys(coded).length > 0 ? [[field, cut ? decided(coded) : coded] as const] : []
  })
  const region = readRegions(file, before, values)
  return { map: { ...before, ...(region && { region }), codes: Object.fromEntries(read) }, cutAnew }
}
