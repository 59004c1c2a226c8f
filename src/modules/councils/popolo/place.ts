import type { PopoloClass, PopoloObject } from '../schema/of-popolo.ts'
import { classMaps, fits, idText } from './classes.ts'
import type { Entry } from './flatten.ts'

/** An entry as a row: what has a column, and what stays as it was written. */
export type Placed = { columns: Record<string, unknown>; rest: PopoloObject }

/** A field that is kept as it was written and that nothing can be done with. */
export type Unplaced = {
  class: PopoloClass
  row: number
  id: string | null
  field: string
  problem: 'missingReference' | 'notADay' | 'unknownOption' | 'notText'
  value: string
}

/** Finds the row that a reference names: the first object of that id. */
export type Resolve = (name: PopoloClass, id: string) => string | null

const short = (value: unknown) => (JSON.stringify(value) ?? '').slice(0, 120)

const problemOf = { day: 'notADay', option: 'unknownOption' } as const

function placeField(entry: Entry, field: string, value: unknown, placed: Placed, unplaced: Unplaced[]) {
  const map = classMaps[entry.class].fields[field]
  if (!map) return false
  const [column, kind, longest] = map
  if (fits(kind, value, longest)) {
    placed.columns[column] = kind === 'name' ? { und: value } : value
    return true
  }
  if (value !== null && value !== '') {
    const problem = kind in problemOf ? problemOf[kind as keyof typeof problemOf] : 'notText'
    const { class: name, row, id } = entry
    unplaced.push({ class: name, row, id, field, problem, value: short(value) })
  }
  return false
}

function placeReference(
  entry: Entry,
  field: string,
  value: unknown,
  placed: Placed,
  unplaced: Unplaced[],
  find: Resolve,
) {
  const map = classMaps[entry.class].references[field]
  if (!map) return false
  const id = idText(value)
  const target = id === null ? null : find(map[1], id)
  if (target) {
    placed.columns[map[0]] = target
    // A reference written inside the object it names comes out inside it again, and a number as a number.
    return typeof value === 'string' && entry.parent?.field !== field
  }
  if (value !== null && value !== '') {
    const { class: name, row, id: own } = entry
    unplaced.push({ class: name, row, id: own, field, problem: 'missingReference', value: short(value) })
  }
  return false
}

/** Parts an entry into columns and rest; nothing is left out, and what no column could take is told. */
export function place(entry: Entry, parent: string | null, find: Resolve, unplaced: Unplaced[]): Placed {
  const placed: Placed = { columns: {}, rest: {} }
  const rest: [string, unknown][] = []
  for (const [field, value] of Object.entries(entry.object)) {
    if (field === 'id' && typeof value === 'string') continue
    if (placeField(entry, field, value, placed, unplaced)) continue
    if (placeReference(entry, field, value, placed, unplaced, find)) continue
    rest.push([field, value])
  }
  if (entry.parent && parent) {
    const [column] = classMaps[entry.class].references[entry.parent.field] ?? []
    if (column) placed.columns[column] ??= parent
  }
  return { ...placed, rest: Object.fromEntries(rest) }
}
