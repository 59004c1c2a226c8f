import { Hono } from 'hono'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { type Viewer, visitor } from '#platform/http/viewer.ts'
import { newId } from '#platform/id.ts'
import type { Platform } from '#platform/platform.ts'
import { live } from './live.ts'
import { liveStream } from './stream.ts'

/** A page about one thing; what can be seen of it and whether the session lasts is the test's to change. */
function stage(account: string | null = newId()) {
  const at = { sight: 1 as number | null, viewer: { ...visitor, account } as Viewer | null, looks: 0 }
  const id = newId()
  const app = new Hono<UmbrellaEnv>().get('/', c => {
    c.set('platform', { log: pino({ level: 'silent' }) } as Platform)
    c.set('viewer', { ...visitor, account })
    c.set('lookAgain', async () => at.viewer)
    return liveStream(c, id, async () => {
      at.looks++
      if (at.sight === -1) throw new Error('a bug')
      return at.sight
    })
  })
  const open = async () => {
    const answer = await app.request('/')
    const reader = answer.body!.getReader()
    const next = async () => new TextDecoder().decode((await reader.read()).value)
    return { status: answer.status, next, cancel: () => reader.cancel() }
  }
  return { at, id, open }
}

const end = 'event: end\ndata:\n\n'

describe('a live stream', () => {
  test('says at once what is to be seen, and again when that has changed', async () => {
    const { at, id, open } = stage()
    const { next, cancel } = await open()
    expect(await next()).toBe('data: 1\n\n')
    at.sight = 2
    live.arrived(id)
    expect(await next()).toBe('data: 2\n\n')
    live.arrived(id)
    expect(await next()).toBe(':\n\n')
    await cancel()
    const { looks } = at
    live.arrived(id)
    expect(at.looks).toBe(looks)
  })

  test('ends with the session', async () => {
    const { at, id, open } = stage()
    const { next } = await open()
    await next()
    at.viewer = null
    live.arrived(id)
    expect(await next()).toBe(end)
    expect(await next()).toBe('')
  })

  test('ends when nothing can be seen any more, when the program stops, and on a bug', async () => {
    for (const [sight, stop] of [
      [null, live.arrived],
      [1, live.end],
      [-1, live.arrived],
    ] as const) {
      const { at, id, open } = stage()
      const { next } = await open()
      await next()
      at.sight = sight
      stop.call(live, id)
      expect(await next()).toBe(end)
    }
  })

  test('is refused to somebody who holds six, until one of them ends', async () => {
    const { open } = stage()
    const streams = await Promise.all(Array.from({ length: 6 }, open))
    expect((await open()).status).toBe(503)
    await streams[0]!.cancel()
    const seventh = await open()
    expect(seventh.status).toBe(200)
    for (const { cancel } of [...streams, seventh]) await cancel()
  })
})
