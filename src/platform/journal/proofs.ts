import { rows, type Tx } from '#platform/database/scope.ts'
import { completeSubtrees, consistencyRanges, foldSubtrees, inclusionRanges, type Range } from './tree.ts'

/** The hashes of ranges of leaves, read in one query. Throws when a node is missing: the tree is damaged. */
async function rangeHashes(tx: Tx, ranges: Range[]): Promise<Buffer[]> {
  const nodes = ranges.map(completeSubtrees)
  const wanted = nodes.flat()
  const found = await rows<{ hash: Buffer }>(
    tx,
    'journal.nodes',
    `select n.hash from unnest($1::smallint[], $2::bigint[]) with ordinality as wanted (level, position, place)
     join platform.journal_nodes n
       on n.umbrella_id = platform.current_umbrella() and n.level = wanted.level and n.position = wanted.position
     order by wanted.place`,
    [wanted.map(node => node.level), wanted.map(node => node.position)],
  )
  if (found.length < wanted.length) throw new Error('the journal has no such leaves, or its tree is damaged')
  let next = 0
  return nodes.map(subtrees => foldSubtrees(subtrees.map(() => found[next++]!.hash)))
}

/** The root of the first `size` entries of this umbrella (≥ 1), of any size that was ever reached. */
export async function rootAt(tx: Tx, size: number): Promise<Buffer> {
  return (await rangeHashes(tx, [{ start: 0, end: size }]))[0]!
}

/** Proves to a holder of the root of `size` entries that `leaf` is one of them; `verifyInclusion` checks it. */
export async function inclusionProof(tx: Tx, leaf: number, size: number): Promise<Buffer[]> {
  if (leaf < 0 || leaf >= size) throw new RangeError(`leaf ${leaf} is not in a tree of ${size}`)
  return rangeHashes(tx, inclusionRanges(leaf, { start: 0, end: size }))
}

/**
 * Proves to a holder of the root of `from` entries that the root of `to` entries only added to it; `verifyConsistency`
 * checks it.
 */
export async function consistencyProof(tx: Tx, from: number, to: number): Promise<Buffer[]> {
  if (from < 1 || from > to) throw new RangeError(`a tree of ${to} does not begin with one of ${from}`)
  return rangeHashes(tx, consistencyRanges(from, { start: 0, end: to }))
}
