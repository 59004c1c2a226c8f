import { describe, expect, test } from 'vitest'
import { isDue, lastDeparture } from './due.ts'

const at = (text: string) => Temporal.Instant.from(text)
const left = (digest: 'daily' | 'weekly', zone: string, now: string) =>
  lastDeparture(digest, zone, at(now)).toString()

describe('the departure of a digest', () => {
  test('is seven in the morning where the umbrella is', () => {
    expect(left('daily', 'Europe/Kyiv', '2026-11-20T10:00:00Z')).toBe('2026-11-20T05:00:00Z')
    expect(left('daily', 'Europe/Warsaw', '2026-11-20T10:00:00Z')).toBe('2026-11-20T06:00:00Z')
    expect(left('daily', 'Europe/Kyiv', '2026-11-20T05:00:00Z')).toBe('2026-11-20T05:00:00Z')
    expect(left('daily', 'Europe/Kyiv', '2026-11-20T04:59:59Z')).toBe('2026-11-19T05:00:00Z')
  })

  test('stays at seven when the clocks change', () => {
    expect(left('daily', 'Europe/Kyiv', '2026-03-29T12:00:00Z')).toBe('2026-03-29T04:00:00Z')
    expect(left('daily', 'Europe/Kyiv', '2026-10-25T12:00:00Z')).toBe('2026-10-25T05:00:00Z')
  })

  test('is on Mondays for those who want it weekly', () => {
    expect(left('weekly', 'Europe/Kyiv', '2026-11-20T10:00:00Z')).toBe('2026-11-16T05:00:00Z')
    expect(left('weekly', 'Europe/Kyiv', '2026-11-16T04:00:00Z')).toBe('2026-11-09T05:00:00Z')
    expect(left('weekly', 'Europe/Kyiv', '2026-11-22T10:00:00Z')).toBe('2026-11-16T05:00:00Z')
  })
})

describe('news', () => {
  test('waits for the next departure, and leaves late after a night of downtime', () => {
    const since = at('2026-11-19T20:00:00Z')
    expect(isDue('daily', 'Europe/Kyiv', since, at('2026-11-20T04:00:00Z'))).toBe(false)
    expect(isDue('daily', 'Europe/Kyiv', since, at('2026-11-20T05:02:00Z'))).toBe(true)
    expect(isDue('daily', 'Europe/Kyiv', since, at('2026-11-20T11:02:00Z'))).toBe(true)
    expect(isDue('daily', 'Europe/Kyiv', at('2026-11-20T05:30:00Z'), at('2026-11-20T11:02:00Z'))).toBe(false)
    expect(isDue('weekly', 'Europe/Kyiv', since, at('2026-11-22T12:00:00Z'))).toBe(false)
    expect(isDue('weekly', 'Europe/Kyiv', since, at('2026-11-23T05:02:00Z'))).toBe(true)
  })

  test('does not wait when its reader changed to every letter, or to none', () => {
    const now = at('2026-11-20T04:00:00Z')
    expect(isDue('each', 'Europe/Kyiv', now, now)).toBe(true)
    expect(isDue('none', 'Europe/Kyiv', now, now)).toBe(true)
  })
})
