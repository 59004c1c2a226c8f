import { describe, expect, it } from 'vitest'
import { newId } from '#platform/id.ts'
import type { JobContext } from '#platform/jobs/index.ts'
import { letOut, recordIncidents } from '#tests/statistics.ts'
import { openVaultDesk } from '#tests/vault-desk.ts'
import { releaseDue } from '../emails/release-due.ts'
import { releaseDueOf } from '../queries/release-due.ts'
import { releaseJobs } from './releases.ts'

const desk = await openVaultDesk()
const monitor = await desk.colleague('monitor')
const colleague = await desk.colleague('monitor')
const context = { inScope: (_scope, _mode, work) => desk.as(null, work) } as JobContext
const remind = () => releaseJobs[0]!.handler(context, { umbrella: desk.umbrella, id: desk.umbrella })
const mails = () =>
  desk.sql(
    'select person_id as person, values, link from platform.mail where template = $1 order by person_id',
    [releaseDue.key],
  )
const due = () => desk.as(null, releaseDueOf)

const monthsAgo = (months: number) => Temporal.Now.plainDateISO('UTC').subtract({ months }).with({ day: 1 })

const rule = (months: number, version: number) =>
  desk.sql(
    `insert into platform.rules (umbrella_id, id, key, version, value, adopted_under)
     values ($1, $2, 'monitoring.release_months', $3, $4, 'founding')`,
    [desk.umbrella, newId(), version, JSON.stringify(months)],
  )

describe('that a release is due', () => {
  it('is told to nobody while there is nothing to count, or its months are not over', async () => {
    await rule(12, 1)
    await remind()
    const first = monthsAgo(4).toString()
    await recordIncidents(desk.database, desk.umbrella, [{ n: 30, month: first }])
    await remind()
    expect([await due(), await mails()]).toEqual([null, []])
  })

  it('is mailed to each monitor once, in the rhythm that the members decided, without a number', async () => {
    await rule(1, 2)
    expect(await due()).toBe(monthsAgo(3).subtract({ days: 1 }).toString())
    await remind()
    await remind()
    const told = { values: {}, link: expect.stringContaining('/statistics/current') }
    const people = [monitor, colleague].map(({ account }) => account).sort()
    expect(await mails()).toEqual(people.map(person => ({ person, ...told })))
  })

  it('is over when there is one', async () => {
    const today = Temporal.Now.plainDateISO('UTC')
    await letOut(desk.database, desk.umbrella, [monitor.account, colleague.account], today)
    expect(await due()).toBeNull()
    await remind()
    expect(await mails()).toHaveLength(2)
  })
})
