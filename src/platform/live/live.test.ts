import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { Live, live, tellMoved } from './live.ts'

describe('watchers of one process', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const watched = (desk: Live, id = 'a') => {
    const seen: string[] = []
    const stop = desk.watch(id, { moved: () => seen.push('moved'), end: () => seen.push('end') })
    return { seen, stop: stop! }
  }

  test('hear at once, then at most once a second, and never less than the last', () => {
    const desk = new Live()
    const { seen } = watched(desk)
    for (let news = 0; news < 50; news++) desk.arrived('a')
    expect(seen).toHaveLength(1)
    vi.advanceTimersByTime(1000)
    expect(seen).toHaveLength(2)
    vi.advanceTimersByTime(5000)
    expect(seen).toHaveLength(2)
    desk.arrived('b')
    expect(seen).toHaveLength(2)
  })

  test('hear nothing after they stopped', () => {
    const desk = new Live()
    const { seen, stop } = watched(desk)
    stop()
    stop()
    desk.arrived('a')
    desk.end()
    expect(seen).toEqual([])
  })

  test('are only so many', () => {
    const desk = new Live(2)
    const { stop } = watched(desk)
    watched(desk)
    expect(desk.watch('a', { moved: () => {}, end: () => {} })).toBe(null)
    stop()
    expect(desk.watch('a', { moved: () => {}, end: () => {} })).not.toBe(null)
  })

  test('are told of the end, and to look again when news may have been lost', () => {
    const desk = new Live()
    const { seen } = watched(desk)
    desk.missed()
    desk.end()
    expect(seen).toEqual(['moved', 'end'])
  })

  test('are told by the next attempt what did not get through to other processes', async () => {
    const told: string[][] = []
    const desk = new Live()
    let broken = true
    desk.connect(async moved => {
      if (broken) throw new Error('no way')
      told.push(moved.map(({ id }) => id))
    })
    desk.moved({ umbrella: 'u', id: 'a' })
    await vi.advanceTimersByTimeAsync(2500)
    expect(told).toEqual([])
    broken = false
    await vi.advanceTimersByTimeAsync(3000)
    expect(told).toEqual([['a']])
  })

  test('are told together what moved within a second, here when there is no way to other processes', async () => {
    const told: string[][] = []
    const desk = new Live()
    const { seen } = watched(desk)
    desk.connect(async all => void told.push(all.map(({ id }) => id)))
    for (const id of ['a', 'b', 'a']) desk.moved({ umbrella: 'u', id })
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([['a', 'b']])
    expect(seen).toEqual([])
    desk.connect(() => Promise.reject(new Error('no connection')))
    desk.moved({ umbrella: 'u', id: 'a' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(seen).toEqual(['moved'])
  })
})

test('a transaction that is rolled back moves nothing', async () => {
  const database = await freshDatabase()
  const umbrella = await newUmbrella(database)
  const moved = vi.spyOn(live, 'moved').mockImplementation(() => {})
  const scope = { umbrella, account: null }
  const [kept, lost] = [newId(), newId()]
  await inScope(database.request, scope, 'write', async tx => tellMoved(tx, kept))
  await expect(
    inScope(database.request, scope, 'write', async tx => {
      tellMoved(tx, lost)
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(moved.mock.calls).toEqual([[{ umbrella, id: kept }]])
  moved.mockRestore()
})
