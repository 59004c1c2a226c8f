import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { JobContext } from '#platform/jobs/index.ts'
import { freshDatabase } from '#tests/database.ts'
import { pdf } from '#tests/file-samples.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { storeFile } from './index.ts'
import { fileJobs } from './jobs.ts'

let database: Database
let worker: pg.Pool
let umbrella: string
let person: string

beforeAll(async () => {
  database = await freshDatabase()
  worker = new pg.Pool(database.worker)
  umbrella = await newUmbrella(database)
  person = await newPerson(database, [umbrella])
})
beforeEach(() => database.owner.query('truncate platform.files cascade'))
afterAll(() => worker.end())

async function stored({ days = 8, of = umbrella } = {}): Promise<string> {
  const outcome = await inScope(database.request, { umbrella: of, account: person }, 'write', tx =>
    storeFile(tx, { name: 'minutes.pdf', bytes: pdf }),
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  await database.owner.query(
    'update platform.files set stored_at = now() - make_interval(days => $2) where id = $1',
    [outcome.file.id, days],
  )
  return outcome.file.id
}

const attach = `insert into network.imports (umbrella_id, id, file_id, file_name, encoding, delimiter)
  values ($1, $2, $3, 'list.csv', 'utf-8', ',')`

type Invited = { expires: string; withdrawn?: string; accepted?: boolean }

async function invited(file: string, { expires, withdrawn, accepted = false }: Invited): Promise<void> {
  await database.owner.query(
    `insert into people.invitations (umbrella_id, id, address_mark, locale, purpose, payload, token_hash, invited_by,
       expires_at, withdrawn_at, accepted_at, accepted_by)
     values ($1, $2, 'mark', 'uk', 'mandate', jsonb_build_object('file', $3::text), uuid_send($2), $4,
       now() + $5::interval, now() + $6::interval, case when $7 then now() end, case when $7 then $4::uuid end)`,
    [umbrella, newId(), file, person, expires, withdrawn ?? null, accepted],
  )
}

const night = () =>
  fileJobs[0]!.handler({ worker, signal: new AbortController().signal } as JobContext, {
    umbrella: null,
    id: newId(),
  })

async function kept(): Promise<string[]> {
  const { rows } = await database.owner.query<{ id: string }>('select id from platform.files order by id')
  return rows.map(row => row.id)
}

describe('at night a file', () => {
  test('to which nothing leads goes after a week, with its content, in every umbrella', async () => {
    const elsewhere = await newUmbrella(database)
    await stored()
    await stored({ of: elsewhere })
    const young = await stored({ days: 6 })
    await night()
    expect(await kept()).toEqual([young])
    const { rows } = await database.owner.query('select distinct file_id as id from platform.file_chunks')
    expect(rows).toEqual([{ id: young }])
  })

  test('goes however many there are', async () => {
    await database.owner.query(
      `insert into platform.files (umbrella_id, id, name, media_type, size, sha256, stored_at)
       select $1, gen_random_uuid(), 'x.pdf', 'application/pdf', 1, sha256('x'), now() - interval '8 days'
       from generate_series(1, 230)`,
      [umbrella],
    )
    await night()
    expect(await kept()).toEqual([])
  })

  test('stays while a row of any room leads to it, and the same content stored twice is two files', async () => {
    const { membership } = await newMember(database, umbrella)
    const mandate = await newMandate(database, umbrella, membership, person)
    const [document, list, same] = [await stored(), await stored(), await stored()]
    await database.owner.query('update network.mandates set file_id = $2 where id = $1', [mandate, document])
    await database.owner.query(attach, [umbrella, newId(), list])
    await night()
    expect(await kept()).toEqual([document, list].sort())
    expect(await kept()).not.toContain(same)
  })

  test('stays with its invitation while that is open and a week longer, and not with one that was accepted', async () => {
    const [open, justWithdrawn, withdrawn, expired, accepted] = [
      await stored(),
      await stored(),
      await stored(),
      await stored(),
      await stored(),
    ]
    await invited(open, { expires: '1 day' })
    await invited(justWithdrawn, { expires: '1 day', withdrawn: '-1 day' })
    await invited(withdrawn, { expires: '1 day', withdrawn: '-8 days' })
    await invited(expired, { expires: '-8 days' })
    await invited(accepted, { expires: '1 day', accepted: true })
    await night()
    expect(await kept()).toEqual([open, justWithdrawn].sort())
  })

  test('stays when somebody is just attaching it', async () => {
    const file = await stored()
    const client = await database.owner.connect()
    try {
      await client.query('begin')
      await client.query(attach, [umbrella, newId(), file])
      await night()
      await client.query('commit')
    } finally {
      client.release()
    }
    await night()
    expect(await kept()).toEqual([file])
  })

  test('cannot be attached by somebody who comes while it is being removed', async () => {
    const file = await stored()
    const client = await worker.connect()
    try {
      await client.query('begin')
      expect((await client.query('select platform.remove_unneeded_files() as removed')).rows).toEqual([
        { removed: 1 },
      ])
      const attaching = database.owner.query(attach, [umbrella, newId(), file]).catch(error => error)
      await client.query('commit')
      expect(String(await attaching)).toMatch(/foreign key/)
    } finally {
      client.release()
    }
    expect(await kept()).toEqual([])
  })

  test('is removed by the worker alone', async () => {
    const asking = inScope(database.request, { umbrella, account: person }, 'write', tx =>
      tx.$client.query('select platform.remove_unneeded_files()'),
    )
    await expect(asking).rejects.toThrow('permission denied')
  })
})
