import { hashOf, moment, type OpeningRecord } from '#modules/initiatives/recount/canonical.ts'
import type { Database } from '#platform/database/open.ts'
import type { Json } from '#platform/journal/record.ts'

const shifted = {
  decisions: [
    'opened_at',
    'discussion_until',
    'closes_at',
    'extended_at',
    'crossed_at',
    'countdown_until',
    'sealed_at',
  ],
  ballots: ['cast_at', 'confirmed_at'],
  challenges: ['raised_at', 'settled_at'],
} as const

/**
 * Lets time pass for one decision: everything that was done so far is this many hours older, in the tables and in the
 * opening record, so that a recount finds what it would have found then. As the owner of the tables, with their guards off.
 */
export async function letTimePass(database: Database, decision: string, hours: number): Promise<void> {
  const client = await database.owner.connect()
  const tables = Object.entries(shifted)
  try {
    await client.query('begin')
    for (const [table] of tables) await client.query(`alter table initiatives.${table} disable trigger user`)
    for (const [table, columns] of tables) {
      const older = columns.map(column => `${column} = ${column} - make_interval(hours => $2)`)
      const key = table === 'decisions' ? 'id' : 'decision_id'
      await client.query(`update initiatives.${table} set ${older.join(', ')} where ${key} = $1`, [
        decision,
        hours,
      ])
    }
    const { rows } = await client.query<{
      opening: OpeningRecord
      opened: string
      discussed: string
      closes: string
    }>(
      `select opening, opened_at as opened, discussion_until as discussed,
         (opening ->> 'closesAt')::timestamptz - make_interval(hours => $2) as closes
       from initiatives.decisions where id = $1`,
      [decision, hours],
    )
    const { opening, opened, discussed, closes } = rows[0]!
    const times = { openedAt: moment(opened), discussionUntil: moment(discussed), closesAt: moment(closes) }
    const moved = { ...opening, ...times } as unknown as Json
    await client.query('update initiatives.decisions set opening = $2, fingerprint = $3 where id = $1', [
      ...[decision, JSON.stringify(moved), hashOf(moved)],
    ])
    for (const [table] of tables) await client.query(`alter table initiatives.${table} enable trigger user`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Lets days pass for a letter to a public body: it left so long ago, and its clocks run since then. */
export async function letLetterAge({ owner }: Database, communication: string, days: number): Promise<void> {
  const aged = [
    ['communications', ['sent_on'], 'id'],
    ['steps', ['on_day'], 'communication_id'],
    ['deadlines', ['from_on', 'first_due_on', 'due_on', 'cap_on'], 'communication_id'],
  ] as const
  for (const [table, columns, key] of aged) {
    const older = columns.map(column => `${column} = ${column} - $2::integer`)
    await owner.query(`alter table authorities.${table} disable trigger user`)
    await owner.query(`update authorities.${table} set ${older.join(', ')} where ${key} = $1`, [
      communication,
      days,
    ])
    await owner.query(`alter table authorities.${table} enable trigger user`)
  }
}

/** Lets the minimum discussion of an initiative be over, as if eight days had passed since everything said in it. */
export async function endTalk({ owner }: Database, initiative: string): Promise<void> {
  await owner.query(
    `update initiatives.initiatives set discussion_since = discussion_since - interval '8 days' where id = $1`,
    [initiative],
  )
  await owner.query('alter table initiatives.initiative_versions disable trigger versions_stay')
  await owner.query(
    `update initiatives.initiative_versions set made_at = made_at - interval '8 days' where initiative_id = $1`,
    [initiative],
  )
  await owner.query('alter table initiatives.initiative_versions enable trigger versions_stay')
}
