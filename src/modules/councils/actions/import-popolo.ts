import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { chooseSource } from '../import/choose-source.ts'
import { settleReferences } from '../import/settle-references.ts'
import { differs, type PopoloRow, type Recorded, recordedRows, storeRows } from '../import/store-rows.ts'
import { kindOf } from '../kind-of.ts'
import { popoloClasses } from '../popolo/classes.ts'
import { type Entry, type EntryProblem, Flattening } from '../popolo/flatten.ts'
import { place, type Unplaced } from '../popolo/place.ts'
import type { PopoloFile } from '../popolo/read-file.ts'
import { takenSlugs } from '../queries/slugs.ts'
import type { PopoloClass } from '../schema/of-popolo.ts'
import { freeSlug } from '../slug.ts'

export type ImportOptions = { fileName: string; source: string | null; public: boolean }

type Counts = { objects: number; imported: number; updated: number; unchanged: number; duplicates: number }

/** What an import did. With `rejected` nothing was written; `unplaced` is kept as it was written. */
export type PopoloOutcome = {
  source: string | null
  classes: Partial<Record<PopoloClass, Counts>>
  rejected: EntryProblem[]
  unplaced: Unplaced[]
  unknown: string[]
}

const hasObjects = (key: string, value: unknown) =>
  Array.isArray(value)
    ? value.length > 0
    : popoloClasses.some(name => name === key) && typeof value === 'object' && value !== null

const unknownClasses = (file: PopoloFile) =>
  Object.entries(file.top)
    .filter(([key, value]) => key !== 'meta' && hasObjects(key, value))
    .map(([key]) => key)

class Import {
  readonly #ids = new Map<string, string>()
  readonly #byId = new Map<string, { row: string; text: boolean }>()
  readonly #recorded = new Map<string, Recorded>()
  readonly #peopled = new Set<string>()
  readonly unplaced: Unplaced[] = []
  readonly classes: Partial<Record<PopoloClass, Counts>> = {}

  readonly tx: Tx
  readonly source: string
  readonly entries: readonly Entry[]
  readonly options: ImportOptions
  readonly slugs: Set<string>

  constructor(tx: Tx, source: string, entries: readonly Entry[], options: ImportOptions, slugs: Set<string>) {
    this.tx = tx
    this.source = source
    this.entries = entries
    this.options = options
    this.slugs = slugs
  }

  // Ids first: objects point at those that come later in the file too.
  async number() {
    for (const name of popoloClasses) {
      for (const row of await recordedRows(this.tx, name, this.source)) {
        this.#recorded.set(`${name} ${row.popolo_key}`, row)
        this.#ids.set(`${name} ${row.popolo_key}`, row.id)
        if (row.popolo_id && !this.#byId.has(`${name} ${row.popolo_id}`))
          this.#byId.set(`${name} ${row.popolo_id}`, {
            row: row.id,
            text: !('id' in (row.row.popolo as object)),
          })
      }
    }
    for (const { class: name, key, id, object } of this.entries) {
      const known = this.#ids.get(`${name} ${key}`) ?? newId()
      this.#ids.set(`${name} ${key}`, known)
      if (id !== null && !this.#byId.has(`${name} ${id}`))
        this.#byId.set(`${name} ${id}`, { row: known, text: typeof object.id === 'string' })
      if (['memberships', 'posts'].includes(name)) this.#peopled.add(String(object.organization_id))
    }
  }

