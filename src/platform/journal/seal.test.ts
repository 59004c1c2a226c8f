import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { admitted, type JournalDesk, openJournalDesk } from '#tests/journal-desk.ts'
import { journalRoots, leafHashes } from './queries.ts'
import { record } from './record.ts'
import { sealEveryJournal, sealJournal } from './seal.ts'
import { GrowingTree } from './tree.ts'

let desk: JournalDesk

beforeAll(async () => {
  desk = await openJournalDesk()
  return () => desk.worker.end()
})

describe('sealing', () => {
  test('numbers entries without gaps, and the database and the verifier compute the same tree', async () => {
    const scope = await desk.place()
    for (const count of [1, 2, 4, 1, 13]) {
      await desk.recordMany(scope, count)
      expect(await sealJournal(desk.worker, scope.umbrella)).toBe(count)
    }
    expect(await desk.verify(scope.umbrella)).toEqual({ sealed: 21, roots: 5, waiting: 0, findings: [] })
    const tree = new GrowingTree()
    const hashes = await desk.read(scope, tx => leafHashes(tx, 0, 21))
    for (const hash of hashes) tree.append(Buffer.from(hash, 'hex'))
    const [newest] = await desk.read(scope, tx => journalRoots(tx, 1))
    expect(newest).toMatchObject({ size: 21, previousSize: 8, root: tree.root()!.toString('hex') })
  })

  test('does nothing when nothing waits', async () => {
    const { umbrella } = await desk.place()
    expect(await sealJournal(desk.worker, umbrella)).toBe(0)
    expect(await desk.verify(umbrella)).toEqual({ sealed: 0, roots: 0, waiting: 0, findings: [] })
  })

  test('finds every umbrella in which something waits', async () => {
    const [one, other] = [await desk.place(), await desk.place()]
    await desk.recordMany(one, 2)
    await desk.recordMany(other, 3)
    await sealEveryJournal(desk.worker)
    expect((await desk.verify(one.umbrella)).sealed).toBe(2)
    expect((await desk.verify(other.umbrella)).sealed).toBe(3)
  })

  test('takes more than a batch', async () => {
    const scope = await desk.place()
    await desk.recordMany(scope, 2100)
    expect(await sealJournal(desk.worker, scope.umbrella)).toBe(2100)
    expect(await desk.verify(scope.umbrella)).toMatchObject({ sealed: 2100, roots: 3, findings: [] })
  })

  test('seals an entry that commits late, once, after those that were sealed meanwhile', async () => {
    const scope = await desk.place()
    const early = Promise.withResolvers<string>()
    const release = Promise.withResolvers<void>()
    const late = desk.write(scope, async tx => {
      early.resolve(await record(tx, admitted()))
      await release.promise
    })
    const lateId = await early.promise
    await desk.recordMany(scope, 3)
    expect(await sealJournal(desk.worker, scope.umbrella)).toBe(3)
    release.resolve()
    await late
    expect(await sealJournal(desk.worker, scope.umbrella)).toBe(1)
    expect(await sealJournal(desk.worker, scope.umbrella)).toBe(0)
    const { rows } = await desk.database.owner.query(
      'select leaf from platform.journal_entries where id = $1',
      [lateId],
    )
    expect(rows).toEqual([{ leaf: 3 }])
    expect(await desk.verify(scope.umbrella)).toMatchObject({ sealed: 4, findings: [] })
  })
})

describe('two sealers at once', () => {
  /** Runs both inside transactions that overlap for certain: the second starts while the first has not committed. */
  async function overlap(seal: string, umbrella: string): Promise<PromiseSettledResult<number>[]> {
    const [first, second] = [await desk.worker.connect(), await desk.worker.connect()]
    const run = async (client: pg.PoolClient) =>
      (await client.query<{ count: number }>(`select ${seal}($1, 1000) as count`, [umbrella])).rows[0]!.count
    try {
      await first.query('begin')
      const one = await run(first)
      const two = run(second)
      const outcome = Promise.allSettled([one, two])
      await new Promise(resolve => setTimeout(resolve, 150))
      await first.query('commit')
      return await outcome
    } finally {
      first.release()
      second.release()
    }
  }

  test('collide when the lock is taken away', async () => {
    const { rows } = await desk.database.owner.query<{ text: string }>(
      `select pg_get_functiondef('platform.journal_seal'::regproc) as text`,
    )
    const unlocked = rows[0]!.text
      .replace('platform.journal_seal(', 'platform.seal_unlocked(')
      .replace(/perform pg_advisory_xact_lock\(.*\);/, 'perform 1;')
    expect(unlocked).not.toContain('advisory')
    await desk.database.owner.query(unlocked)
    await desk.database.owner.query('grant execute on function platform.seal_unlocked to parasol_worker')
    const scope = await desk.place()
    await desk.recordMany(scope, 3)
    const [one, two] = await overlap('platform.seal_unlocked', scope.umbrella)
    expect(one).toEqual({ status: 'fulfilled', value: 3 })
    expect(two).toMatchObject({ status: 'rejected', reason: { code: '23505' } })
  })

  test('wait for each other with the lock, and seal everything once', async () => {
    const scope = await desk.place()
    await desk.recordMany(scope, 3)
    expect(await overlap('platform.journal_seal', scope.umbrella)).toEqual([
      { status: 'fulfilled', value: 3 },
      { status: 'fulfilled', value: 0 },
    ])
    expect(await desk.verify(scope.umbrella)).toMatchObject({ sealed: 3, roots: 1, findings: [] })
  })

  test('keep up with writers without a gap or a double', async () => {
    const scope = await desk.place()
    let writing = true
    const writers = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 25; i++) await desk.recordMany(scope, 1 + (i % 3))
    })
    const sealers = Array.from({ length: 2 }, async () => {
      let sealed = 0
      while (writing) sealed += await sealJournal(desk.worker, scope.umbrella)
      return sealed
    })
    await Promise.all(writers)
    writing = false
    const sealed = (await Promise.all(sealers)).reduce((sum, count) => sum + count, 0)
    const rest = await sealJournal(desk.worker, scope.umbrella)
    expect(sealed + rest).toBe(4 * 49)
    expect(await desk.verify(scope.umbrella)).toMatchObject({ sealed: 4 * 49, waiting: 0, findings: [] })
  })
})
