import { expect, test } from 'vitest'
import { kept, keptWith } from './kept.ts'

test('an answer is kept until there are too many', () => {
  let made = 0
  const double = kept((n: number) => {
    made++
    return n * 2
  }, 2)
  expect([double(1), double(1), double(2)]).toEqual([2, 2, 4])
  expect(made).toBe(2)
  expect([double(3), double(1)]).toEqual([6, 2])
  expect(made).toBe(4)
})

test('an answer is kept with what it was made of, and with nothing that only looks the same', () => {
  let made = 0
  const name = keptWith((_: { n: number }) => `made ${++made}`)
  const one = { n: 1 }
  expect([name(one), name(one), name({ n: 1 })]).toEqual(['made 1', 'made 1', 'made 2'])
})
