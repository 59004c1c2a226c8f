import { describe, expect, it } from 'vitest'
import { dueOn, nextUntil } from './due.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('a release', () => {
  it('counts whole months, the last of which ended thirty days ago', () => {
    expect(nextUntil(day('2026-10-30')).toString()).toBe('2026-09-30')
    expect(nextUntil(day('2026-10-29')).toString()).toBe('2026-08-31')
    expect(nextUntil(day('2026-03-31')).toString()).toBe('2026-02-28')
  })

  it('may be the first at any time, and then waits for its months', () => {
    expect(dueOn(null, 3, day('2026-10-30'))).toBeNull()
    expect(dueOn(day('2026-06-30'), 3, day('2026-10-29'))?.toString()).toBe('2026-10-30')
    expect(dueOn(day('2026-06-30'), 3, day('2026-10-30'))).toBeNull()
    expect(dueOn(day('2026-02-28'), 1, day('2026-04-29'))?.toString()).toBe('2026-04-30')
    expect(dueOn(day('2026-02-28'), 1, day('2026-04-30'))).toBeNull()
  })
})
