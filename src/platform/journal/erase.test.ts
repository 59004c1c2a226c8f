import { beforeAll, describe, expect, test } from 'vitest'
import { admitted, type JournalDesk, openJournalDesk, type Place } from '#tests/journal-desk.ts'
import { erasePersonFromJournal, exportPersonFromJournal } from './erase.ts'
import { journalPage } from './queries.ts'
import { record } from './record.ts'
import { sealEveryJournal, sealJournal } from './seal.ts'

let desk: JournalDesk

beforeAll(async () => {
  desk = await openJournalDesk()
  return () => desk.worker.end()
})

describe('forgetting a person', () => {
  async function told(scope: Place, about: string[]) {
    return desk.write(scope, tx =>
      record(
        tx,
        admitted({ visibility: 'members', about, detail: { representative: 'A name', role: 'deputy' } }),
      ),
    )
  }

  test('deletes value and salt, keeps the others’ entries, and the tree still verifies', async () => {
    const [scope, other] = [await desk.place(), await desk.place()]
    await desk.database.owner.query('insert into people.affiliations values ($1, $2)', [
      scope.umbrella,
      other.account,
    ])
    const byThem = await told(scope, [])
    const aboutThem = await told({ umbrella: scope.umbrella, account: other.account }, [scope.account])
    const notSealedYet = async () => (await desk.verify(scope.umbrella)).waiting
    await sealJournal(desk.worker, scope.umbrella)
    const late = await told(scope, [scope.account])
    expect(await notSealedYet()).toBe(1)

    expect(await desk.write(scope, tx => erasePersonFromJournal(tx, scope.account))).toBe(6)
    await sealJournal(desk.worker, scope.umbrella)

    expect(await desk.verify(scope.umbrella)).toMatchObject({ sealed: 4, waiting: 0, findings: [] })
    const { rows } = await desk.database.owner.query(
      `select id, person_id, person_salt is null as nobody, about, detail, detail_salt is null as untold
       from platform.journal_entries where umbrella_id = $1 order by leaf limit 3`,
      [scope.umbrella],
    )
    expect(rows).toMatchObject([
      { id: byThem, person_id: null, nobody: true, detail: { role: 'deputy' }, untold: false },
      { id: aboutThem, person_id: other.account, nobody: false, about: null, detail: null, untold: true },
      { id: late, person_id: null, nobody: true, about: null, detail: null, untold: true },
    ])
    const shown = await desk.read({ umbrella: scope.umbrella, account: other.account }, tx =>
      journalPage(tx, { limit: 10, visibility: 'members' }),
    )
    expect(shown.map(row => [row.leaf, row.erased])).toEqual([
      [2, true],
      [1, true],
      [0, false],
    ])
    const everything = await desk.database.owner.query<{ text: string }>(
      'select string_agg(e::text, chr(10)) as text from platform.journal_entries e where umbrella_id = $1',
      [scope.umbrella],
    )
    expect(everything.rows[0]!.text).not.toContain(scope.account)
  })

  test('happens only at their own request', async () => {
    const [scope, other] = [await desk.place(), await desk.place()]
    await expect(desk.write(other, tx => erasePersonFromJournal(tx, scope.account))).rejects.toThrow(
      'own request',
    )
    await expect(
      desk.write({ umbrella: scope.umbrella, account: null }, tx =>
        erasePersonFromJournal(tx, scope.account),
      ),
    ).rejects.toThrow('own request')
  })

  test('reaches every umbrella when the transaction has none, and comes back to its scope', async () => {
    const [one, two] = [await desk.place(), await desk.place()]
    await told({ umbrella: one.umbrella, account: one.account }, [])
    await told({ umbrella: two.umbrella, account: one.account }, [])
    const scope = { umbrella: null, account: one.account }
    await desk.write(scope, async tx => {
      expect(await erasePersonFromJournal(tx, one.account)).toBe(2)
      const { rows } = await tx.$client.query(
        'select platform.current_umbrella() as u, platform.current_account() as a',
      )
      expect(rows).toEqual([{ u: null, a: one.account }])
    })
    await sealEveryJournal(desk.worker)
    expect((await desk.verify(one.umbrella)).findings).toEqual([])
    expect((await desk.verify(two.umbrella)).findings).toEqual([])
  })

  test('is preceded by an export of what the journal holds about them, without sealed details', async () => {
    const scope = await desk.place()
    await told(scope, [])
    await desk.write(scope, tx => record(tx, admitted({ visibility: 'sealed', detail: { secret: true } })))
    const other = await desk.place()
    const mine = await desk.read(scope, tx => exportPersonFromJournal(tx))
    expect(mine).toMatchObject([
      { detail: { role: 'deputy' } },
      { action: 'network.member_admitted', detail: null },
    ])
    expect(
      await desk.read({ umbrella: scope.umbrella, account: other.account }, exportPersonFromJournal),
    ).toEqual([])
  })
})
