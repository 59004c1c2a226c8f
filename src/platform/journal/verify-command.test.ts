import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Platform } from '#platform/platform.ts'
import { freshDatabase } from '#tests/database.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { record } from './record.ts'
import { sealEveryJournal } from './seal.ts'
import { journalVerify } from './verify-command.ts'

let database: Database
let umbrella: string
let slug: string

beforeAll(async () => {
  database = await freshDatabase()
  umbrella = await newUmbrella(database)
  const other = await newUmbrella(database)
  slug = `u-${umbrella}`
  for (const place of [umbrella, other]) {
    await inScope(database.request, { umbrella: place, account: null }, 'write', async tx => {
      for (let i = 0; i < 3; i++) {
        await record(tx, {
          action: 'network.done',
          subject: { type: 'thing', id: newId() },
          visibility: 'public',
        })
      }
    })
  }
  const worker = new pg.Pool(database.worker)
  await sealEveryJournal(worker)
  await worker.end()
})

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await journalVerify.run(
    {
      config: {} as never,
      platform: async () => ({ database }) as Platform,
      print: line => lines.push(line),
    },
    args,
  )
  return { code, lines }
}

describe('parasol journal verify', () => {
  test('says of every umbrella that it is intact, and ends with 0', async () => {
    const { code, lines } = await run()
    expect(code).toBe(0)
    expect(lines).toHaveLength(2)
    expect(lines).toContain(`${slug}: 3 entries under 1 roots are intact, 0 wait to be sealed`)
  })

  test('accepts a root from a letter and refuses a false one', async () => {
    const { rows } = await database.owner.query<{ root: string }>(
      `select encode(root, 'hex') as root from platform.journal_roots where umbrella_id = $1`,
      [umbrella],
    )
    expect((await run('--umbrella', slug, '--root', `3:${rows[0]!.root}`)).code).toBe(0)
    expect((await run('--umbrella', slug, '--root', `3:${'0'.repeat(64)}`)).code).toBe(1)
  })

  test('names umbrella, leaf and entry of what was changed, a line each, and ends with 1', async () => {
    const { rows } = await database.owner.query<{ id: string }>(
      'select id from platform.journal_entries where umbrella_id = $1 and leaf = 1',
      [umbrella],
    )
    await database.owner.query('alter table platform.journal_entries disable trigger user')
    await database.owner.query(
      `update platform.journal_entries set action = 'network.undone' where id = $1`,
      [rows[0]!.id],
    )
    await database.owner.query('alter table platform.journal_entries enable trigger user')
    const { code, lines } = await run()
    expect(code).toBe(1)
    expect(lines).toHaveLength(3)
    expect(lines).toContain(`${slug} leaf 1 entry ${rows[0]!.id}: its record was changed`)
  })

  test.each([
    [['--umbrella', 'nobody'], 'There is no umbrella nobody.'],
    [['--root', 'x'], '--root x:'],
    [['--root', `3:${'0'.repeat(64)}`], 'belongs to one umbrella'],
    [['--other'], '--other'],
  ])('refuses %j', async (args, problem) => {
    await expect(run(...args)).rejects.toThrow(problem)
  })
})
