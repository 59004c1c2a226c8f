import { newId } from '#platform/id.ts'
import { searchKey } from '#platform/text/index.ts'
import type { CsvColumn } from '../csv-columns.ts'
import type { Placed } from '../queries/import.ts'
import type { Complain, MemberRow } from './member-row.ts'

/** An organisation or individual that one or more rows of the file speak of. */
export type Subject = { id: string; known: boolean; rows: MemberRow[] }

type ComplainOf = (row: MemberRow) => Complain

// The same name in the same place. Where rows carry no number this is all there is; anything less exact is left to people.
type Named = { name: Record<string, string>; country?: string; region?: string | null; town?: string | null }

const placeKeys = ({ name, country, region, town }: Named, fallback: string | null) =>
  Object.values(name).map(text =>
    [searchKey(text), country ?? fallback, region ?? '', searchKey(town ?? '')].join('|'),
  )

const contradict = (a: Pick<MemberRow, 'identifiers'>, b: Pick<Placed, 'identifiers'>) =>
  a.identifiers.some(({ scheme, value }) =>
    b.identifiers.some(other => other.scheme === scheme && other.value !== value),
  )

/** Who stands under which name, looked up by rows that carry no number. */
class Names {
  #byKey = new Map<string, Placed[]>()
  #fallback: string | null

  /** `fallback`: the country of rows that name none. */
  constructor(fallback: string | null) {
    this.#fallback = fallback
  }

  add(subject: Placed, named: Named = subject) {
    for (const key of new Set(placeKeys(named, this.#fallback))) {
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), subject])
    }
  }

  find(row: MemberRow): Placed[] {
    const found = placeKeys(row, this.#fallback).flatMap(key => this.#byKey.get(key) ?? [])
    return [...new Set(found)].filter(subject => !contradict(row, subject))
  }
}

const handles = (row: MemberRow): string[] => [
  ...(row.id ? [`id:${row.id}`] : []),
  ...row.identifiers.map(({ scheme, value }) => `${scheme}:${value}`),
]

type Known = {
  /** What the records say for a row's id and numbers, in their order. */
  named: (row: MemberRow) => (string | undefined)[]
  placed: readonly Placed[]
  /** The country of rows that name none. */
  country: string | null
}

/** Decides of whom each row speaks. Rows that name two, or a name that several have, are complained of and left out. */
export function resolveSubjects(rows: readonly MemberRow[], known: Known, complain: ComplainOf): Subject[] {
  const subjects = new Map<string, Subject>()
  const recorded = new Names(known.country)
  for (const subject of known.placed) recorded.add(subject)
  // A number in the file is a handle, a name too, unless ids or numbers say that these are two.
  const inFile = new Map<string, string>()
  const newcomers = new Names(known.country)

  function identify(row: MemberRow): { id: string; known: boolean } | null {
    const ids = [...new Set(known.named(row).filter(id => id !== undefined))]
    const handle = handles(row).find(name => inFile.has(name))
    if (ids.length > 1) {
      complain(row)(row.id ? 'id' : firstScheme(row), 'network.import.problem.twoOrganisations')
      return null
    }
    if (ids[0]) return { id: ids[0], known: true }
    if (handle) return { id: inFile.get(handle)!, known: false }
    const [one, another] = recorded.find(row)
    if (another) {
      complain(row)('name:uk', 'network.import.problem.severalOfThisName')
      return null
    }
    if (one) return { id: one.id, known: true }
    const twin = row.id ? undefined : newcomers.find(row)[0]
    return { id: twin?.id ?? row.id ?? newId(), known: false }
  }

  for (const row of rows) {
    const subject = identify(row)
    if (!subject) continue
    const entry = subjects.get(subject.id) ?? { ...subject, rows: [] }
    entry.rows.push(row)
    subjects.set(subject.id, entry)
    if (subject.known) continue
    for (const handle of handles(row)) inFile.set(handle, subject.id)
    const { name, identifiers, country = '', region = null, town = null } = row
    newcomers.add({ id: subject.id, name, identifiers, country, region, town }, row)
  }
  return [...subjects.values()]
}

const firstScheme = (row: MemberRow): CsvColumn => row.identifiers[0]?.scheme ?? 'id'

const facts = [
  'kind',
  'country',
  'region',
  'town',
  'level',
  'communities',
  'languages',
  'fields',
  'website',
  'email',
  'basis',
  'recognisedBy',
] as const

const columnOfFact = (fact: (typeof facts)[number]): CsvColumn =>
  fact === 'recognisedBy' ? 'recognised_by' : fact

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

type Merging = { united: MemberRow; row: MemberRow; differs: (column: CsvColumn) => void }

function uniteFacts({ united, row, differs }: Merging) {
  for (const fact of facts) {
    if (row[fact] === undefined) continue
    if (united[fact] === undefined) Object.assign(united, { [fact]: row[fact] })
    else if (!same(united[fact], row[fact])) differs(columnOfFact(fact))
  }
}

function uniteNames({ united, row, differs }: Merging) {
  for (const [tag, text] of Object.entries(row.name)) {
    united.name[tag] ??= text
    if (united.name[tag] !== text) differs(`name:${tag}`)
  }
}

function uniteNumbers({ united, row, differs }: Merging) {
  for (const identifier of row.identifiers) {
    const other = united.identifiers.find(({ scheme }) => scheme === identifier.scheme)
    if (!other) united.identifiers.push(identifier)
    else if (other.value !== identifier.value) differs(identifier.scheme)
  }
}

/** What all rows of one subject say together. A later row that says something else than an earlier one is complained of. */
export function uniteRows({ rows }: Subject, complain: ComplainOf): MemberRow {
  const [first, ...others] = rows
  const united: MemberRow = { ...first!, name: { ...first!.name }, identifiers: [...first!.identifiers] }
  for (const row of others) {
    const differs = (column: CsvColumn) =>
      complain(row)(column, 'network.import.problem.contradicts', { row: first!.row })
    for (const unite of [uniteFacts, uniteNames, uniteNumbers]) unite({ united, row, differs })
  }
  return united
}
