import type { OpenedFile } from '#modules/network/index.ts'
import { readRegion } from '#platform/places/index.ts'
import type { CodedColumn, IncidentMap } from './incident-map.ts'
import { nativeRegion } from './native-regions.ts'
import { partsIn } from './read-codes.ts'

/** A word that stands in a column, in how many rows. */
export type FileWord = { word: string; rows: number }

type OfFile = Pick<OpenedFile, 'header' | 'table'>

// A person does not decide on more: what is rarer stays unexplained, and the summary says so.
const mostWords = 100

function counted(words: Iterable<string>): FileWord[] {
  const found = new Map<string, FileWord>()
  for (const word of words) {
    const key = word.toLowerCase()
    const known = found.get(key)
    if (known) known.rows += 1
    else found.set(key, { word, rows: 1 })
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows).slice(0, mostWords)
}

function* cellsOf({ header, table }: OfFile, column: string): Generator<string> {
  const index = header.indexOf(column)
  for (const { cells } of table.rows) {
    const cell = (cells[index] ?? '').trim()
    if (cell !== '') yield cell
  }
}

/** The words of a column of categories, the most frequent first. */
export function codedWords(file: OfFile, coded: CodedColumn): FileWord[] {
  if (coded.column === undefined) return []
  return counted([...cellsOf(file, coded.column)].flatMap(partsIn(coded)))
}

/** Names of regions that are not known by themselves, and those that the mapping explains. */
export function regionWords(file: OfFile, { region, country }: IncidentMap): FileWord[] {
  if (!region) return []
  const told = new Set(Object.keys(region.values ?? {}))
  return counted(cellsOf(file, region.column)).filter(
    ({ word }) => told.has(word) || (readRegion(word, country) ?? nativeRegion(word, country)) === undefined,
  )
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** The first three different things that stand in a column. */
export function samplesOf(file: OfFile, column: string): string[] {
  const samples = new Set<string>()
  for (const cell of cellsOf(file, column)) {
    samples.add(shorten(cell.replace(/\s+/g, ' ')))
    if (samples.size === 3) break
  }
  return [...samples]
}
