import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  completeSubtrees,
  consistencyRanges,
  foldSubtrees,
  GrowingTree,
  inclusionRanges,
  leafHash,
  nodeHash,
  type Range,
  verifyConsistency,
  verifyInclusion,
} from './tree.ts'

// The definition of RFC 6962 §2.1, word for word, against which everything faster is compared.
function treeHash(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest()
  if (leaves.length === 1) return createHash('sha256').update(Buffer.of(0)).update(leaves[0]!).digest()
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(treeHash(leaves.slice(0, k)))
    .update(treeHash(leaves.slice(k)))
    .digest()
}

const content = (count: number) => Array.from({ length: count }, (_, i) => Buffer.from(`entry ${i}`))
const rangeHash = (leaves: Buffer[]) => (range: Range) => treeHash(leaves.slice(range.start, range.end))
const sizes = fc.integer({ min: 1, max: 150 })

describe('the tree', () => {
  test('gives the roots that Certificate Transparency publishes for its test data', () => {
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ]
    const tree = new GrowingTree()
    for (const leaf of leaves) tree.append(leafHash(Buffer.from(leaf, 'hex')))
    expect(tree.root()!.toString('hex')).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    )
  })

  test('grows leaf by leaf to the root of the definition', () => {
    const leaves = content(130)
    const tree = new GrowingTree()
    expect(tree.root()).toBeUndefined()
    leaves.forEach((leaf, i) => {
      tree.append(leafHash(leaf))
      expect(tree.root()).toEqual(treeHash(leaves.slice(0, i + 1)))
    })
  })

  test('is made of complete subtrees that fold to its root', () => {
    fc.assert(
      fc.property(sizes, size => {
        const leaves = content(size)
        const nodes = completeSubtrees({ start: 0, end: size })
        const hashes = nodes.map(({ level, position }) =>
          rangeHash(leaves)({ start: position * 2 ** level, end: (position + 1) * 2 ** level }),
        )
        expect(foldSubtrees(hashes)).toEqual(treeHash(leaves))
      }),
    )
  })
})

describe('an inclusion proof', () => {
  const prove = (leaves: Buffer[], leaf: number) =>
    inclusionRanges(leaf, { start: 0, end: leaves.length }).map(rangeHash(leaves))

  test('holds for every leaf of every tree', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, n) => {
        const [leaves, leaf] = [content(size), n % size]
        const proof = prove(leaves, leaf)
        expect(verifyInclusion(leafHash(leaves[leaf]!), leaf, size, proof, treeHash(leaves))).toBe(true)
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
      }),
    )
  })

  test('fails for another leaf, another place, another root, and after any bit of it is turned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 150 }), fc.nat(), fc.nat(), (size, n, bit) => {
        const [leaves, leaf] = [content(size), n % size]
        const proof = prove(leaves, leaf)
        const root = treeHash(leaves)
        const hash = leafHash(leaves[leaf]!)
        expect(verifyInclusion(leafHash(Buffer.from('other')), leaf, size, proof, root)).toBe(false)
        expect(verifyInclusion(hash, (leaf + 1) % size, size, proof, root)).toBe(false)
        expect(verifyInclusion(hash, leaf, size, proof, treeHash(leaves.slice(1)))).toBe(false)
        expect(verifyInclusion(hash, leaf, size, proof.slice(1), root)).toBe(false)
        const turned = proof.map(step => Buffer.from(step))
        const step = turned[bit % turned.length]!
        step[bit % 32]! ^= 1 << (bit % 8)
        expect(verifyInclusion(hash, leaf, size, turned, root)).toBe(false)
      }),
    )
  })

  test('refuses a place outside of the tree', () => {
    expect(verifyInclusion(leafHash(), 1, 1, [], leafHash())).toBe(false)
    expect(verifyInclusion(leafHash(), -1, 1, [], leafHash())).toBe(false)
  })

  test('cannot pass a node off as a leaf', () => {
    const [a, b] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))]
    expect(leafHash(a, b)).not.toEqual(nodeHash(a, b))
  })
})

describe('a consistency proof', () => {
  const prove = (leaves: Buffer[], from: number) =>
    consistencyRanges(from, { start: 0, end: leaves.length }).map(rangeHash(leaves))
  const head = (leaves: Buffer[]) => ({ size: leaves.length, root: treeHash(leaves) })
  const pair = fc.tuple(sizes, sizes).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

  test('holds between every two sizes of one journal', () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        const leaves = content(to)
        expect(verifyConsistency(head(leaves.slice(0, from)), head(leaves), prove(leaves, from))).toBe(true)
      }),
    )
  })

  test('fails when anything that the earlier root covered was changed, or a bit of the proof is turned', () => {
    fc.assert(
      fc.property(pair, fc.nat(), ([from, to], n) => {
        const leaves = content(to)
        const rewritten = leaves.with(n % from, Buffer.from('rewritten'))
        expect(verifyConsistency(head(leaves.slice(0, from)), head(rewritten), prove(rewritten, from))).toBe(
          false,
        )
        const turned = prove(leaves, from).map(step => Buffer.from(step))
        const step = turned[n % turned.length]
        if (step) {
          step[n % 32]! ^= 1 << (n % 8)
          expect(verifyConsistency(head(leaves.slice(0, from)), head(leaves), turned)).toBe(false)
        }
      }),
    )
  })
})
