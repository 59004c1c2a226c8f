import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type JobDesk, openJobDesk, recorder } from '#tests/job-desk.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { until } from '#tests/until.ts'
import { enqueue, noSubject } from './index.ts'

let desk: JobDesk

beforeAll(async () => {
  desk = await openJobDesk()
})
afterEach(() => desk.clear())

describe('asking for a job', () => {
  test('brings it about after the commit, with ids and nothing else', async () => {
    const { seen, definition, queue } = recorder('soon')
    await desk.work(definition)
    const id = newId()
    await desk.write(tx => enqueue(tx, queue, { umbrella: desk.umbrella, id }))
    await until(() => seen.length > 0)
    expect(seen).toEqual([{ umbrella: desk.umbrella, id }])
    expect(await desk.outboxEmpty()).toBe(true)
  })

  test('brings nothing about when the transaction fails', async () => {
    const { seen, definition, queue } = recorder('rolled-back')
    await desk.work(definition)
    await expect(
      desk.write(async tx => {
        await enqueue(tx, queue, { umbrella: desk.umbrella, id: newId() })
        throw new Error('the action failed')
      }),
    ).rejects.toThrow()
    const id = newId()
    await desk.write(tx => enqueue(tx, queue, { umbrella: desk.umbrella, id }))
    await until(() => seen.length > 0)
    expect(seen).toEqual([{ umbrella: desk.umbrella, id }])
  })

  test('is kept while no worker runs', async () => {
    const { seen, definition, queue } = recorder('later-worker')
    await desk.write(tx => enqueue(tx, queue, { umbrella: desk.umbrella, id: noSubject }))
    await desk.work(definition)
    await until(() => seen.length === 1)
  })

  test('can name the moment before which it does not run', async () => {
    const begun = Promise.withResolvers<Temporal.Instant>()
    const { definition, queue } = recorder('later', {
      handler: async () => begun.resolve(Temporal.Now.instant()),
    })
    await desk.work(definition)
    const startAfter = Temporal.Now.instant().add({ milliseconds: 1500 })
    await desk.write(tx => enqueue(tx, queue, { umbrella: desk.umbrella, id: newId() }, { startAfter }))
    expect(Temporal.Instant.compare(await begun.promise, startAfter)).toBe(1)
  })

  test('several times with one key brings it about once, and again when it is asked for while it runs', async () => {
    const begun = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    let runs = 0
    const { definition, queue } = recorder('single', {
      handler: async () => {
        runs++
        begun.resolve()
        if (runs === 1) await release.promise
      },
    })
    await desk.write(async tx => {
      for (let i = 0; i < 5; i++)
        await enqueue(
          tx,
          queue,
          { umbrella: desk.umbrella, id: desk.umbrella },
          { singletonKey: desk.umbrella },
        )
    })
    await desk.work(definition)
    await begun.promise
    for (let i = 0; i < 3; i++)
      await desk.write(tx =>
        enqueue(tx, queue, { umbrella: desk.umbrella, id: desk.umbrella }, { singletonKey: desk.umbrella }),
      )
    await until(desk.outboxEmpty)
    release.resolve()
    await until(() => runs === 2)
    await sleep(1500)
    expect(runs).toBe(2)
  })

  const attempts: [string, (tx: Tx) => Promise<unknown>][] = [
    [
      'in another umbrella',
      async tx => enqueue(tx, 'test.foreign', { umbrella: await newUmbrella(desk.database), id: newId() }),
    ],
    [
      'outside of umbrellas while inside of one',
      tx => enqueue(tx, 'test.foreign', { umbrella: null, id: newId() }),
    ],
    ['and reading who else asked', tx => tx.$client.query('select * from platform.outbox')],
    ['and touching pg-boss', tx => tx.$client.query('select * from pgboss.job')],
  ]

  test.each(attempts)('is refused %s', async (_what, ask) => {
    await expect(desk.write(tx => ask(tx))).rejects.toThrow(/row-level security|permission denied/)
  })
})
