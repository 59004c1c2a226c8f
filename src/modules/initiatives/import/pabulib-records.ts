import type { Line, Problem } from './pabulib-lines.ts'

/** A line of a part with a header, by the names of its fields. "None" says nothing. */
export type Row = { row: number; get: (field: string) => string }

/** Collects what is wrong with a file: all of it, for one correction. */
export type Complain = (row: number, column: string, problem: string) => void

/** More than anybody reads; a file of another kind would bring one for every line. */
const mostProblems = 200

export function complaints() {
  const problems: Problem[] = []
  const complain: Complain = (row, column, problem) => {
    if (problems.length < mostProblems) problems.push({ row, column, problem })
  }
  return { problems, complain }
}

const said = (cell = '') => (cell.toLowerCase() === 'none' ? '' : cell)

/** Rows under a header, which must have the `required` fields. */
export function rowsOf([header, ...lines]: Line[], required: readonly string[], complain: Complain): Row[] {
  const names = (header?.cells ?? []).map(name => name.toLowerCase())
  while (names.at(-1) === '') names.pop()
  const row = header?.row ?? 1
  for (const field of required) if (!names.includes(field)) complain(row, field, 'This column is missing.')
  for (const [index, name] of names.entries())
    if (names.indexOf(name) < index) complain(row, name, 'This column is there twice.')
  const places = new Map(names.map((name, index) => [name, index]))
  return lines.map(line => {
    if (line.cells.slice(names.length).some(cell => cell !== ''))
      complain(line.row, '', `This line has ${line.cells.length} fields; the header has ${names.length}.`)
    return { row: line.row, get: field => said(line.cells[places.get(field) ?? -1]) }
  })
}

/** META: a key and its value on each line, under a header or not. */
export function metaOf(lines: Line[], complain: Complain): Map<string, { row: number; value: string }> {
  const meta = new Map<string, { row: number; value: string }>()
  for (const { row, cells } of lines) {
    const [key = '', value, ...more] = cells
    const name = key.toLowerCase()
    if (name === 'key' && value?.toLowerCase() === 'value') continue
    if (meta.has(name)) complain(row, name, 'This is said twice.')
    // A description may hold the separator without quotation marks.
    const whole = [value, ...more].join(';').replace(/;+$/, '')
    meta.set(name, { row, value: said(whole) })
  }
  return meta
}

export type Meta = ReturnType<typeof metaOf>
