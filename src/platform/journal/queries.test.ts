import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { admitted, type JournalDesk, openJournalDesk } from '#tests/journal-desk.ts'
import { consistencyProof, inclusionProof, rootAt } from './proofs.ts'
import { journalFeed, journalOf, journalPage, journalRoots, leafHashes } from './queries.ts'
import { record } from './record.ts'
import { sealJournal } from './seal.ts'
import { verifyConsistency, verifyInclusion } from './tree.ts'

let desk: JournalDesk

beforeAll(async () => {
  desk = await openJournalDesk()
  return () => desk.worker.end()
})

describe('reading', () => {
  test('shows visitors what is public, people of the umbrella what is for members, and nobody what is sealed', async () => {
    const scope = await desk.place()
    await desk.write(scope, async tx => {
      await record(tx, admitted({ visibility: 'public' }))
      await record(tx, admitted({ visibility: 'members' }))
      await record(tx, admitted({ visibility: 'sealed' }))
    })
    await sealJournal(desk.worker, scope.umbrella)
    const leaves = (who: string | null, visibility: 'public' | 'members') =>
      desk.read({ umbrella: scope.umbrella, account: who }, async tx =>
        (await journalPage(tx, { limit: 10, visibility })).map(row => row.leaf),
      )
    expect(await leaves(scope.account, 'members')).toEqual([1, 0])
    expect(await leaves(scope.account, 'public')).toEqual([0])
    expect(await leaves(null, 'members')).toEqual([0])
    const stranger = await desk.place()
    expect(await leaves(stranger.account, 'members')).toEqual([0])
    expect(
      await desk.read({ umbrella: scope.umbrella, account: null }, tx => leafHashes(tx, 0, 3)),
    ).toHaveLength(3)
  })

  test('never shows another umbrella’s journal', async () => {
    const [mine, other] = [await desk.place(), await desk.place()]
    await desk.recordMany(other, 3)
    await sealJournal(desk.worker, other.umbrella)
    for (const table of ['journal_entries', 'journal_nodes', 'journal_roots']) {
      const found = await desk.read(mine, tx =>
        tx.$client.query(`select count(*) as count from platform.${table}`),
      )
      expect(found.rows).toEqual([{ count: 0 }])
    }
  })

  test('turns pages by the leaf, newest first, with the time of sealing and the leaf’s hash', async () => {
    const scope = await desk.place()
    const member = newId()
    const subject = { type: 'membership', id: newId() }
    await desk.recordMany(scope, 3)
    await sealJournal(desk.worker, scope.umbrella)
    await desk.write(scope, tx => record(tx, admitted({ member, subject })))
    await desk.recordMany(scope, 1)
    await sealJournal(desk.worker, scope.umbrella)
    const { first, second, feed, roots, hashes, ofMember, ofSubject } = await desk.read(scope, async tx => ({
      first: await journalPage(tx, { limit: 2, visibility: 'public' }),
      second: await journalPage(tx, { limit: 2, visibility: 'public', before: 3 }),
      feed: await journalFeed(tx),
      roots: await journalRoots(tx, 10),
      hashes: await leafHashes(tx, 0, 5),
      ofMember: await journalPage(tx, { limit: 5, visibility: 'public', member }),
      ofSubject: await journalOf(tx, subject, 'public'),
    }))
    expect(first.map(row => row.leaf)).toEqual([4, 3])
    expect(second.map(row => row.leaf)).toEqual([2, 1])
    expect(first[1]).toEqual({
      leaf: 3,
      sealedAt: roots[0]!.sealedAt,
      recordedAt: expect.any(Temporal.Instant),
      action: 'network.member_admitted',
      member,
      subject,
      rule: { key: 'network.objection_days', version: 1 },
      detail: { name: { uk: 'Рада', en: 'Council' } },
      leafHash: hashes[3],
      erased: false,
    })
    expect(second[0]!.sealedAt).toEqual(roots[1]!.sealedAt)
    expect(feed.entries).toHaveLength(5)
    expect(feed.updated).toEqual(roots[0]!.sealedAt)
    expect(ofMember.map(row => row.leaf)).toEqual([3])
    expect(ofSubject.map(row => row.leaf)).toEqual([3])
  })

  test('proves that an entry is in the tree and that a later root only added to an earlier one', async () => {
    const scope = await desk.place()
    await desk.recordMany(scope, 23)
    await sealJournal(desk.worker, scope.umbrella)
    await desk.read(scope, async tx => {
      const hashes = (await leafHashes(tx, 0, 23)).map(hash => Buffer.from(hash, 'hex'))
      for (const size of [1, 2, 7, 16, 23]) {
        const root = await rootAt(tx, size)
        for (let leaf = 0; leaf < size; leaf++) {
          expect(verifyInclusion(hashes[leaf]!, leaf, size, await inclusionProof(tx, leaf, size), root)).toBe(
            true,
          )
        }
        const later = { size: 23, root: await rootAt(tx, 23) }
        expect(verifyConsistency({ size, root }, later, await consistencyProof(tx, size, 23))).toBe(true)
      }
      await expect(inclusionProof(tx, 5, 5)).rejects.toThrow(RangeError)
      await expect(rootAt(tx, 24)).rejects.toThrow('no such leaves')
    })
  })
})
