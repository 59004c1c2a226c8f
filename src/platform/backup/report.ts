import type { Manifest } from './format.ts'

/** `1 row`, `2 rows`. */
export const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** What a backup holds, in one line for the person at the terminal. */
export function contentsOf({ umbrellas, parts, madeAt, program }: Manifest): string {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const what = [plural(umbrellas.length, 'umbrella'), plural(parts.length, 'table'), plural(rows, 'row')]
  return `${what.join(', ')}, of ${madeAt.slice(0, 19)}Z by Parasol ${program}`
}
