import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/id.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMonitor } from '#tests/monitors.ts'
import { letOut, recordIncidents } from '#tests/statistics.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { publishedUpTo } from '../queries/published-cells.ts'
import { listReleases, openRequest } from '../queries/releases.ts'
import { askForRelease } from './ask-for-release.ts'
import { closeRequest, publishRelease } from './publish-release.ts'

const database = await freshDatabase()
const today = Temporal.Now.plainDateISO('UTC')
const month = today.subtract({ months: 4 }).with({ day: 1 }).toString()
let umbrella: string
let first: string
let second: string

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  first = await newMonitor(database, umbrella)
  second = await newMonitor(database, umbrella)
})

const ask = (by = first, on = today) =>
  writeAs(database, umbrella, by, tx => askForRelease(tx, { asker: by, note: { en: 'No hotline' } }, on))
const publish = (id: string, by = second) => writeAs(database, umbrella, by, tx => publishRelease(tx, id))
const open = () => writeAs(database, umbrella, first, openRequest)
const refusedTo = (text: string, values: unknown[] = [], by = second) =>
  expect(writeAs(database, umbrella, by, tx => tx.$client.query(text, values))).rejects

describe('a release', () => {
  it('is not asked for while there is too little to hide in', async () => {
    await recordIncidents(database, umbrella, [{ n: 6, month }])
    expect(await ask()).toEqual({ ok: false, reason: 'monitoring.statistics.tooFew' })
  })

  it('is published by another monitor than the one who asks, and by nobody else', async () => {
    await recordIncidents(database, umbrella, [{ n: 30, month, responses: ['REP', 'REG'] }])
    const asked = await ask()
    if (!asked.ok) throw new Error(asked.reason)
    expect(await ask(second)).toEqual({ ok: false, reason: 'monitoring.statistics.alreadyAsked' })
    expect(await publish(asked.id, first)).toEqual({ ok: false, reason: 'monitoring.statistics.ownRequest' })
    const stranger = await newPerson(database, [umbrella])
    expect(await publish(asked.id, stranger)).toMatchObject({ ok: false })
    expect(await publish(asked.id)).toEqual({ ok: true, number: 1 })
    expect(await publish(asked.id)).toEqual({ ok: false, reason: 'monitoring.statistics.answered' })
    const [release] = await writeAs(database, umbrella, null, listReleases)
    expect(release).toMatchObject({ number: 1, note: { en: 'No hotline' } })
    const cells = await writeAs(database, umbrella, null, tx => publishedUpTo(tx, 1, ['total', 'stage']))
    expect(cells.map(({ dimension, code, value }) => [dimension, code, value])).toEqual([
      ['stage', 'registered', 30],
      ['stage', 'unknown', 6],
      ['total', '', 35],
    ])
  })

  it('waits for its quarter', async () => {
    await recordIncidents(database, umbrella, [{ n: 30, month }])
    expect(await ask()).toEqual({ ok: false, reason: 'monitoring.statistics.notDue' })
  })

  it('is not published when the numbers are no longer those that were seen', async () => {
    const later = today.add({ months: 3 })
    const asked = await ask(first, later)
    if (!asked.ok) throw new Error(asked.reason)
    await recordIncidents(database, umbrella, [{ n: 1, month }])
    expect(await publish(asked.id)).toEqual({ ok: false, reason: 'monitoring.statistics.numbersChanged' })
    const close = () => writeAs(database, umbrella, second, tx => closeRequest(tx, asked.id))
    expect([await close(), await close()]).toEqual([
      { ok: true },
      { ok: false, reason: 'monitoring.statistics.answered' },
    ])
    expect(await open()).toBeNull()
  })

  it('stands in the journal for everybody, and who asked does not', async () => {
    const { rows } = await database.owner.query(
      `select action, visibility, detail ->> 'number' as number from platform.journal_entries
       where umbrella_id = $1 and action like 'monitoring.release%' order by id`,
      [umbrella],
    )
    expect(rows.slice(0, 2)).toEqual([
      { action: 'monitoring.release_asked', visibility: 'members', number: null },
      { action: 'monitoring.release_published', visibility: 'public', number: '1' },
    ])
  })
})

describe('the database refuses', () => {
  it('a release without a second monitor, whoever writes it', async () => {
    const request = newId()
    const asked = `insert into monitoring.release_requests (id, recorded_until, digest, asked_by) values ($1, '2020-01-31', sha256(''), $2)`
    await refusedTo(asked, [request, first]).toThrow(/own name/)
    const until = today.subtract({ days: 31 }).toString()
    const alone = `with q as (insert into monitoring.release_requests (id, recorded_until, digest, asked_by, status, answered_by, answered_at)
      values ($1, $2, sha256(''), $3, 'confirmed', $3, now()) returning id)
      insert into monitoring.releases (id, number, recorded_until, request_id) select $1, 2, $2, id from q`
    await refusedTo(alone, [request, until, second]).toThrow(/own name|permission|two_monitors/)
    const direct = `insert into monitoring.releases (id, number, recorded_until, request_id)
      select $1, 2, $2, id from monitoring.release_requests limit 1`
    await refusedTo(direct, [newId(), until]).toThrow(/second of two monitors/)
  })

  it('other numbers than those that were agreed on', async () => {
    const asked = await ask(first, today.add({ months: 3 }))
    if (!asked.ok) throw new Error(asked.reason)
    const id = newId()
    const forged = writeAs(database, umbrella, second, async tx => {
      await tx.$client.query(
        `update monitoring.release_requests set status = 'confirmed', answered_by = $2, answered_at = now() where id = $1`,
        [asked.id, second],
      )
      await tx.$client.query(
        `insert into monitoring.releases (id, number, recorded_until, request_id)
         select $1, 2, recorded_until, id from monitoring.release_requests where id = $2`,
        [id, asked.id],
      )
    })
    await expect(forged).rejects.toThrow(/check constraint|agreed on/)
  })

  it('to change or delete a number that was published, also to its owner', async () => {
    for (const text of [
      'update monitoring.release_cells set value = 1',
      'delete from monitoring.release_cells',
      "update monitoring.releases set note = '{}'",
      'delete from monitoring.release_requests',
    ])
      await expect(database.owner.query(text)).rejects.toThrow(/append-only/)
  })

  it('to count an incident that a release has counted as if it had not', async () => {
    await expect(database.owner.query('update monitoring.incidents set released_in = null')).rejects.toThrow(
      /counted stays/,
    )
  })
})

it('a release counts what none before it counted', async () => {
  const other = await newUmbrella(database)
  const two = [await newMonitor(database, other), await newMonitor(database, other)] as const
  await recordIncidents(database, other, [{ n: 40, month }])
  expect(await letOut(database, other, two, today)).toBe(1)
  await recordIncidents(database, other, [{ n: 20, month, verification: 'V2' }])
  const { rows } = await database.owner.query(
    'select count(*)::int as n from monitoring.incidents where umbrella_id = $1 and released_in is null',
    [other],
  )
  expect(rows).toEqual([{ n: 20 }])
})
