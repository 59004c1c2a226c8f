import type { PopoloClass, PopoloObject } from '../schema/of-popolo.ts'
import { classMaps, idText, isObject, popoloClasses, wholeOf } from './classes.ts'
import { reachable } from './reachable.ts'

/** A row of a Popolo class as the database has it. */
export type StoredRow = {
  id: string
  source: string | null
  popoloId: string | null
  nestedIn: PopoloClass | null
  popolo: PopoloObject
  columns: Record<string, unknown>
  own: Record<string, unknown>
}

export type PopoloRows = {
  sources: { id: string; name: string; top: PopoloObject }[]
  rows: Map<PopoloClass, StoredRow[]>
  sessions: { id: string; council: string; number: number; day: string }[]
}

const present = (value: unknown) => value !== null && value !== undefined

const sayName = (name: unknown, own: boolean): PopoloObject => {
  const texts = name as Record<string, string>
  if (!own) return texts.und === undefined ? {} : { name: texts.und }
  const [main, ...others] = Object.entries(texts)
  if (!main) return {}
  return {
    name: main[1],
    ...(others.length > 0 && { other_names: others.map(([lang, text]) => ({ name: text, lang })) }),
  }
}

// What was entered here and has no field of its own in a file.
const told: Partial<Record<PopoloClass, (own: Record<string, unknown>) => PopoloObject>> = {
  organizations: ({ kind }) => ({ classification: String(kind).replaceAll('_', ' ') }),
  memberships: ({ duty, on_behalf }) => ({
    ...(duty !== 'member' && { role: String(duty).replaceAll('_', ' ') }),
    ...(present(on_behalf) && { on_behalf_of: { name: on_behalf } }),
  }),
  vote_events: ({ yes, no, abstain }) =>
    present(yes)
      ? {
          counts: [
            { option: 'yes', value: yes },
            { option: 'no', value: no },
            { option: 'abstain', value: abstain },
          ],
        }
      : {},
}

class Writing {
  readonly #ids = new Map<string, unknown>()
  readonly #nested = new Map<string, StoredRow[]>()

  readonly rows: PopoloRows['rows']

  constructor(rows: PopoloRows['rows']) {
    this.rows = rows
    for (const name of popoloClasses) this.#name(name)
    for (const name of popoloClasses) {
      for (const row of this.rows.get(name) ?? []) {
        const parent = parentOf(name, row)
        if (parent)
          this.#nested.set(`${parent} ${name}`, [...(this.#nested.get(`${parent} ${name}`) ?? []), row])
      }
    }
  }

  // Two sources may use the same id: then those of the later one get its number before them.
  #name(name: PopoloClass) {
    const first = new Map<unknown, string | null>()
    const sources = new Map<string | null, number>()
    for (const { id, source, popoloId, popolo } of this.rows.get(name) ?? []) {
      if (!sources.has(source)) sources.set(source, sources.size)
      const written = idText(popolo.id) === null ? popoloId : popolo.id
      const said = written ?? (source === null ? id : undefined)
      if (said === undefined) continue
      if (!first.has(said)) first.set(said, source)
      this.#ids.set(id, first.get(said) === source ? said : `${sources.get(source)}/${said}`)
    }
  }

  object(name: PopoloClass, row: StoredRow): PopoloObject {
    const { fields, references, inside } = classMaps[name]
    const said: PopoloObject = {}
    const id = this.#ids.get(row.id)
    if (id !== undefined) said.id = id
    else if ('id' in row.popolo) said.id = row.popolo.id
    if (row.source === null) Object.assign(said, told[name]?.(row.own))
    for (const [field, [column, kind]] of Object.entries(fields)) {
      if (kind === 'name') Object.assign(said, sayName(row.columns[column], row.source === null))
      else if (present(row.columns[column])) said[field] = row.columns[column]
    }
    const parent = row.nestedIn && classMaps[row.nestedIn].inside[name]
    for (const [field, [column]] of Object.entries(references)) {
      const target = row.columns[column]
      if (field === parent || isObject(row.popolo[wholeOf(field)])) continue
      if (typeof target === 'string' && this.#ids.has(target)) said[field] = this.#ids.get(target)
    }
    const { id: _, ...rest } = row.popolo
    const whole = { ...said, ...rest }
    for (const part of Object.keys(inside) as PopoloClass[]) {
      const nested = this.#nested.get(`${row.id} ${part}`)
      if (nested) whole[part] = nested.map(one => this.object(part, one))
    }
    return whole
  }

  list(name: PopoloClass): PopoloObject[] {
    return (this.rows.get(name) ?? []).filter(row => !parentOf(name, row)).map(row => this.object(name, row))
  }

  id(row: string) {
    return this.#ids.get(row)
  }
}

/** The row inside which another one stands. */
function parentOf(name: PopoloClass, row: StoredRow): string | null {
  const field = row.nestedIn && classMaps[row.nestedIn].inside[name]
  const [column] = (field && classMaps[name].references[field]) || []
  const parent = column && row.columns[column]
  return typeof parent === 'string' ? parent : null
}

const topOf = (sources: PopoloRows['sources']): PopoloObject => {
  if (sources.length <= 1) return sources[0]?.top ?? {}
  const lists: PopoloObject = {}
  for (const { top } of sources)
    for (const [key, value] of Object.entries(top))
      lists[key] =
        Array.isArray(lists[key]) && Array.isArray(value) ? [...lists[key], ...value] : (lists[key] ?? value)
  return { ...lists, meta: { bodies: sources.map(({ name, top }) => ({ name, meta: top.meta ?? null })) } }
}

/** Popolo JSON: a list for each class. Of one council alone when `council` is given: what it leads to. */
export function writePopolo(found: PopoloRows, council: string | null = null): PopoloObject {
  const rows = council === null ? found.rows : reachable(found.rows, council)
  const writing = new Writing(rows)
  const sittings = found.sessions.flatMap(({ id, council: of, number, day }) => {
    const organization = writing.id(of)
    return organization === undefined
      ? []
      : [{ id, name: `${number}`, classification: 'session', organization_id: organization, start_date: day }]
  })
  const written = topOf(found.sources)
  const whole: PopoloObject = { ...written }
  for (const name of popoloClasses) {
    const list = [...writing.list(name), ...(name === 'events' ? sittings : [])]
    if (list.length > 0) whole[name] = list
  }
  return whole
}