  #beside(entry: Entry): Record<string, unknown> {
    if (entry.class === 'persons') return { named: this.options.public }
    if (entry.class === 'posts') return { voting: true }
    if (entry.class === 'memberships') return { duty: 'member', delegate: false }
    if (entry.class === 'vote_events') return { recorded_at: Temporal.Now.instant().toString() }
    if (entry.class !== 'organizations') return {}
    const { name, classification } = entry.object
    const title = typeof name === 'string' && name.trim() !== '' ? name : (entry.id ?? 'council')
    return {
      kind: kindOf(
        typeof classification === 'string' ? classification : null,
        this.#peopled.has(entry.id ?? ''),
      ),
      slug: freeSlug(title, this.slugs),
      repeated: entry.repeated,
      public: this.options.public,
      ...this.#defaults(title),
    }
  }

  #defaults = (title: string) => ({
    fallback_name: { zxx: title },
    quorum_rule: 'half_of_seats',
    majority_rule: 'of_votes',
    demonstration: false,
    about: {},
    field: {},
    rules_title: {},
    created_at: Temporal.Now.instant().toString(),
    updated_at: Temporal.Now.instant().toString(),
  })

  #row(entry: Entry): PopoloRow {
    const parent = entry.parent && (this.#ids.get(`${entry.parent.class} ${entry.parent.key}`) ?? null)
    const find = (to: PopoloClass, id: string) => this.#byId.get(`${to} ${id}`) ?? null
    const own = this.#ids.get(`${entry.class} ${entry.key}`)!
    const { columns, rest } = place(entry, { own, parent, find }, this.unplaced)
    return {
      ...columns,
      id: own,
      popolo_id: entry.id,
      popolo_key: entry.key,
      nested_in: entry.parent?.class ?? null,
      position: entry.row,
      popolo: rest,
    }
  }

  async write(name: PopoloClass) {
    const own = this.entries.filter(entry => entry.class === name)
    if (own.length === 0) return
    const counts = { objects: own.length, imported: 0, updated: 0, unchanged: 0, duplicates: 0 }
    const fresh: PopoloRow[] = []
    for (const entry of own) {
      const row = this.#row(entry)
      const recorded = this.#recorded.get(`${name} ${entry.key}`)
      if (entry.repeated) counts.duplicates += 1
      if (recorded && !differs(name, row, recorded.row)) counts.unchanged += 1
      else {
        counts[recorded ? 'updated' : 'imported'] += 1
        const { fallback_name, ...beside } = recorded ? besideOf(name, recorded.row) : this.#beside(entry)
        fresh.push({
          ...beside,
          ...row,
          ...(name === 'organizations' ? { name: row.name ?? fallback_name } : {}),
        })
      }
    }
    await storeRows(this.tx, name, this.source, fresh, besideColumns[name] ?? [])
    this.classes[name] = counts
  }
}

const besideColumns: Partial<Record<PopoloClass, readonly string[]>> = {
  persons: ['named'],
  posts: ['voting'],
  memberships: ['duty', 'delegate'],
  vote_events: ['recorded_at'],
  organizations: [
    ...([
      'kind',
      'slug',
      'repeated',
      'public',
      'quorum_rule',
      'majority_rule',
      'demonstration',
      'about',
    ] as const),
    ...(['field', 'rules_title', 'created_at', 'updated_at'] as const),
  ],
}

const besideOf = (name: PopoloClass, row: Record<string, unknown>): Record<string, unknown> => ({
  ...Object.fromEntries((besideColumns[name] ?? []).map(column => [column, row[column]])),
  fallback_name: row.name,
})

/** Takes a Popolo file over, all of it or nothing: what was there is updated by id, what has no column is kept as it was written. */
export async function importPopolo(tx: Tx, file: PopoloFile, options: ImportOptions): Promise<PopoloOutcome> {
  const { entries, problems } = new Flattening(file)
  const unknown = unknownClasses(file)
  if (problems.length > 0) return { source: null, classes: {}, rejected: problems, unplaced: [], unknown }
  const source = await chooseSource(tx, file, options.fileName, options.source)
  const work = new Import(tx, source.id, entries, options, await takenSlugs(tx))
  await work.number()
  for (const name of popoloClasses) await work.write(name)
  await settleReferences(tx, source.id)
  const { classes, unplaced } = work
  const objects = Object.fromEntries(Object.entries(classes).map(([name, counts]) => [name, counts.objects]))
  await record(tx, {
    action: 'councils.popolo_imported',
    subject: { type: 'source', id: source.id },
    visibility: options.public ? 'public' : 'members',
    detail: { name: source.name, objects: Object.values(objects).reduce((sum, n) => sum + n, 0) },
  })
  return { source: source.name, classes, rejected: [], unplaced, unknown }
}
