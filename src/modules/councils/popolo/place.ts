import type { PopoloClass, PopoloObject } from '../schema/of-popolo.ts'
import { classMaps, fits, idText, isObject, popoloClasses, told, wholeOf } from './classes.ts'
import type { Entry } from './flatten.ts'

/** An entry as a row: what has a column, and what stays as it was written. */
export type Placed = { columns: Record<string, unknown>; rest: PopoloObject }

/** A field that is kept as it was written and that nothing can be done with. */
export type Unplaced = {
  class: PopoloClass
  row: number
  id: string | null
  field: string
  problem: 'missingReference' | 'namesItself' | 'writtenInside' | 'notADay' | 'unknownOption' | 'notText'
  value: string
}

/** The row that a reference names, the first object of that id, and whether that object writes its id as text. */
export type Resolve = (name: PopoloClass, id: string) => { row: string; text: boolean } | null

/** Where an entry goes: its own row, the row inside which it was written, and how others are found. */
export type Place = { own: string; parent: string | null; find: Resolve }

const short = (value: unknown) => (JSON.stringify(value) ?? '').slice(0, 120)

const problemOf = { day: 'notADay', option: 'unknownOption' } as const

function placeField(entry: Entry, field: string, value: unknown, placed: Placed, unplaced: Unplaced[]) {
  const map = told(classMaps[entry.class].fields, field)
  if (!map) return false
  const [column, kind, longest] = map
  if (fits(kind, value, longest)) {
    placed.columns[column] = kind === 'name' ? { und: value } : value
    return true
  }
  if (value !== null && value !== '') {
    const problem = kind in problemOf ? problemOf[kind as keyof typeof problemOf] : 'notText'
    unplaced.push(unplacedAt(entry, field, problem, value))
  }
  return false
}

const unplacedAt = (
  { class: name, row, id }: Entry,
  field: string,
  problem: Unplaced['problem'],
  value: unknown,
) => ({
  ...{ class: name, row, id, field, problem },
  value: short(value),
})

function placeReference(
  entry: Entry,
  field: string,
  value: unknown,
  placed: Placed,
  unplaced: Unplaced[],
  { own, find }: Place,
) {
  const map = told(classMaps[entry.class].references, field)
  if (!map) return false
  const id = idText(value)
  const target = id === null ? null : find(map[1], id)
  if (target && target.row !== own) {
    placed.columns[map[0]] = target.row
    // A reference written inside the object it names comes out inside it again, a number as a number, and one that stands
    // beside the whole object stays beside it.
    const beside = isObject(entry.object[wholeOf(field)])
    return typeof value === 'string' && target.text && entry.parent?.field !== field && !beside
  }
  if (value !== null && value !== '')
    unplaced.push(unplacedAt(entry, field, target ? 'namesItself' : 'missingReference', value))
  return false
}

// `person: {id: …}` instead of `person_id`: the object stays where it was written, and leads to the one of that id.
function placeWhole(entry: Entry, placed: Placed, unplaced: Unplaced[], { own, find }: Place) {
  const { class: name, object } = entry
  for (const [field, [column, to]] of Object.entries(classMaps[name].references)) {
    const whole = object[wholeOf(field)]
    if (!isObject(whole) || idText(object[field]) !== null) continue
    const id = idText(whole.id)
    const target = id === null ? null : find(to, id)
    if (target && target.row !== own) placed.columns[column] = target.row
    else unplaced.push(unplacedAt(entry, wholeOf(field), 'writtenInside', whole))
  }
  for (const part of popoloClasses) {
    const list = object[part]
    if (Array.isArray(list) && list.some(isObject))
      unplaced.push(unplacedAt(entry, part, 'writtenInside', list))
  }
}

/** Parts an entry into columns and rest; nothing is left out, and what no column could take is told. */
export function place(entry: Entry, at: Place, unplaced: Unplaced[]): Placed {
  const placed: Placed = { columns: {}, rest: {} }
  const rest: [string, unknown][] = []
  for (const [field, value] of Object.entries(entry.object)) {
    if (field === 'id' && typeof value === 'string' && value !== '') continue
    if (placeField(entry, field, value, placed, unplaced)) continue
    if (placeReference(entry, field, value, placed, unplaced, at)) continue
    rest.push([field, value])
  }
  placeWhole(entry, placed, unplaced, at)
  if (entry.parent && at.parent) {
    const [column] = classMaps[entry.class].references[entry.parent.field] ?? []
    if (column) placed.columns[column] ??= at.parent
  }
  return { ...placed, rest: Object.fromEntries(rest) }
}
