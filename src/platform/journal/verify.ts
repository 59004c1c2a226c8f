import type pg from 'pg'
import { entryLeafHash, partHash, partsOf, rootRecord, type StoredRoot } from './entry-hashes.ts'
import {
  forgottenParts,
  type StoredLeaf,
  storedLeaves,
  storedNodes,
  storedRoots,
  waitingEntries,
} from './stored.ts'
import { GrowingTree, nodeHash } from './tree.ts'

/** Something that is not as it was sealed. `leaf` and `entry` are null where it is not one entry (a root, a node). */
export type Finding = { leaf: number | null; entry: string | null; problem: string }

/** A root that somebody kept: from the weekly mail or a printed page. `root` in hexadecimal. */
export type Witness = { size: number; root: string }

export type Verification = { sealed: number; roots: number; waiting: number; findings: Finding[] }

const missing = (from: number, to: number): Finding[] => [
  {
    leaf: from,
    entry: null,
    problem: to - from === 1 ? 'the entry was removed' : `entries ${from} to ${to - 1} were removed`,
  },
]

function checkParts(leaf: StoredLeaf, forgotten: Set<string>): string[] {
  return partsOf(leaf).flatMap(part => {
    if (part.salt !== null)
      return partHash(part, part.salt).equals(part.hash) ? [] : [`its ${part.name} was changed`]
    if (part.fields.some(value => value !== null)) return [`its ${part.name} was changed`]
    return forgotten.has(`${leaf.id} ${part.name}`) ? [] : [`its ${part.name} was removed`]
  })
}

function checkLeaf(leaf: StoredLeaf, forgotten: Set<string>): string[] {
  const problems = checkParts(leaf, forgotten)
  if (!leaf.treeHash) return [...problems, 'the tree has no leaf for it']
  if (!entryLeafHash(leaf).equals(leaf.treeHash))
    problems.push('it is not the entry that the tree holds here')
  return problems
}

type Leaves = { findings: Finding[]; count: number; rootAt: Map<number, Buffer> }

async function checkLeaves(client: pg.ClientBase, umbrella: string, sizes: Set<number>): Promise<Leaves> {
  const forgotten = await forgottenParts(client, umbrella)
  const tree = new GrowingTree()
  const result: Leaves = { findings: [], count: 0, rootAt: new Map() }
  for await (const leaf of storedLeaves(client, umbrella)) {
    if (leaf.leaf > result.count) result.findings.push(...missing(result.count, leaf.leaf))
    result.count = leaf.leaf + 1
    const problems = checkLeaf(leaf, forgotten)
    if (problems.length)
      result.findings.push({ leaf: leaf.leaf, entry: leaf.id, problem: problems.join('; ') })
    tree.append(leaf.treeHash ?? entryLeafHash(leaf))
    if (sizes.has(result.count)) result.rootAt.set(result.count, tree.root()!)
  }
  return result
}

const span = (level: number, position: number) => {
  const width = 2 ** level
  return width === 1
    ? `leaf ${position}`
    : `the subtree over leaves ${position * width} to ${(position + 1) * width - 1}`
}

// Each node is compared with the stored hashes below it: what was altered is named, what stands above it is not.
async function checkNodes(client: pg.ClientBase, umbrella: string, size: number): Promise<Finding[]> {
  const findings: Finding[] = []
  const expected = (level: number) => Math.floor(size / 2 ** level)
  const found = new Map<number, number>()
  const add = (level: number, position: number, problem: string) =>
    findings.push({
      leaf: position * 2 ** level,
      entry: null,
      problem: `${span(level, position)} ${problem}`,
    })
  for await (const node of storedNodes(client, umbrella)) {
    for (let gap = found.get(node.level) ?? 0; gap < Math.min(node.position, expected(node.level)); gap++) {
      add(node.level, gap, 'is missing in the tree')
    }
    found.set(node.level, node.position + 1)
    if (node.position >= expected(node.level)) add(node.level, node.position, 'was inserted into the tree')
    else if (
      node.level > 0 &&
      node.left &&
      node.right &&
      !nodeHash(node.left, node.right).equals(node.hash)
    ) {
      add(node.level, node.position, 'does not have the hash of its halves')
    }
  }
  for (let level = 0; expected(level) > 0; level++) {
    for (let gap = found.get(level) ?? 0; gap < expected(level); gap++)
      add(level, gap, 'is missing in the tree')
  }
  return findings
}

function checkRoots(roots: StoredRoot[], leaves: Leaves): Finding[] {
  const problems: Finding[] = []
  const add = (root: StoredRoot, problem: string) =>
    problems.push({
      leaf: root.size - 1,
      entry: null,
      problem: `the root of ${root.size} entries ${problem}`,
    })
  let previous: StoredRoot | undefined
  let differs = false
  for (const root of roots) {
    const computed = leaves.rootAt.get(root.size)
    // A damaged leaf alters every root after it: the first one is enough to know.
    if (computed && !computed.equals(root.root) && !differs) {
      add(root, 'is not the root of these entries')
      differs = true
    }
    if (!rootRecord(root).equals(root.record)) add(root, 'or its time was changed')
    const follows = previous ? root.previousRecord?.equals(previous.record) : root.previousRecord === null
    if (!follows || root.previousSize !== (previous?.size ?? 0))
      add(root, 'does not follow the root before it')
    previous = root
  }
  return problems
}

function checkWitnesses(roots: StoredRoot[], witnesses: Witness[]): Finding[] {
  const known = new Set(roots.map(root => `${root.size} ${root.root.toString('hex')}`))
  return witnesses
    .filter(({ size, root }) => !known.has(`${size} ${root.toLowerCase()}`))
    .map(({ size }) => ({
      leaf: null,
      entry: null,
      problem: `the root of ${size} entries that was given is not in this journal: it was rewritten`,
    }))
}

/**
 * Recomputes an umbrella's journal from its entries up and compares it with everything that was sealed, and with
 * `witnesses`. Runs as the owner of the tables, inside one repeatable-read transaction of the caller.
 *
 * It finds what was changed in the database by anybody who did not also recompute everything above it; who did is found
 * by a witness.
 */
export async function verifyJournal(
  client: pg.ClientBase,
  umbrella: string,
  witnesses: Witness[] = [],
): Promise<Verification> {
  const roots = await storedRoots(client, umbrella)
  const size = roots.at(-1)?.size ?? 0
  const leaves = await checkLeaves(client, umbrella, new Set(roots.map(root => root.size)))
  const findings = [...leaves.findings]
  if (leaves.count < size) findings.push(...missing(leaves.count, size))
  if (leaves.count > size) {
    const last = leaves.count - 1
    findings.push({
      leaf: last,
      entry: null,
      problem: `entries ${size} to ${last} were inserted: no root covers them`,
    })
  }
  findings.push(...(await checkNodes(client, umbrella, size)))
  findings.push(...checkRoots(roots, leaves), ...checkWitnesses(roots, witnesses))
  return {
    sealed: leaves.count,
    roots: roots.length,
    waiting: await waitingEntries(client, umbrella),
    findings,
  }
}
