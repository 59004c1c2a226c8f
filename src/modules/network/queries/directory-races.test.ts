import type { Pool, PoolClient } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { searchKey } from '#platform/text/index.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMember, newMembership, newOrganisation } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'

const database = await freshDatabase()
const { owner } = database
let umbrellas: string[]
let person: string

beforeAll(async () => {
  umbrellas = [await newUmbrella(database), await newUmbrella(database)]
  person = await newPerson(database, umbrellas)
})

const relate = (connection: Pick<Pool, 'query'>, union: string, child: string) =>
  connection.query(
    'insert into network.union_edges (union_id, child_id, stated_by, confirmed_at) values ($1, $2, $3, now())',
    [union, child, person],
  )

/** How many organisations are counted below `organisation` when `second` begins before `first` has committed. */
async function afterBoth(
  first: (connection: PoolClient) => Promise<void>,
  second: () => Promise<void>,
  organisation: string,
): Promise<number | undefined> {
  const connection = await owner.connect()
  await connection.query('begin')
  await first(connection)
  const waiting = second()
  await connection.query('select pg_sleep(0.1)')
  await connection.query('commit')
  connection.release()
  await waiting
  const { rows } = await owner.query<{ related: number }>(
    'select related from network.directory where organisation_id = $1',
    [organisation],
  )
  return rows[0]?.related
}

describe('the rollups of the directory, when two change their sources at the same moment,', () => {
  test('are told of a member that joins an organisation just being renamed', async () => {
    const organisation = await newOrganisation(database, { name: { uk: 'Стара назва' } })
    const renaming = await owner.connect()
    await renaming.query('begin')
    await renaming.query('update network.organisations set name = $2, search_key = $3 where id = $1', [
      organisation,
      { uk: 'Нова назва' },
      searchKey('Нова назва'),
    ])
    const joining = newMembership(database, umbrellas[0]!, organisation)
    await renaming.query('select pg_sleep(0.1)')
    await renaming.query('commit')
    renaming.release()
    const membership = await joining
    const { rows } = await owner.query('select name_uk from network.directory where membership_id = $1', [
      membership,
    ])
    expect(rows).toEqual([{ name_uk: 'Нова назва' }])
  })

  test('count what a union unites although it joins just then', async () => {
    const union = await newOrganisation(database)
    const child = await newOrganisation(database)
    const related = await afterBoth(
      async connection => void (await relate(connection, union, child)),
      async () => void (await newMembership(database, umbrellas[0]!, union)),
      union,
    )
    expect(related).toBe(1)
  })

  test('do not count what leaves a union just as that union joins another', async () => {
    const top = await newOrganisation(database)
    const { organisation: union } = await newMember(database, umbrellas[1]!)
    const child = await newOrganisation(database)
    await newMembership(database, umbrellas[0]!, top)
    await relate(owner, union, child)
    const related = await afterBoth(
      async connection =>
        void (await connection.query('delete from network.union_edges where child_id = $1', [child])),
      async () => void (await relate(owner, top, union)),
      top,
    )
    expect(related).toBe(1)
  })
})
