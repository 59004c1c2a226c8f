import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { packSteps } from '#tests/packs.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let steps: ReturnType<typeof packSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'pack-rules')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  steps = packSteps(stage, place, { vera, ivan })
})
afterAll(() => stage.close())

const say = (who: string | null, text: string, values: unknown[] = []) =>
  steps.as(who, async tx => (await tx.$client.query(text, values)).rowCount)

const confirmed = `update monitoring.packs set status = 'final', confirmed_by = platform.current_account(), confirmed_at = now()
  where id = $1`
const handed = `update monitoring.packs set status = 'handed_over', handed_by = platform.current_account(), handed_at = now()
  where id = $1`

describe('whatever the program forgets', () => {
  test('nobody finishes a pack that they asked about, or in the name of somebody else', async () => {
    const id = await steps.asked(steps.complaint(await steps.incident()))
    await expect(say(vera.id, confirmed, [id])).rejects.toMatchObject({
      constraint: 'two_monitors_for_a_pack',
    })
    const forged = `update monitoring.packs set status = 'final', confirmed_by = $2, confirmed_at = now() where id = $1`
    await expect(say(vera.id, forged, [id, ivan.id])).rejects.toThrow('in one')
  })

  test('a consent that was taken back stops confirming and handing over', async () => {
    const code = await steps.incident()
    const { takeBack } = await steps.reportOf(vera, code, ['authority'])
    const [waiting, ready] = [
      await steps.asked(steps.complaint(code)),
      await steps.final(steps.complaint(code)),
    ]
    await takeBack('authority')
    await expect(say(ivan.id, confirmed, [waiting])).rejects.toMatchObject({ constraint: 'pack_consent' })
    await expect(say(ivan.id, handed, [ready])).rejects.toMatchObject({ constraint: 'pack_consent' })
  })

  test('a report that is joined later counts, too', async () => {
    const code = await steps.incident()
    const ready = await steps.final(steps.complaint(code))
    await steps.reportOf(vera, code, ['media'])
    await expect(say(ivan.id, handed, [ready])).rejects.toMatchObject({ constraint: 'pack_consent' })
  })

  test('a finished pack stays as it is, with its files and what it is about', async () => {
    const [code, other] = [await steps.incident(), await steps.incident()]
    const id = await steps.final(steps.complaint(code))
    for (const change of [
      `update monitoring.packs set status = 'draft', part_id = null, asked_by = null, asked_at = null where id = $1`,
      `update monitoring.packs set part_id = gen_random_uuid() where id = $1`,
    ])
      await expect(say(vera.id, change, [id]), change).rejects.toMatchObject({ constraint: 'pack_stays' })
    const { owner } = stage.platform.database
    for (const change of [
      'delete from monitoring.packs where id = $1',
      'delete from monitoring.pack_incidents where pack_id = $1',
      'delete from monitoring.pack_files where pack_id = $1',
      `update monitoring.pack_files set sha256 = sha256('') where pack_id = $1`,
    ])
      await expect(owner.query(change, [id]), change).rejects.toThrow()
    const more = 'insert into monitoring.pack_incidents (pack_id, incident_id) values ($1, $2)'
    await expect(say(vera.id, more, [id, await steps.incidentId(other)])).rejects.toThrow('when it begins')
    const file = `insert into monitoring.pack_files (pack_id, name, file_id, sha256)
      select pack_id, 'another.pdf', file_id, sha256 from monitoring.pack_files where pack_id = $1`
    await expect(say(ivan.id, file, [id])).rejects.toMatchObject({ constraint: 'pack_stays' })
  })

  test('a pack is about incidents that are checked and, for a year, of that year', async () => {
    const late = await steps.begun(steps.complaint(await steps.incident()))
    const insert = 'insert into monitoring.pack_incidents (pack_id, incident_id) values ($1, $2)'
    const second = await steps.incidentId(await steps.incident())
    await expect(say(vera.id, insert, [late, second])).rejects.toMatchObject({ constraint: 'one_incident' })
    const fresh = await steps.incidentId(await steps.recorded(vera))
    await expect(say(vera.id, insert, [late, fresh])).rejects.toMatchObject({ constraint: 'fit_for_pack' })
  })

  test('coordinators and visitors see none', async () => {
    await steps.begun(steps.complaint(await steps.incident()))
    for (const table of ['packs', 'pack_incidents', 'pack_files'])
      for (const who of [place.coordinators[0].id, null])
        expect(await say(who, `select from monitoring.${table}`), table).toBe(0)
    expect(await say(ivan.id, 'select from monitoring.packs')).toBeGreaterThan(0)
  })
})
