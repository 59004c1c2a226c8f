import { expect, test } from 'vitest'
import { grownBy, megabytes } from './memory.ts'

test('what is held counts as growth, what was let go of does not', async () => {
  const held: Uint8Array[] = []
  const holding = await grownBy(async look => {
    for await (const piece of megabytes(40)) {
      held.push(piece)
      look()
    }
  })
  const passing = await grownBy(async look => {
    for await (const _piece of megabytes(40)) look()
  })
  expect(held).toHaveLength(40)
  expect(holding).toBeGreaterThan(35)
  expect(passing).toBeLessThan(20)
})
