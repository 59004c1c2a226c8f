import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMigrations } from '#platform/database/migrate.ts'
import type { Database } from '#platform/database/open.ts'
import { startJobs } from '#platform/jobs/index.ts'
import type { Platform } from '#platform/platform.ts'
import { type BackupDesk, openBackupDesk } from '#tests/backup-desk.ts'
import { emptyDatabase, freshDatabase } from '#tests/database.ts'
import { openJobDesk, recorder } from '#tests/job-desk.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { until } from '#tests/until.ts'
import { loadBackup } from './load.ts'
import { readBackup } from './read.ts'

let desk: BackupDesk
let source: Database
let file: string

beforeAll(async () => {
  desk = await openBackupDesk()
  source = await freshDatabase()
  await newUmbrella(source)
  ;({ file } = await desk.backUp(source))
})

afterAll(() => desk.close())

const schemasOf = async ({ owner }: Database) =>
  (await owner.query("select nspname from pg_namespace where nspowner = 'parasol_owner'::regrole")).rows

describe('restoring', () => {
  test('refuses a database that knows Parasol', async () => {
    await expect(desk.restore(file, { into: source })).rejects.toThrow(
      'The database is not empty, and a backup is restored into an empty one: set PARASOL_DATA to a new folder',
    )
  })

  test('leaves the database empty when anything fails, and works the next time', async () => {
    const into = await emptyDatabase()
    const last = async () => {
      throw new Error('the last moment')
    }
    await expect(desk.restore(file, { into, last })).rejects.toThrow('the last moment')
    expect(await schemasOf(into)).toEqual([])
    await desk.restore(file, { into })
    expect((await into.owner.query('select from platform.umbrellas')).rowCount).toBe(1)
  })

  test('ends with an error, and does not wait for ever, when the database refuses a row', async () => {
    const history = await readMigrations()
    const strict = 'alter table platform.umbrellas add check (false) not valid'
    const migrations = history.map(step =>
      step === history.at(-1) ? { ...step, sql: `${step.sql}; ${strict}` } : step,
    )
    const into = await emptyDatabase()
    await expect(desk.restore(file, { into, migrations })).rejects.toMatchObject({ code: '23514' })
    expect(await schemasOf(into)).toEqual([])
  })

  test('notices rows that did not arrive as they are in the backup', async () => {
    const { manifest } = await readBackup(file, desk.decrypter())
    const parts = manifest.parts.map(part =>
      part.name === 'platform.umbrellas' ? { ...part, sha256: '0'.repeat(64) } : part,
    )
    const into = await emptyDatabase()
    const history = await readMigrations()
    const loading = loadBackup(into, file, desk.decrypter(), { ...manifest, parts }, history, async () => {})
    await expect(loading).rejects.toThrow('platform.umbrellas did not arrive as it is in the backup')
  })

  test('lets no trigger touch the rows, and has them fire afterwards', async () => {
    const history = await readMigrations()
    const meddling = `
      create function platform.meddle() returns trigger language plpgsql
        as $$ begin new.accent := 'meddled'; return new; end $$;
      create trigger meddle before insert on platform.umbrellas for each row execute function platform.meddle()`
    const migrations = history.map(step =>
      step === history.at(-1) ? { ...step, sql: `${step.sql}; ${meddling}` } : step,
    )
    const restored = await desk.restore(file, { migrations })
    await newUmbrella(restored)
    const { rows } = await restored.owner.query('select accent from platform.umbrellas order by created_at')
    expect(rows).toEqual([{ accent: 'slate' }, { accent: 'meddled' }])
  })
})

describe('a job that pg-boss had taken over', () => {
  test('is done after the restore when it was in hand, and not again when it was done', async () => {
    const jobs = await openJobDesk()
    const never = new Promise<void>(() => {})
    const inHand = recorder('held', { handler: () => never })
    const done = recorder('done')
    await jobs.work(inHand.definition, done.definition)
    const held = await jobs.ask(inHand.queue)
    await jobs.ask(done.queue)
    const worker = new pg.Client(jobs.database.worker)
    await worker.connect()
    const state = async (queue: string) =>
      (await worker.query('select state from pgboss.job where name = $1', [queue])).rows[0]?.state
    await until(
      async () => (await state(inHand.queue)) === 'active' && (await state(done.queue)) === 'completed',
    )
    await worker.end()

    const restored = await desk.restore((await desk.backUp(jobs.database)).file)
    const waiting = 'select id, queue, umbrella_id, singleton_key from platform.outbox'
    expect((await restored.owner.query(waiting)).rows).toEqual([
      { id: held, queue: inHand.queue, umbrella_id: jobs.umbrella, singleton_key: null },
    ])
    const [again, redone] = [recorder('held'), recorder('done')]
    const platform = { database: restored, log: pino({ level: 'silent' }) } as unknown as Platform
    const running = await startJobs(platform, [again.definition, redone.definition], { poll: 1 })
    await until(() => again.seen.length === 1)
    expect(again.seen[0]!.umbrella).toBe(jobs.umbrella)
    expect(redone.seen).toEqual([])
    await running.stop()
    await jobs.clear()
  })
})
