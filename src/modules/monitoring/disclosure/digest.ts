import { createHash } from 'node:crypto'
import type { ReleaseCell } from './release.ts'

const keyOf = ({ standing, dimension, period, code, region }: ReleaseCell) =>
  [standing, dimension, period, code, region].join('|')

/** SHA-256 of the numbers of a release; the database counts the same as `monitoring.digest_of`. */
export function digestOf(cells: readonly ReleaseCell[]): Buffer {
  const lines = cells
    .map(cell => ({ key: keyOf(cell), cell }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, cell }) => `${key}|${cell.status}|${cell.status === 'suppressed' ? '' : cell.value}`)
  return createHash('sha256').update(lines.join('\n')).digest()
}
