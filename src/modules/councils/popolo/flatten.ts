import { createHash } from 'node:crypto'
import type { PopoloClass, PopoloObject } from '../schema/of-popolo.ts'
import { classMaps, idText, isObject, popoloClasses, told } from './classes.ts'
import type { PopoloFile } from './read-file.ts'

/** One object of a file, on its own: what was written inside it has become entries too. */
export type Entry = {
  class: PopoloClass
  /** Where it stands in its list, from 1. */
  row: number
  id: string | null
  /** How it is known again when the file comes again. */
  key: string
  /** The same id, or without one the same identity, stood in the file before. */
  repeated: boolean
  object: PopoloObject
  /** The object inside which it was written, and its field that would name that object. */
  parent: { class: PopoloClass; key: string; field: string } | null
}

/** What cannot be told apart or kept: `field` of the object. */
export type EntryProblem = {
  class: PopoloClass
  row: number
  id: string | null
  field: string
  problem: 'notAnObject' | 'badId' | 'longId' | 'badText'
}

// What neither a text nor a jsonb of PostgreSQL can hold.
const unkept = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed()
  if (Array.isArray(value)) return value.some(unkept)
  return isObject(value) && Object.entries(value).some(([key, inner]) => unkept(key) || unkept(inner))
}

const longestId = 400

function problemOf(object: PopoloObject): Pick<EntryProblem, 'field' | 'problem'> | null {
  const { id } = object
  const text = idText(id)
  if (id !== undefined && id !== null && id !== '' && text === null) return { field: 'id', problem: 'badId' }
  if (text !== null && text.length > longestId) return { field: 'id', problem: 'longId' }
  const field = Object.entries(object).find(([key, value]) => unkept(key) || unkept(value))?.[0]
  return field === undefined ? null : { field, problem: 'badText' }
}

const isList = (value: unknown): value is PopoloObject[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject)

/** Cuts a file into entries, whatever was written inside what, those first that others point at. */
export class Flattening {
  readonly entries: Entry[] = []
  readonly problems: EntryProblem[] = []
  readonly #seen = new Map<string, number>()
  readonly #rows = new Map<PopoloClass, number>()

  constructor(file: PopoloFile) {
    for (const [name, list] of file.classes) for (const object of list) this.#take(name, object, null)
    this.entries.sort((a, b) => popoloClasses.indexOf(a.class) - popoloClasses.indexOf(b.class))
  }

  #keyOf(name: PopoloClass, object: PopoloObject, parent: Entry['parent']) {
    const id = idText(object.id)
    const { known, also = [] } = classMaps[name]
    const identity = JSON.stringify([
      parent?.key ?? null,
      ...known.map(field => object[field] ?? null),
      ...also.filter(field => field in object).map(field => object[field]),
    ])
    const own =
      id === null ? `of:${createHash('sha256').update(identity).digest('hex').slice(0, 32)}` : `id:${id}`
    const before = this.#seen.get(`${name} ${own}`) ?? 0
    this.#seen.set(`${name} ${own}`, before + 1)
    return { id, key: before === 0 ? own : `${own}#${before + 1}`, repeated: before > 0 }
  }

  #take(name: PopoloClass, object: unknown, parent: Entry['parent']) {
    const row = (this.#rows.get(name) ?? 0) + 1
    this.#rows.set(name, row)
    if (!isObject(object)) {
      this.problems.push({ class: name, row, id: null, field: '', problem: 'notAnObject' })
      return
    }
    const found = problemOf(object)
    if (found) {
      this.problems.push({ class: name, row, id: idText(object.id), ...found })
      return
    }
    const known = this.#keyOf(name, object, parent)
    const own: [string, unknown][] = []
    for (const [field, value] of Object.entries(object)) {
      const points = told(classMaps[name].inside, field)
      if (!points || !isList(value)) own.push([field, value])
      else
        for (const inner of value)
          this.#take(field as PopoloClass, inner, { class: name, key: known.key, field: points })
    }
    this.entries.push({ class: name, row, ...known, object: Object.fromEntries(own), parent })
  }
}
