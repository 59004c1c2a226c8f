import type { CodedColumn } from './incident-map.ts'

const listed = (codes: string | readonly string[] | null | undefined): readonly string[] =>
  codes === null || codes === undefined ? [] : [codes].flat()

// How compound categories are written: “attack & arson”, "напад; підпал". A bare slash is part of many words.
const separators = [' & ', ';', ' + ', ' / ', '|', '\n']

/** The parts of a compound category. */
export const partsOf = (text: string, split: readonly string[] = separators): string[] =>
  split
    .reduce((parts, separator) => parts.flatMap(part => part.split(separator)), [text])
    .map(part => part.trim())
    .filter(Boolean)

/**
 * The codes of a cell, in the order of the file, and the values that the mapping does not explain. The whole cell is looked
 * up before it is split: some categories have a separator in their own name.
 */
export function readCodes(
  cell: string,
  text: string,
  { split, values = {}, words = {}, same }: CodedColumn,
): { codes: string[]; unmapped: string[] } {
  const folded = new Map(Object.entries(values).map(([value, codes]) => [value.trim().toLowerCase(), codes]))
  const parts = folded.has(cell.trim().toLowerCase()) ? [cell.trim()] : partsOf(cell, split)
  const found: string[] = []
  const unmapped: string[] = []
  for (const part of parts) {
    const codes = folded.get(part.toLowerCase())
    if (codes === undefined || codes === '') unmapped.push(part)
    else found.push(...listed(codes))
  }
  if (found.length === 0) {
    const lower = text.toLowerCase()
    for (const [word, codes] of Object.entries(words))
      if (lower.includes(word.toLowerCase())) found.push(...listed(codes))
  }
  if (found.length === 0) found.push(...listed(same))
  return { codes: [...new Set(found)].filter(code => code !== ''), unmapped }
}
