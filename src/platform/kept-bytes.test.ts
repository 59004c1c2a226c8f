import { expect, test } from 'vitest'
import { KeptBytes } from './kept-bytes.ts'

const bytes = (size: number) => new Uint8Array(size)

test('what was not asked for longest goes first, and nothing is larger than the whole', () => {
  const kept = new KeptBytes(10)
  kept.keep('a', bytes(4))
  kept.keep('b', bytes(4))
  kept.find('a')
  kept.keep('c', bytes(4))
  expect(['a', 'b', 'c'].map(key => kept.find(key)?.byteLength)).toEqual([4, undefined, 4])
  kept.keep('a', bytes(11))
  expect(['a', 'c'].map(key => kept.find(key)?.byteLength)).toEqual([undefined, 4])
  kept.keep('c', bytes(6))
  kept.keep('d', bytes(4))
  expect(['c', 'd'].map(key => kept.find(key)?.byteLength)).toEqual([6, 4])
})
