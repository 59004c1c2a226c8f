import { beforeAll, describe, expect, test } from 'vitest'
import { leavesOf, openSealedJournal, type SealedJournal, sealed } from '#tests/sealed-journal.ts'
import type { Witness } from './verify.ts'

let journal: SealedJournal

beforeAll(async () => {
  journal = await openSealedJournal()
})

const entry = (leaf: number) => `umbrella_id = '${journal.umbrella}' and leaf = ${leaf}`

describe('verifying after an intruder', () => {
  test('names an entry that was removed, also with its leaf', async () => {
    const remove = `delete from platform.journal_entries where ${entry(5)}`
    const leaf = `delete from platform.journal_nodes where umbrella_id = '${journal.umbrella}' and level = 0 and position = 5`
    expect((await journal.tampered([remove])).findings).toContainEqual({
      leaf: 5,
      entry: null,
      problem: 'the entry was removed',
    })
    expect((await journal.tampered([remove, leaf])).findings).toContainEqual({
      leaf: 5,
      entry: null,
      problem: 'the entry was removed',
    })
  })

  test('names the newest entries when they were removed', async () => {
    const found = await journal.tampered([
      `delete from platform.journal_entries where umbrella_id = '${journal.umbrella}' and leaf >= 10`,
    ])
    expect(found.findings).toContainEqual({ leaf: 10, entry: null, problem: 'entries 10 to 11 were removed' })
  })

  const copy = (leaf: number) => `
    insert into platform.journal_entries
    select umbrella_id, gen_random_uuid(), recorded_at, action, member_id, subject_type, subject_id, rule_key, rule_version,
      visibility, person_id, about, detail, record_salt, person_salt, about_salt, detail_salt, record_hash, person_hash,
      about_hash, detail_hash, ${leaf} from platform.journal_entries where ${entry(3)}`

  test('names an entry that was inserted, also with a leaf of its own', async () => {
    const found = await journal.tampered([copy(sealed)])
    expect(found.touched).toBe(1)
    expect(leavesOf(found)).toContain(sealed)
    const withLeaf = await journal.tampered([
      copy(sealed),
      `update platform.journal_entries e set record_hash = platform.journal_record_hash(e) where ${entry(sealed)}`,
      `insert into platform.journal_nodes select umbrella_id, 0, leaf, sha256('\\x00' || record_hash || person_hash || about_hash || detail_hash)
       from platform.journal_entries where ${entry(sealed)}`,
    ])
    expect(withLeaf.findings).toMatchObject([
      { leaf: sealed, problem: `entries ${sealed} to ${sealed} were inserted: no root covers them` },
      { leaf: sealed, problem: `leaf ${sealed} was inserted into the tree` },
    ])
  })

  test('names entries whose places were exchanged', async () => {
    const found = await journal.tampered([
      `update platform.journal_entries set leaf = 1000 where ${entry(3)}`,
      `update platform.journal_entries set leaf = 3 where ${entry(7)}`,
      `update platform.journal_entries set leaf = 7 where ${entry(1000)}`,
    ])
    expect(leavesOf(found)).toEqual([3, 7])
  })

  test('finds an entry that was rewritten together with its hashes and its leaf', async () => {
    const found = await journal.tampered([
      `update platform.journal_entries set action = 'network.member_excluded' where ${entry(4)}`,
      `update platform.journal_entries e set record_hash = platform.journal_record_hash(e) where ${entry(4)}`,
      `update platform.journal_nodes n set hash = sha256('\\x00' || record_hash || person_hash || about_hash || detail_hash)
       from platform.journal_entries e where e.umbrella_id = '${journal.umbrella}' and e.leaf = 4
         and n.umbrella_id = e.umbrella_id and n.level = 0 and n.position = 4`,
    ])
    expect(found.findings.map(finding => finding.problem)).toEqual([
      'the subtree over leaves 4 to 5 does not have the hash of its halves',
      'the root of 5 entries is not the root of these entries',
    ])
  })

  test.each([
    ['person', 'person_id = null, person_salt = null'],
    ['about', 'about = null, about_salt = null'],
    ['detail', 'detail = null, detail_salt = null'],
  ])('names an entry whose %s was taken out without a person having been forgotten', async (part, change) => {
    const found = await journal.tampered([`update platform.journal_entries set ${change} where ${entry(4)}`])
    expect(found.findings).toMatchObject([{ leaf: 4, problem: `its ${part} was removed` }])
  })

  test('names an entry into which somebody wrote where a person had been forgotten', async () => {
    await expect(
      journal.tampered([
        `update platform.journal_entries set person_id = gen_random_uuid() where ${entry(0)}`,
      ]),
    ).rejects.toThrow('violates check constraint')
    const found = await journal.tampered([
      `update platform.journal_entries set person_id = gen_random_uuid(), person_salt = platform.journal_salt() where ${entry(0)}`,
    ])
    expect(found.findings).toMatchObject([{ leaf: 0, problem: 'its person was changed' }])
  })

  test('sees entries that wait for sealing and calls them neither damage nor sealed', async () => {
    const found = await journal.tampered([
      `select set_config('parasol.umbrella', '${journal.umbrella}', true)`,
      'alter table platform.journal_entries enable trigger compose',
      `insert into platform.journal_entries (id, action, subject_type, subject_id, visibility) values (gen_random_uuid(), 'a.b', 'c', gen_random_uuid(), 'public')`,
    ])
    expect(found).toMatchObject({ sealed, waiting: 1, findings: [] })
  })

  test('with a root from a letter finds even a journal that was cut off or rewritten as a whole', async () => {
    const { rows } = await journal.database.owner.query<Witness>(
      `select size, encode(root, 'hex') as root from platform.journal_roots where umbrella_id = $1 order by size desc limit 1`,
      [journal.umbrella],
    )
    expect((await journal.tampered([], rows)).findings).toEqual([])
    const cut = ['entries', 'nodes', 'roots'].map(
      table => `delete from platform.journal_${table} where umbrella_id = '${journal.umbrella}'`,
    )
    expect((await journal.tampered(cut)).findings).toEqual([])
    expect((await journal.tampered(cut, rows)).findings).toMatchObject([
      { problem: `the root of ${sealed} entries that was given is not in this journal: it was rewritten` },
    ])
  })
})
