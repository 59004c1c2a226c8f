import { beforeEach, describe, expect, it } from 'vitest'
import { proposeAct } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { createI18n } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { openChronicleDesk } from '#tests/chronicle-desk.ts'
import { codeIncident } from '#tests/incidents.ts'
import { importActs } from '../acts/imports.ts'
import { proposeUndo, undoImport, undoObstacle } from './undo-import.ts'

const desk = await openChronicleDesk()
const [anna, bohdan] = [await desk.somebody(), await desk.somebody()]
for (const one of [anna, bohdan]) await desk.giveRole(one, 'coordinator')
const viewer = {
  account: anna.account,
  roles: ['coordinator'],
  session: null,
  capacities: [],
  administrator: false,
} as const

const map = { country: 'PL', date: { column: 'data' }, text: { columns: ['opis'] } }
let files = 0
let id: string
beforeEach(async () => {
  const list = `data,opis,plik ${++files}\n2026-03-01,pierwsze,x\n2026-03-01,pierwsze,x\n2026-04-01,drugie,x\n`
  id = (await desk.take(list, map)).id
})

const confirm = (tx: Tx) =>
  tx.$client.query(
    `update people.acts set status = 'confirmed', decided_by = platform.current_account(), decided_at = now()
     where subject_id = $1`,
    [id],
  )
/** Proposes, and confirms as the second coordinator does. */
async function undo() {
  await desk.as(anna.account, tx => proposeUndo(tx, viewer, id, 'Wrong file'))
  return desk.as(bohdan.account, async tx => {
    await confirm(tx)
    return importActs[0]!.apply(tx, { id: newId(), subject: id, payload: {} })
  })
}
const left = async () =>
  (
    await desk.sql(
      `select (select count(*)::int from monitoring.incidents where import_id = $1) as incidents,
         (select count(*)::int from vault.records r join monitoring.imports m on m.record_id = r.id where m.id = $1) as records,
         (select coalesce(sum(received), 0)::int from monitoring.tallies where dimension = 'time' and umbrella_id = $2) as tallied`,
      [id, desk.umbrella],
    )
  )[0]
const one = async () =>
  (await desk.incidents(id)).find(({ verification }) => verification === 'V0').id as string
const obstacle = () => desk.as(anna.account, tx => undoObstacle(tx, id))

describe('an import that was a mistake', () => {
  it('is undone by two coordinators: rows, sources, numbers and sealed texts go, and the file can come again', async () => {
    const { tallied } = await left()
    expect(await undo()).toEqual({ ok: true })
    expect(await left()).toEqual({ incidents: 0, records: 0, tallied: tallied - 2 })
    const entries = await desk.sql(
      "select visibility, detail from platform.journal_entries where action = 'monitoring.import_undone' and subject_id = $1",
      [id],
    )
    expect(entries).toEqual([{ visibility: 'members', detail: null }])
    expect(await obstacle()).toBe('monitoring.import.obstacle.undone')
    const list = `data,opis,plik ${files}\n2026-03-01,pierwsze,x\n2026-03-01,pierwsze,x\n2026-04-01,drugie,x\n`
    expect((await desk.take(list, map)).summary.rows).toBe(3)
  })

  it('is not undone by one alone, whatever the program thinks', async () => {
    const alone = desk.as(anna.account, tx => undoImport(tx, id))
    await expect(alone).rejects.toThrow(/no confirmed act/)
    await expect(
      desk.sql('update monitoring.imports set undone_at = now() where id = $1', [id]),
    ).rejects.toThrow(/two coordinators/)
    await expect(desk.sql('delete from monitoring.imports where id = $1', [id])).rejects.toThrow()
    await expect(
      desk.sql('delete from monitoring.sources where incident_id = $1', [await one()]),
    ).rejects.toThrow(/stays where it was given/)
    expect((await left()).incidents).toBe(3)
  })

  it.each([
    [
      'coded',
      'workedOn',
      async () =>
        codeIncident(
          { ...desk, monitor: desk.monitor.account },
          await one(),
          desk.monitor.account,
          {},
          false,
        ),
    ],
    [
      'given another source',
      'workedOn',
      async () =>
        desk.sql(
          'insert into monitoring.sources (umbrella_id, id, incident_id, kind, origin_id) values ($1, $2, $3, $4, $2)',
          [desk.umbrella, newId(), await one(), 'relayed'],
        ),
    ],
    [
      'rejected by a monitor',
      'workedOn',
      async () =>
        desk.sql("update monitoring.incidents set verification = 'VX' where id = $1", [await one()]),
    ],
    [
      'counted by a release',
      'released',
      async () => {
        // How a release comes about is the business of other tests.
        const [umbrella, request, release] = [desk.umbrella, newId(), newId()]
        await desk.sql(`
          alter table monitoring.release_requests disable trigger user;
          alter table monitoring.releases disable trigger user;
          alter table monitoring.incidents disable trigger incidents_released;
          insert into monitoring.release_requests (umbrella_id, id, recorded_until, digest, asked_by)
            values ('${umbrella}', '${request}', current_date - 31, sha256(''), '${desk.monitor.account}');
          insert into monitoring.releases (umbrella_id, id, number, recorded_until, request_id, digest)
            values ('${umbrella}', '${release}', 1, current_date - 31, '${request}', sha256(''));
          update monitoring.incidents set released_in = '${release}' where id = '${await one()}'`)
      },
    ],
  ] as const)('stays once one of its incidents was %s', async (_what, reason, deed) => {
    const asked = desk.as(anna.account, tx =>
      proposeAct(tx, viewer, {
        ...{ kind: 'monitoring.undo_import', subject: id, reason: 'Too late' },
      }),
    )
    expect(await asked).toMatchObject({ ok: true })
    await deed()
    const words = `monitoring.import.obstacle.${reason}`
    expect(await obstacle()).toBe(words)
    expect(await desk.as(anna.account, tx => proposeUndo(tx, viewer, id, 'x'))).toEqual({
      ok: false,
      reason: words,
    })
    await desk.as(bohdan.account, confirm)
    expect(await desk.as(bohdan.account, tx => undoImport(tx, id))).toEqual({ ok: false, reason: words })
    expect((await left()).incidents).toBe(3)
  })

  it('is described to the second coordinator by its day', async () => {
    const act = { id: newId(), subject: id, payload: {} }
    const told = await desk.as(bohdan.account, tx =>
      importActs[0]!.describe!(tx, act, createI18n('en', 'UTC')),
    )
    expect(told).toEqual({
      values: { day: expect.stringMatching(/\d{4}$/) },
      path: `/incidents/import/${id}`,
    })
  })
})
