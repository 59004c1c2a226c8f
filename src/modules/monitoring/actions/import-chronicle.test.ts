import { describe, expect, it } from 'vitest'
import type { Tx } from '#platform/database/scope.ts'
import { openChronicleDesk } from '#tests/chronicle-desk.ts'
import { header, map, row } from '#tests/chronicle-rows.ts'
import { encoded } from '#tests/old-encodings.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newPerson } from '#tests/umbrella.ts'
import { given, newTeam } from '#tests/vault-desk.ts'
import { importChronicle } from './import-chronicle.ts'

const desk = await openChronicleDesk()

describe('an import', () => {
  it('of a file that is there already adds nothing, however it was saved', async () => {
    const text = header + row({ by: 'двічі' })
    await desk.take(text, map)
    const before = await desk.sql('select count(*)::int as n from vault.records')
    for (const again of [text, encoded(text, 'windows-1251')])
      expect(await desk.attempt(again, map)).toEqual({ ok: false, reason: 'monitoring.import.known' })
    expect(await desk.sql('select count(*)::int as n from vault.records')).toEqual(before)
  })

  it('of one file by two at once records it once', async () => {
    const text = header + row({ by: 'одночасно' })
    const { original, ...chronicle } = desk.open(text, map)
    const one = {
      scope: { umbrella: desk.umbrella, account: desk.monitor.account },
      work: (tx: Tx) => importChronicle(tx, original, { ...chronicle, by: 'page' }),
    }
    const [first, second] = await oneAfterTheOther(desk.database, one, one)
    expect(second).toEqual({ ok: false, reason: 'monitoring.import.known' })
    expect(await desk.incidents(given(first).id)).toHaveLength(1)
  })

  it('that fails on the way leaves nothing', async () => {
    const state = () =>
      desk.sql(`select (select count(*) from vault.records) as records, (select count(*) from monitoring.imports) as imports,
        (select count(*) from monitoring.incidents) as incidents`)
    const before = await state()
    await desk.sql('alter table monitoring.sources add constraint broken check (false) not valid')
    await expect(desk.attempt(header + row({ by: 'зламано' }), map)).rejects.toThrow()
    await desk.sql('alter table monitoring.sources drop constraint broken')
    expect(await state()).toEqual(before)
  })

  it('is for monitors: others of the umbrella record and see none', async () => {
    const { id } = await desk.take(header + row({ by: 'чий' }), map)
    const outsider = { ...desk.monitor, account: await newPerson(desk.database, [desk.umbrella]) }
    await expect(desk.attempt(header + row({ by: 'чужий' }), map, outsider)).rejects.toThrow()
    const seen = await desk.as(outsider.account, tx =>
      tx.$client.query('select from monitoring.imports where id = $1', [id]),
    )
    expect(seen.rows).toEqual([])
  })

  it('waits until the monitors have a key', async () => {
    const elsewhere = await newTeam(desk, 0)
    const member = await desk.somebody([elsewhere.umbrella])
    await desk.giveRole(member, 'monitor', elsewhere.umbrella)
    const { original, ...chronicle } = desk.open(header + row(), map)
    const outcome = await elsewhere.as(member, tx =>
      importChronicle(tx, original, { ...chronicle, by: 'page' }),
    )
    expect(outcome).toMatchObject({ ok: false, reason: 'platform.vault.noTeamKey' })
  })

  it('takes no incident later on, whatever the program thinks', async () => {
    const { id } = await desk.take(header + row({ by: 'пізніше' }), map)
    const late = desk.as(desk.monitor.account, tx =>
      tx.$client.query(
        "insert into monitoring.incidents (id, code, import_id) values (gen_random_uuid(), 'abcdefghjk', $1)",
        [id],
      ),
    )
    await expect(late).rejects.toThrow(/imported whole/)
  })
})
