import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#platform/database/scope.ts'
import { NotFound } from '#platform/http/errors.ts'
import { newId } from '#platform/id.ts'
import { type JobDesk, openJobDesk, recorder } from '#tests/job-desk.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { until } from '#tests/until.ts'
import {
  countDeadLetters,
  deadLetters,
  dismissDeadLetter,
  enqueue,
  GiveUp,
  noSubject,
  retryDeadLetter,
} from './index.ts'

let desk: JobDesk

beforeAll(async () => {
  desk = await openJobDesk()
})
afterEach(() => desk.clear())

describe('a dead letter', () => {
  const mine: Scope = {
    get umbrella() {
      return desk.umbrella
    },
    get account() {
      return desk.coordinator
    },
  }

  async function failedJob(name: string, error: () => Error, limit = 1) {
    let attempts = 0
    let mended = false
    const job = recorder(name, {
      retry: { limit, delay: 0, backoff: false },
      handler: async () => {
        attempts++
        if (!mended) throw error()
      },
    })
    await desk.work(job.definition)
    const id = newId()
    await desk.write(tx => enqueue(tx, job.queue, { umbrella: desk.umbrella, id }))
    const find = async () =>
      (await desk.write(tx => deadLetters(tx), mine)).find(letter => letter.subject === id)
    await until(async () => (await find()) !== undefined)
    return {
      letter: (await find())!,
      id,
      queue: job.queue,
      attempts: () => attempts,
      mend: () => {
        mended = true
      },
    }
  }

  test('is laid down after the last attempt, without what the error said', async () => {
    const { letter, id, queue, attempts } = await failedJob('dead', () =>
      Object.assign(new Error('Key (email)=(olena@example.org)'), { code: '23505' }),
    )
    expect(attempts()).toBe(2)
    expect(letter).toEqual({
      id: expect.any(String),
      umbrella: desk.umbrella,
      queue,
      subject: id,
      failure: 'Error 23505',
      attempts: 2,
      failedAt: expect.any(Temporal.Instant),
    })
    const worker = new pg.Client(desk.database.worker)
    await worker.connect()
    const kept = await worker.query<{ text: string }>(
      `select string_agg(j::text, '') as text from pgboss.job j`,
    )
    await worker.end()
    expect(kept.rows[0]!.text).toContain('Error 23505')
    expect(kept.rows[0]!.text).not.toContain('olena')
  })

  test('is laid down at once when the handler gives up', async () => {
    const { letter, attempts } = await failedJob('give-up', () => new GiveUp('no-template'), 5)
    expect(attempts()).toBe(1)
    expect(letter).toMatchObject({ failure: 'no-template', attempts: 1 })
  })

  test('runs again when a coordinator says so, once', async () => {
    const { letter, attempts, mend } = await failedJob('again', () => new Error('x'))
    mend()
    expect(await desk.write(tx => retryDeadLetter(tx, letter.id), mine)).toEqual({ ok: true })
    await until(() => attempts() === 3)
    expect(await desk.write(tx => retryDeadLetter(tx, letter.id), mine)).toEqual({
      ok: false,
      reason: 'platform.jobs.settled',
    })
    const open = await desk.write(tx => deadLetters(tx), mine)
    expect(open.map(other => other.id)).not.toContain(letter.id)
    expect(await desk.write(tx => countDeadLetters(tx), mine)).toBe(open.length)
  })

  test('is put away when a coordinator says so, and stays on record', async () => {
    const { letter } = await failedJob('away', () => new Error('x'))
    expect(await desk.write(tx => dismissDeadLetter(tx, letter.id), mine)).toEqual({ ok: true })
    expect(await desk.write(tx => dismissDeadLetter(tx, letter.id), mine)).toMatchObject({ ok: false })
    const { rows } = await desk.database.owner.query(
      'select outcome, settled_by from platform.dead_letters where id = $1',
      [letter.id],
    )
    expect(rows).toEqual([{ outcome: 'dismissed', settled_by: desk.coordinator }])
  })

  test('shows to coordinators of its umbrella alone', async () => {
    const { letter } = await failedJob('visible', () => new Error('x'))
    const member = await newPerson(desk.database, [desk.umbrella])
    const elsewhere = await newUmbrella(desk.database)
    const others: Scope[] = [
      { umbrella: desk.umbrella, account: null },
      { umbrella: desk.umbrella, account: member },
      { umbrella: elsewhere, account: desk.coordinator },
      { umbrella: null, account: desk.coordinator },
    ]
    for (const scope of others) {
      expect(await desk.write(tx => deadLetters(tx), scope)).toEqual([])
      await expect(desk.write(tx => retryDeadLetter(tx, letter.id), scope)).rejects.toThrow(NotFound)
    }
  })

  test('of the whole installation shows to its administrators', async () => {
    const administrator = await newPerson(desk.database, [])
    await desk.database.owner.query('insert into people.administrators (person_id) values ($1)', [
      administrator,
    ])
    await desk.write(tx => enqueue(tx, 'gone.queue', { umbrella: null, id: noSubject }), {
      umbrella: null,
      account: null,
    })
    await desk.work(recorder('any').definition)
    const theirs: Scope = { umbrella: null, account: administrator }
    await until(() => desk.write(async tx => (await deadLetters(tx)).length > 0, theirs))
    expect(await desk.write(tx => deadLetters(tx), theirs)).toMatchObject([
      { queue: 'gone.queue', failure: 'UnknownQueue' },
    ])
    expect(await desk.write(tx => deadLetters(tx), mine)).toEqual([])
  })
})
