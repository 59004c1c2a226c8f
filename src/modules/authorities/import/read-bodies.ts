import type { OpenedFile } from '#modules/network/index.ts'
import { checkForm } from '#platform/http/form.ts'
import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'
import { type BodyFacts, bodyForm } from '../forms/bodies.ts'

/** Something that cannot be taken over: the row as a spreadsheet shows it, and the column. */
export type BodyProblem = { row: number; column: string; message: MessageKey; values?: MessageValues }

/** A row that can be. `parentName`: the body that it belongs to, by one of its names. */
export type ReadBody = { row: number; facts: BodyFacts; parentName: string }

/** The columns that a list of public bodies may have; `name` is `name:uk`, `name:pl` and so on. */
const columns = {
  ...{ kind: 'kind', jurisdiction: 'jurisdiction', level: 'level', country: 'country', region: 'region' },
  ...{ town: 'town', competences: 'competences', languages: 'languages', email: 'email' },
  ...{ address: 'postalAddress', website: 'website', phone: 'phone', scheme: 'scheme' },
  ...{ identifier: 'identifier', founded: 'foundedOn', ended: 'endedOn', parent: 'parentName' },
} as const

const columnOf = (field: string): string =>
  Object.entries(columns).find(([, name]) => name === field)?.[0] ?? field

const isName = (heading: string) => /^name:[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(heading)

/** Headings that we do not know: a misspelt one would lose a whole column without a word. */
const unknownHeadings = (header: readonly string[]): BodyProblem[] =>
  header
    .filter(heading => heading !== '' && !isName(heading) && !(heading in columns))
    .map(column => ({ row: 1, column, message: 'authorities.body.unknownColumn' }))

function typedOf(header: readonly string[], cells: readonly string[]): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {}
  for (const [n, heading] of header.entries()) {
    const cell = cells[n] ?? ''
    if (isName(heading)) typed[heading] = cell
    else if (heading === 'languages') typed['languages[]'] = cell.split(/[;,\s]+/).filter(Boolean)
    else if (heading in columns) typed[columns[heading as keyof typeof columns]] = cell
  }
  return typed
}

/** Reads a list of public bodies, and names every problem by row and column. */
export function readBodies({ table }: OpenedFile): {
  read: ReadBody[]
  problems: BodyProblem[]
  total: number
} {
  const header = table.header.map(heading => heading.trim())
  const problems = unknownHeadings(header)
  const read: ReadBody[] = []
  for (const { row, cells } of table.rows) {
    const { parentName, ...typed } = typedOf(header, cells)
    const form = checkForm(typed, bodyForm)
    if (form.ok) read.push({ row, facts: form.data, parentName: String(parentName ?? '') })
    else
      for (const { field, message, values } of form.problems)
        problems.push({ row, column: columnOf(field), message, values })
  }
  return { read, problems, total: table.rows.length }
}
