import pg from 'pg'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { type Jobs, startJobs } from '#platform/jobs/index.ts'
import type { Platform } from '#platform/platform.ts'
import { endPeriod, published, stateOf, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { until } from '#tests/until.ts'
import { leave } from '../actions/end-membership.ts'
import { admissionJobs } from './admission.ts'

const database = await freshDatabase()
const platform = { database, log: pino({ level: 'silent' }) } as unknown as Platform
const running: Jobs[] = []

const startTwo = async () => {
  for (let n = 0; n < 2; n++)
    running.push(await startJobs(platform, admissionJobs, { poll: 1, supervise: 1, grace: 5 }))
}
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop()
})

const due = () => database.owner.query("update platform.outbox set start_after = now() - interval '1 second'")
const count = async (text: string, values: unknown[]) =>
  (await database.owner.query<{ n: number }>(`select count(*) as n from ${text}`, values)).rows[0]!.n

async function unfinished(): Promise<number> {
  const client = new pg.Client(database.worker)
  await client.connect()
  const text =
    "select count(*)::integer as n from pgboss.job where name = 'network.close-objections' and state < 'completed'"
  const { rows } = await client.query<{ n: number }>(text).finally(() => client.end())
  return rows[0]!.n + (await count("platform.outbox where queue = 'network.close-objections'", []))
}

describe('with two processes on one database', () => {
  test('every application is admitted once when its period ends', async () => {
    const umbrella = await newUmbrella(database)
    const applications: string[] = []
    for (let n = 0; n < 6; n++) {
      const id = await published(database, umbrella, await newPerson(database, []))
      await endPeriod(database, id)
      applications.push(id)
    }
    await due()
    // The same news twice, as after a crash between the work and the word that it is done.
    await database.owner.query(
      `insert into platform.outbox (id, umbrella_id, queue, subject_id)
       select gen_random_uuid(), umbrella_id, queue, subject_id from platform.outbox where queue = 'network.close-objections'`,
    )
    await startTwo()
    await until(async () => {
      const states = await Promise.all(applications.map(id => stateOf(database, id)))
      return states.every(({ status }) => status === 'admitted')
    })
    await until(async () => (await unfinished()) === 0)
    expect(await count('network.memberships where umbrella_id = $1', [umbrella])).toBe(6)
    const started =
      "platform.journal_entries where umbrella_id = $1 and action = 'network.membership_started'"
    expect(await count(started, [umbrella])).toBe(6)
  })

  test('a member that announced it leaves on its day', async () => {
    const umbrella = await newUmbrella(database)
    const { membership } = await newMember(database, umbrella)
    const person = await newPerson(database, [umbrella])
    await newMandate(database, umbrella, membership, person)
    await writeAs(database, umbrella, person, tx =>
      leave(tx, { membership, on: '2999-01-01', reason: 'another home', umbrella }),
    )
    await database.owner.query('update network.memberships set leaving_on = current_date - 1 where id = $1', [
      membership,
    ])
    await due()
    await startTwo()
    await until(
      async () => (await count("network.memberships where id = $1 and status = 'ended'", [membership])) === 1,
    )
    expect(await count("network.mandates where membership_id = $1 and status = 'ended'", [membership])).toBe(
      1,
    )
  })
})
