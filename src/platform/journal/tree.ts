import { createHash } from 'node:crypto'

// Merkle trees as Certificate Transparency has them: RFC 6962 §2.1, RFC 9162 §2.1. The first byte tells a leaf from a
// node, so that neither can be passed off as the other.

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)

/** The hash of a leaf with this content. */
export const leafHash = (...content: Uint8Array[]): Buffer => sha256(leafPrefix, ...content)

/** The hash over two subtrees. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodePrefix, left, right)

/** Leaves `start` to `end - 1`. */
export type Range = { start: number; end: number }

// The largest power of two smaller than n: where RFC 6962 splits a tree.
function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

const halves = ({ start, end }: Range): [Range, Range] => {
  const middle = start + split(end - start)
  return [
    { start, end: middle },
    { start: middle, end },
  ]
}

/** A complete subtree, as it is stored: 2^level leaves, the position-th of its level. */
export type Node = { level: number; position: number }

/** The complete subtrees that together make a range, from left to right. The range must come from a split. */
export function completeSubtrees(range: Range): Node[] {
  const size = range.end - range.start
  const level = Math.log2(size)
  if (Number.isInteger(level)) return [{ level, position: range.start / size }]
  const [left, right] = halves(range)
  return [...completeSubtrees(left), ...completeSubtrees(right)]
}

/** The hash of a range from the hashes of its complete subtrees, from left to right. */
export const foldSubtrees = (hashes: Uint8Array[]): Buffer =>
  Buffer.from(hashes.reduceRight((right, left) => nodeHash(left, right)))

/** The ranges whose hashes prove that `leaf` is in a tree, from the leaf up (RFC 9162 §2.1.3.1). */
export function inclusionRanges(leaf: number, tree: Range): Range[] {
  if (tree.end - tree.start <= 1) return []
  const [left, right] = halves(tree)
  return leaf < left.end ? [...inclusionRanges(leaf, left), right] : [...inclusionRanges(leaf, right), left]
}

/** The ranges whose hashes prove that the first `size` leaves of a tree are the smaller tree (RFC 9162 §2.1.4.1). */
export function consistencyRanges(size: number, tree: Range, known = true): Range[] {
  if (size === tree.end - tree.start) return known ? [] : [tree]
  const [left, right] = halves(tree)
  const inLeft = left.end - left.start
  return size <= inLeft
    ? [...consistencyRanges(size, left, known), right]
    : [...consistencyRanges(size - inLeft, right, false), left]
}

const odd = (n: number) => n % 2 === 1
const half = (n: number) => Math.floor(n / 2)
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** Whether `proof` shows that `hash` is leaf number `leaf` of the tree with `size` leaves and this root. */
export function verifyInclusion(
  hash: Uint8Array,
  leaf: number,
  size: number,
  proof: Uint8Array[],
  root: Uint8Array,
): boolean {
  if (leaf < 0 || leaf >= size) return false
  let [own, last, result] = [leaf, size - 1, hash]
  for (const step of proof) {
    if (last === 0) return false
    if (odd(own) || own === last) {
      result = nodeHash(step, result)
      while (!odd(own) && own !== 0) [own, last] = [half(own), half(last)]
    } else {
      result = nodeHash(result, step)
    }
    ;[own, last] = [half(own), half(last)]
  }
  return last === 0 && same(result, root)
}

/** A root and how many leaves it covers. */
export type TreeHead = { size: number; root: Uint8Array }

/** Whether `proof` shows that the later tree begins with the earlier one: nothing was changed, removed or put between. */
export function verifyConsistency(earlier: TreeHead, later: TreeHead, proof: Uint8Array[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false
  if (earlier.size === later.size) return proof.length === 0 && same(earlier.root, later.root)
  const steps = Number.isInteger(Math.log2(earlier.size)) ? [earlier.root, ...proof] : proof
  const [first, ...rest] = steps
  if (!first || proof.length === 0) return false
  let [own, last] = [earlier.size - 1, later.size - 1]
  while (odd(own)) [own, last] = [half(own), half(last)]
  let [small, large] = [first, first]
  for (const step of rest) {
    if (last === 0) return false
    if (odd(own) || own === last) {
      small = nodeHash(step, small)
      large = nodeHash(step, large)
      while (!odd(own) && own !== 0) [own, last] = [half(own), half(last)]
    } else {
      large = nodeHash(large, step)
    }
    ;[own, last] = [half(own), half(last)]
  }
  return last === 0 && same(small, earlier.root) && same(large, later.root)
}

/** Computes the root after each leaf, keeping only one hash per level. */
export class GrowingTree {
  #peaks: { level: number; hash: Buffer }[] = []

  append(leaf: Buffer): void {
    let peak = { level: 0, hash: leaf }
    while (this.#peaks.at(-1)?.level === peak.level) {
      peak = { level: peak.level + 1, hash: nodeHash(this.#peaks.pop()!.hash, peak.hash) }
    }
    this.#peaks.push(peak)
  }

  /** Undefined for the empty tree. */
  root(): Buffer | undefined {
    return this.#peaks.length ? foldSubtrees(this.#peaks.map(peak => peak.hash)) : undefined
  }
}
