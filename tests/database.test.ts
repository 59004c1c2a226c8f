import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/open.ts'
import { inScope, rows } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from './database.ts'

describe('test databases', () => {
  let one: Database
  let other: Database

  beforeAll(async () => {
    one = await freshDatabase()
    other = await freshDatabase()
  })

  test('are each on their own', async () => {
    await one.owner.query('create table platform.kept (id int)')
    const { rows } = await other.owner.query("select to_regclass('platform.kept') as there")
    expect(rows).toEqual([{ there: null }])
  })

  test.each(['read', 'once', 'write'] as const)(
    'lose a connection in the middle of a transaction (%s) and go on',
    async mode => {
      const scope = { umbrella: null, account: null }
      const lost = inScope(one.request, scope, mode, async tx => {
        const { rows } = await tx.$client.query('select pg_backend_pid() as pid')
        const gone = await one.request.query('select pg_terminate_backend($1, 5000) as gone', [rows[0].pid])
        expect(gone.rows).toEqual([{ gone: true }])
        // Nothing is asked while the news arrives: nobody but the connection itself hears it.
        await sleep(50)
        await tx.$client.query('select 1')
      })
      await expect(lost).rejects.toThrow(/not queryable|terminat/i)
      const { rows } = await inScope(one.request, scope, mode, tx => tx.$client.query('select 1 as one'))
      expect(rows).toEqual([{ one: 1 }])
    },
  )

  test('give a transaction of one statement its scope, and what it asks later none', async () => {
    const scope = { umbrella: newId(), account: null }
    const here = 'select platform.current_umbrella() as umbrella'
    const seen = await inScope(one.request, scope, 'once', async tx => [
      await rows(tx, 'here', here),
      await rows(tx, 'here', here),
    ])
    expect(seen).toEqual([[{ umbrella: scope.umbrella }], [{ umbrella: null }]])
  })

  test('read once without writing, and go on after a mistake', async () => {
    const nobody = { umbrella: null, account: null }
    const writes = inScope(one.request, nobody, 'once', tx =>
      rows(tx, 'writes', "select nextval('pg_temp.none')"),
    )
    await expect(writes).rejects.toThrow(/does not exist/)
    const readOnly = inScope(one.request, nobody, 'once', tx =>
      rows(tx, 'mode', 'show transaction_read_only'),
    )
    expect(await readOnly).toEqual([{ transaction_read_only: 'on' }])
  })

  test('carry the whole history', async () => {
    const { rows } = await one.owner.query('select count(*) from platform.migrations')
    expect(rows[0].count).toBeGreaterThan(0)
  })
})
