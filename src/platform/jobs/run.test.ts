import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
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

describe('a handler', () => {
  test('works inside the umbrella as the request role, for nobody', async () => {
    const found: unknown[] = []
    const { definition, queue } = recorder('scope', {
      handler: (context, ref) =>
        context.inScope({ umbrella: ref.umbrella, account: null }, 'write', async tx => {
          const { rows } = await tx.$client.query(
            'select current_user as role, platform.current_umbrella() as umbrella, platform.current_account() as account',
          )
          found.push(...rows)
        }),
    })
    await desk.work(definition)
    await desk.write(tx => enqueue(tx, queue, { umbrella: desk.umbrella, id: newId() }))
    await until(() => found.length > 0)
    expect(found).toEqual([{ role: 'parasol_request', umbrella: desk.umbrella, account: null }])
  })

  test('that fails is called again, and a transaction marked once commits once', async () => {
    let attempts = 0
    const { definition, queue } = recorder('retry', {
      retry: { limit: 3, delay: 0, backoff: false },
      handler: async (context, ref) => {
        attempts++
        await context.once({ umbrella: ref.umbrella, account: desk.coordinator }, async tx => {
          await tx.$client.query(`update people.people set name = name || '!' where id = $1`, [
            desk.coordinator,
          ])
        })
        if (attempts < 3) throw new Error('not yet')
      },
    })
    await desk.work(definition)
    await desk.write(tx => enqueue(tx, queue, { umbrella: desk.umbrella, id: newId() }))
    await until(() => attempts === 3)
    const { rows } = await desk.database.owner.query('select name from people.people where id = $1', [
      desk.coordinator,
    ])
    expect(rows).toEqual([{ name: 'Somebody!' }])
  })

  test('that takes longer than its time is tried again', async () => {
    let attempts = 0
    const { definition, queue } = recorder('timeout', {
      timeout: 1,
      retry: { limit: 1, delay: 0, backoff: false },
      handler: async ({ signal }) => {
        if (++attempts === 1) await new Promise(resolve => signal.addEventListener('abort', resolve))
      },
    })
    await desk.work(definition)
    await desk.write(tx => enqueue(tx, queue, { umbrella: desk.umbrella, id: newId() }))
    await until(() => attempts === 2)
  })

  test('does not hold up the others of its batch when it fails', async () => {
    const seen: string[] = []
    const bad = newId()
    const { definition, queue } = recorder('batch', {
      retry: { limit: 0, delay: 0, backoff: false },
      handler: async (_context, ref) => {
        if (ref.id === bad) throw new Error('bad')
        seen.push(ref.id)
      },
    })
    const ids = Array.from({ length: 12 }, newId)
    await desk.write(async tx => {
      for (const id of [bad, ...ids]) await enqueue(tx, queue, { umbrella: desk.umbrella, id })
    })
    await desk.work(definition)
    await until(() => seen.length === 12)
    expect(new Set(seen)).toEqual(new Set(ids))
  })
})

describe('a schedule', () => {
  test('for each umbrella becomes a job for each', async () => {
    const { seen, definition, queue } = recorder('each', {
      schedule: { cron: '0 0 1 1 *', zone: 'Europe/Kyiv', each: 'umbrella' },
    })
    const other = await newUmbrella(desk.database)
    await desk.work(definition)
    // What the clock sends at the hour.
    await desk.write(tx => enqueue(tx, queue, { umbrella: null, id: noSubject }), {
      umbrella: null,
      account: null,
    })
    await until(async () => {
      const { rows } = await desk.database.owner.query('select count(*) as count from platform.umbrellas')
      return seen.length === rows[0].count
    })
    expect(seen).toContainEqual({ umbrella: desk.umbrella, id: desk.umbrella })
    expect(seen).toContainEqual({ umbrella: other, id: other })
  })

  test('is kept by pg-boss in the zone that was given, and dropped when the program no longer has it', async () => {
    const schedules = async () => {
      const worker = new pg.Client(desk.database.worker)
      await worker.connect()
      const { rows } = await worker.query('select name, cron, timezone from pgboss.schedule')
      await worker.end()
      return rows
    }
    const { definition } = recorder('yearly', {
      schedule: { cron: '0 8 1 9 *', zone: 'Europe/Warsaw', each: 'installation' },
    })
    await (await desk.work(definition)).stop()
    expect(await schedules()).toEqual([{ name: 'test.yearly', cron: '0 8 1 9 *', timezone: 'Europe/Warsaw' }])
    await desk.work(recorder('other').definition)
    expect(await schedules()).toEqual([])
  })
})

describe('the worker', () => {
  test('is healthy while it works and not after it stopped', async () => {
    const jobs = await desk.work(recorder('healthy').definition)
    expect(jobs.healthy()).toBe(true)
    await jobs.stop()
    expect(jobs.healthy()).toBe(false)
  })

  test('refuses two definitions of one queue', async () => {
    await expect(desk.work(recorder('twice').definition, recorder('twice').definition)).rejects.toThrow(
      'same queue',
    )
  })
})
