import { beforeAll, describe, expect, it } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { asMonitor, codeIncident, type Desk, newIncident } from '#tests/incidents.ts'
import { newMonitor } from '#tests/monitors.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { monitoringPersonalData } from '../personal-data.ts'
import { codingPairs } from '../queries/coding-pairs.ts'
import { agreementByField } from './agreement.ts'

const database = await freshDatabase()
let desk: Desk
let second: string

beforeAll(async () => {
  const umbrella = await newUmbrella(database)
  desk = { database, umbrella, monitor: await newMonitor(database, umbrella) }
  second = await newMonitor(database, umbrella)
})

const ask = async (text: string, values: unknown[] = [], who = desk.monitor) =>
  (await asMonitor(desk, who, text, values)).rows
const set = (id: string, change: string) =>
  asMonitor(desk, desk.monitor, `update monitoring.incidents set ${change} where id = $1`, [id])

describe('two coders', () => {
  const codes = { bias: 'ROMA', types: ['ASS'] }
  const others = (incident: string, who: string) =>
    ask(
      'select coder_id from monitoring.codings where incident_id = $1 and coder_id <> $2',
      [incident, who],
      who,
    )

  it('do not read each other before both are done, nor does anybody else', async () => {
    const id = await newIncident(desk, {})
    await codeIncident(desk, id, desk.monitor, codes)
    const open = await codeIncident(desk, id, second, codes, false)
    expect(await others(id, second)).toEqual([])
    expect(await others(id, desk.monitor)).toEqual([])
    const third = await newMonitor(database, desk.umbrella)
    expect(await others(id, third)).toEqual([])
    await ask('update monitoring.codings set done_at = now() where id = $1', [open], second)
    expect(await others(id, second)).toHaveLength(1)
    expect(await others(id, third)).toHaveLength(2)
  })

  it('are two, each once, each in their own name, and do not change their minds afterwards', async () => {
    const id = await newIncident(desk, {})
    const mine = await codeIncident(desk, id, desk.monitor, codes)
    await expect(codeIncident(desk, id, desk.monitor, codes)).rejects.toThrow(/one_coding_each/)
    await codeIncident(desk, id, second, codes)
    const third = await newMonitor(database, desk.umbrella)
    await expect(codeIncident(desk, id, third, codes)).rejects.toThrow(/two people/)
    const again = ask(`update monitoring.codings set codes = '{}' where id = $1`, [mine])
    await expect(again).rejects.toThrow(/stays when it is done/)
    const forged = ask(
      'insert into monitoring.codings (id, incident_id, coder_id) values (gen_random_uuid(), $1, $2)',
      [await newIncident(desk, {}), second],
    )
    await expect(forged).rejects.toThrow(/own name|row-level security/)
  })

  it('can give back what they do not finish, and nothing else', async () => {
    const id = await newIncident(desk, {})
    const open = await codeIncident(desk, id, desk.monitor, codes, false)
    const away = (coding: string, who: string) =>
      ask('delete from monitoring.codings where id = $1 returning id', [coding], who)
    expect(await away(open, second)).toEqual([])
    expect(await away(open, desk.monitor)).toHaveLength(1)
    await set(id, "layer = 'C'")
    const done = await codeIncident(desk, id, second, codes)
    await expect(away(done, second)).rejects.toThrow(/stays when it is done/)
  })

  it('take their codings along when they leave; what is finished stays, what is open is given back', async () => {
    const leaver = await newMonitor(database, desk.umbrella)
    const [done, open] = [await newIncident(desk, {}), await newIncident(desk, {})]
    await codeIncident(desk, done, leaver, codes)
    await codeIncident(desk, open, leaver, codes, false)
    const data = () =>
      writeAs(database, desk.umbrella, leaver, tx => monitoringPersonalData.export(tx, leaver))
    expect((await data()).codings).toHaveLength(2)
    await writeAs(database, desk.umbrella, leaver, tx => monitoringPersonalData.erase(tx, leaver))
    expect(await data()).toMatchObject({ codings: [{ incident: done, codes }] })
  })

  it('are compared field by field once both are done', async () => {
    const umbrella = await newUmbrella(database)
    const [one, other] = [await newMonitor(database, umbrella), await newMonitor(database, umbrella)]
    const there = { database, umbrella, monitor: one }
    for (const bias of ['ROMA', 'RX', 'AS']) {
      const id = await newIncident(there, {})
      await codeIncident(there, id, one, { ...codes, bias })
      await codeIncident(there, id, other, { ...codes, bias: 'ROMA' }, bias !== 'AS')
    }
    const pairs = await writeAs(database, umbrella, one, codingPairs)
    expect(agreementByField(pairs)).toMatchObject({
      bias: { pairs: 2, observed: 0.5 },
      types: { observed: 1 },
    })
  })

  it('are not shown codes on the incident while one of them codes', async () => {
    const id = await newIncident(desk, {})
    const open = await codeIncident(desk, id, desk.monitor, codes, false)
    await expect(set(id, "layer = 'C'")).rejects.toThrow(/somebody codes/)
    await ask('update monitoring.codings set done_at = now() where id = $1', [open])
    await set(id, "layer = 'C'")
    const late = await codeIncident(desk, id, second, codes)
    expect(await ask('select blind from monitoring.codings where id = $1', [late], second)).toEqual([
      { blind: false },
    ])
  })
})
