import { describe, expect, test } from 'vitest'
import { newId } from './id.ts'

describe('a new key', () => {
  test('is greater than every key made before it, however quickly they follow', () => {
    const made = Array.from({ length: 50_000 }, newId)
    expect(made).toEqual(made.toSorted())
    expect(new Set(made).size).toBe(made.length)
  })

  test('is a UUID of version 7 that says when it was made', () => {
    const before = Date.now()
    const id = newId()
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    // Many keys of one millisecond may have borrowed from the next ones.
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThan(before + 60_000)
  })
})
