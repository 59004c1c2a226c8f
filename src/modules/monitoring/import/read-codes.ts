import type { CodedColumn } from './incident-map.ts'

const listed = (codes: string | readonly string[] | null | undefined): readonly string[] =>
  codes === null || codes === undefined ? [] : [codes].flat()

// How compound categories are written: “attack & arson”, "напад; підпал". A bare slash is part of many words.
export const separators = [' & ', ';', ' + ', ' / ', '|', '\n']

/** The parts of a compound category. */
export const partsOf = (text: string, split: readonly string[] = separators): string[] =>
  split
    .reduce((parts, separator) => parts.flatMap(part => part.split(separator)), [text])
    .map(part => part.trim())
    .filter(Boolean)

const folded = (text: string) => text.trim().toLowerCase()

/**
 * Cuts the cells of a column into their parts. The whole is looked up before it is split: some categories have a separator
 * in their own name.
 */
export function partsIn({ split, values = {} }: CodedColumn): (cell: string) => string[] {
  const whole = new Set(Object.keys(values).map(folded))
  return cell => (whole.has(folded(cell)) ? [cell.trim()] : partsOf(cell, split))
}

type Read = { codes: string[]; unmapped: string[] }

function inText(text: string, words: NonNullable<CodedColumn['words']>): string[] {
  const lower = text.toLowerCase()
  return Object.entries(words).flatMap(([word, codes]) =>
    lower.includes(word.toLowerCase()) ? listed(codes) : [],
  )
}

/** Reads the codes of cells, in the order of the file, and the values that the mapping does not explain. */
export function codesReader(coded: CodedColumn): (cell: string, text: string) => Read {
  const known = new Map(Object.entries(coded.values ?? {}).map(([value, codes]) => [folded(value), codes]))
  const parts = partsIn(coded)
  return (cell, text) => {
    const unmapped: string[] = []
    let found = parts(cell).flatMap(part => {
      const codes = known.get(folded(part))
      if (codes !== undefined && codes !== '') return listed(codes)
      unmapped.push(part)
      return []
    })
    if (found.length === 0) found = inText(text, coded.words ?? {})
    if (found.length === 0) found = [...listed(coded.same)]
    return { codes: [...new Set(found)].filter(code => code !== ''), unmapped }
  }
}
