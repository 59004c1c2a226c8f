import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { admitted, type JournalDesk, openJournalDesk } from '#tests/journal-desk.ts'
import { record } from './record.ts'
import { sealJournal } from './seal.ts'

let desk: JournalDesk

beforeAll(async () => {
  desk = await openJournalDesk()
  return () => desk.worker.end()
})

describe('recording', () => {
  test('takes the umbrella, the person and the time from the transaction', async () => {
    const scope = await desk.place()
    const id = await desk.write(scope, tx => record(tx, admitted()))
    const { rows } = await desk.database.owner.query(
      'select umbrella_id, person_id, leaf, now() - recorded_at < $2::interval as recent from platform.journal_entries where id = $1',
      [id, '1 minute'],
    )
    expect(rows).toEqual([
      { umbrella_id: scope.umbrella, person_id: scope.account, leaf: null, recent: true },
    ])
  })

  test('leaves nothing behind when the action fails', async () => {
    const scope = await desk.place()
    await expect(
      desk.write(scope, async tx => {
        await record(tx, admitted())
        throw new Error('the action failed')
      }),
    ).rejects.toThrow('the action failed')
    expect((await desk.verify(scope.umbrella)).waiting).toBe(0)
  })

  test.each([
    ['who did it', 'person_id', newId()],
    ['where', 'umbrella_id', newId()],
    ['when', 'recorded_at', '2020-01-01'],
    ['the leaf', 'leaf', '7'],
    ['a salt', 'record_salt', '\\x00'],
  ])('lets no request set %s', async (_what, column, value) => {
    const scope = await desk.place()
    const insert = desk.write(scope, tx =>
      tx.$client.query(
        `insert into platform.journal_entries (id, action, subject_type, subject_id, visibility, ${column})
         values ($1, 'a.b', 'thing', $1, 'public', $2)`,
        [newId(), value],
      ),
    )
    await expect(insert).rejects.toThrow('permission denied')
  })

  test.each([
    ['change an entry', `update platform.journal_entries set action = 'a.b'`],
    ['remove an entry', 'delete from platform.journal_entries'],
    ['write a root', `update platform.journal_roots set root = ''`],
    ['write a node', 'insert into platform.journal_nodes values (gen_random_uuid(), 0, 0, sha256($$x$$))'],
    ['seal', 'select platform.journal_seal(gen_random_uuid(), 1)'],
    ['read who did it', 'select person_id from platform.journal_entries'],
    [
      'claim that somebody was forgotten',
      `insert into platform.journal_entries (id, action, subject_type, subject_id, visibility)
       values (gen_random_uuid(), 'platform.person_erased', 'umbrella', gen_random_uuid(), 'public')`,
    ],
  ])('lets no request %s', async (_what, sql) => {
    const scope = await desk.place()
    await expect(desk.write(scope, tx => tx.$client.query(sql))).rejects.toThrow(
      /permission denied|row-level security/,
    )
  })

  test('refuses a person as subject, because a subject is never forgotten', async () => {
    const scope = await desk.place()
    const entry = admitted({ subject: { type: 'person', id: scope.account } })
    await expect(desk.write(scope, tx => record(tx, entry))).rejects.toThrow()
  })

  test('keeps an entry from being changed or removed by its owner’s slip', async () => {
    const scope = await desk.place()
    await desk.recordMany(scope, 1)
    await sealJournal(desk.worker, scope.umbrella)
    const slips = [
      `update platform.journal_entries set action = 'network.other' where umbrella_id = $1`,
      'update platform.journal_entries set leaf = null where umbrella_id = $1',
      'update platform.journal_entries set detail = null where umbrella_id = $1',
      'delete from platform.journal_entries where umbrella_id = $1',
      'delete from platform.journal_nodes where umbrella_id = $1',
      'update platform.journal_roots set sealed_at = now() where umbrella_id = $1',
    ]
    for (const slip of slips) {
      await expect(desk.database.owner.query(slip, [scope.umbrella])).rejects.toMatchObject({ code: '23001' })
    }
    await expect(desk.database.owner.query('truncate platform.journal_roots')).rejects.toThrow('append-only')
  })
})
