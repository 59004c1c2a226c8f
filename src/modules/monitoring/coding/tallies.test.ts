import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { asMonitor, type Desk, newIncident, newSource, verify, whole } from '#tests/incidents.ts'
import { newMonitor } from '#tests/monitors.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { isFlagged, stageOf } from '../trends/funnel.ts'
import { shippedLists } from '../vocabulary/shipped.ts'

const database = await freshDatabase()
let desk: Desk

beforeAll(async () => {
  const umbrella = await newUmbrella(database)
  desk = { database, umbrella, monitor: await newMonitor(database, umbrella) }
})

const ask = async (text: string, values: unknown[] = []) =>
  (await asMonitor(desk, desk.monitor, text, values)).rows
const columns = 'dimension, period, code, region, received::int, assessed::int, verified::int'
const kept = () =>
  ask(
    `select ${columns} from monitoring.tallies where (received, assessed, verified) <> (0, 0, 0) order by 1, 2, 3, 4`,
  )
const counted = () => ask(`select ${columns} from monitoring.recounted() order by 1, 2, 3, 4`)

type Step = (id: string) => Promise<unknown>
const set =
  (change: string): Step =>
  id =>
    ask(`update monitoring.incidents set ${change} where id = $1`, [id])
const steps: Record<string, Step> = {
  region: set("region = 'UA-46'"),
  nowhere: set('region = null'),
  month: set("month = '2025-12-01', precision = 'month'"),
  half: set("month = '2026-07-01', precision = 'half_year'"),
  range: set("month = '2026-01-01', month_until = '2026-04-01', precision = 'range'"),
  types: set("types = '{ASS,THR}'"),
  bias: set("bias = 'AS', biases = '{AS,RX.ETH}'"),
  rejected: set("verification = 'VX'"),
  received: set("verification = 'V0'"),
  source: async id => newSource(desk, id),
  assessed: id => verify(desk, id, 'V2'),
  reported: id =>
    ask(
      `insert into monitoring.authority_responses (id, incident_id, response, month) values ($1, $2, 'REP', '2026-04-01')`,
      [newId(), id],
    ),
}

describe('tallies', () => {
  it('say at every moment what counting would, whatever happens to incidents', async () => {
    const step = fc.record({ incident: fc.nat(3), name: fc.constantFrom(...Object.keys(steps)) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async path => {
        const ids = await Promise.all([0, 1, 2, 3].map(() => newIncident(desk)))
        // The standard refuses some steps: then nothing happened, and nothing may have been counted.
        for (const { incident, name } of path) await steps[name]!(ids[incident]!).catch(() => {})
        expect(await kept()).toEqual(await counted())
      }),
      { numRuns: 12 },
    )
  })

  it('count a whole import in one statement, and take back what is purged', async () => {
    const before = await kept()
    const { rows } = await database.owner.query(
      `insert into monitoring.incidents (umbrella_id, id, code, region, month, layer, bias, biases, types)
       select $1, gen_random_uuid(), translate(substr(md5(n::text), 1, 10), 'ilou', 'zzzz'), 'UA-32', '2024-05-01', 'C', 'AM', '{AM}', '{DAM}'
       from generate_series(1, 500) n returning id`,
      [desk.umbrella],
    )
    const of = async (dimension: string, code: string) =>
      (
        await ask('select received from monitoring.tallies where dimension = $1 and code = $2', [
          dimension,
          code,
        ])
      )[0]
    expect(await of('region', 'UA-32')).toEqual({ received: 500 })
    expect(await of('bias_region', 'AM')).toEqual({ received: 500 })
    expect(await kept()).toEqual(await counted())
    await database.owner.query('delete from monitoring.incidents where id = any($1)', [
      rows.map(row => row.id),
    ])
    expect(await kept()).toEqual(before)
  })

  it('grow with months, regions and codes, not with incidents', async () => {
    const rows = async () => (await ask('select count(*)::int as n from monitoring.tallies'))[0].n
    await newIncident(desk, whole)
    const was = await rows()
    for (let n = 0; n < 20; n++) await newIncident(desk, whole)
    expect(await rows()).toBe(was)
  })

  it('are written by nobody directly', async () => {
    await expect(ask('update monitoring.tallies set received = 0')).rejects.toThrow(/permission denied/)
    await expect(ask('delete from monitoring.tallies')).rejects.toThrow(/permission denied/)
  })
})

it('the database knows the stage of an incident as the program does', async () => {
  const codes = shippedLists.find(({ list }) => list === 'responses')!.terms.map(({ code }) => code)
  const recorded = Array.from({ length: 300 }, (_, n) =>
    codes.filter((__, index) => (n * 31 + index * 17) % 7 < 2),
  )
  const { rows } = await database.owner.query<{ stage: string; flagged: boolean }>(
    `select monitoring.stage_of(r.codes) as stage, monitoring.is_flagged(r.codes) as flagged
     from jsonb_array_elements($1::jsonb) with ordinality one (list, ordinal),
       lateral (select coalesce(array_agg(value), '{}') as codes from jsonb_array_elements_text(one.list)) r order by ordinal`,
    [JSON.stringify(recorded)],
  )
  expect(rows).toEqual(recorded.map(list => ({ stage: stageOf(list), flagged: isFlagged(list) })))
})

describe('a release', () => {
  const empty = "sha256('')"

  // Of no numbers: what is in it is looked at elsewhere.
  async function publish(number: number, until: string, further = '') {
    const [request, id, asker] = [newId(), newId(), await newMonitor(database, desk.umbrella)]
    await asMonitor(
      desk,
      asker,
      `insert into monitoring.release_requests (id, recorded_until, digest, asked_by) values ($1, ${until}, ${empty}, $2)`,
      [request, asker],
    )
    const close = (status: string) =>
      `update monitoring.release_requests set status = '${status}', answered_by = '${desk.monitor}', answered_at = now()
       where id = '${request}'; `
    const text = `${close('confirmed')} insert into monitoring.releases (id, number, recorded_until, request_id)
      values ('${id}', ${number}, ${until}, '${request}'); ${further.replaceAll('$release', `'${id}'`)}`
    await ask(text).catch(async error => {
      await ask(close('closed'))
      throw error
    })
    return id
  }

  it('waits thirty days, follows the last one, and stays', async () => {
    await expect(publish(1, 'current_date - 29')).rejects.toThrow(/check constraint/)
    await publish(1, 'current_date - 31')
    await expect(publish(1, 'current_date - 31')).rejects.toThrow(/follow one another/)
    await expect(publish(2, 'current_date - 99')).rejects.toThrow(/follow one another/)
    await expect(database.owner.query('delete from monitoring.releases')).rejects.toThrow(/append-only/)
  })

  it('is published whole, and what is suppressed is not even stored', async () => {
    const id = await publish(2, 'current_date - 30')
    const cell = (release: string, status: string) => `insert into monitoring.release_cells
      (release_id, standing, dimension, period, code, status, value)
      values (${release}, 'verified', 'bias', '2026', 'AS', '${status}', 7)`
    await expect(ask(cell(`'${id}'`, 'shown'))).rejects.toThrow(/published whole/)
    await expect(publish(3, 'current_date - 30', cell('$release', 'suppressed'))).rejects.toThrow(
      /check constraint/,
    )
    await expect(publish(3, 'current_date - 30', cell('$release', 'shown'))).rejects.toThrow(/agreed on/)
  })
})
