import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { leavesOf, openSealedJournal, type SealedJournal, sealed } from '#tests/sealed-journal.ts'

let journal: SealedJournal

beforeAll(async () => {
  journal = await openSealedJournal()
})

const entry = (leaf: number) => `umbrella_id = '${journal.umbrella}' and leaf = ${leaf}`

const flip = (column: string, bit: number) =>
  `set_bit(${column}, ${bit} % (octet_length(${column}) * 8), 1 - get_bit(${column}, ${bit} % (octet_length(${column}) * 8)))`

/** For every column of an entry, how an intruder changes it. */
const changes: Record<string, (bit: number) => string> = {
  id: () => 'gen_random_uuid()',
  recorded_at: bit => `recorded_at + ${bit % 2 ? '-' : ''}interval '1 microsecond'`,
  action: () => `action || 'x'`,
  member_id: () => `case when member_id is null then gen_random_uuid() end`,
  subject_type: () => `subject_type || '_'`,
  subject_id: () => 'gen_random_uuid()',
  visibility: () => `case visibility when 'public' then 'members' else 'public' end`,
  person_id: () => 'gen_random_uuid()',
  about: () => `case when about is null then array[gen_random_uuid()] else about || gen_random_uuid() end`,
  detail: () => `case when detail is null then '{}'::json else (detail::text || ' ')::json end`,
  leaf: () => `leaf + ${sealed}`,
  record_salt: bit => flip('record_salt', bit),
  person_salt: bit => flip('person_salt', bit),
  about_salt: bit => flip('about_salt', bit),
  detail_salt: bit => flip('detail_salt', bit),
  record_hash: bit => flip('record_hash', bit),
  person_hash: bit => flip('person_hash', bit),
  about_hash: bit => flip('about_hash', bit),
  detail_hash: bit => flip('detail_hash', bit),
}

describe('verifying', () => {
  test('finds nothing in a journal that nobody touched, with a person forgotten in it', async () => {
    expect(await journal.tampered([])).toEqual({ sealed, roots: 4, waiting: 0, findings: [], touched: 0 })
  })

  test('knows every column of an entry, so that none can be added without being sealed', async () => {
    const { rows } = await journal.database.owner.query<{ name: string }>(
      `select attname::text as name from pg_attribute
       where attrelid = 'platform.journal_entries'::regclass and attnum > 0 and not attisdropped`,
    )
    const checked = [...Object.keys(changes), 'umbrella_id', 'rule_key', 'rule_version']
    expect(rows.map(row => row.name).sort()).toEqual(checked.sort())
  })

  test('names the entry whose any column, salt or hash was changed by any bit', async () => {
    // Leaf 0 and its forgotten person have a salt no more: a change there is another test.
    const leaf = fc.integer({ min: 1, max: sealed - 2 })
    const column = fc.constantFrom(...Object.keys(changes))
    await fc.assert(
      fc.asyncProperty(leaf, column, fc.nat(), async (place, name, bit) => {
        const found = await journal.tampered([
          `update platform.journal_entries set ${name} = ${changes[name]!(bit)} where ${entry(place)}`,
        ])
        expect(found.touched).toBe(1)
        expect(leavesOf(found)).toContain(place)
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['the rule', `rule_key = 'network.other'`, 2],
    ['the version of the rule', 'rule_version = 99', 2],
    ['that there was a rule', 'rule_key = null, rule_version = null', 2],
    [
      'a word moved from one field to the next',
      `action = 'network.member', subject_type = 'admitted_membership'`,
      1,
    ],
  ])('names the entry of which was changed: %s', async (_what, change, leaf) => {
    const found = await journal.tampered([
      `update platform.journal_entries set ${change} where ${entry(leaf)}`,
    ])
    expect(found.touched).toBe(1)
    expect(found.findings).toMatchObject([{ leaf, problem: 'its record was changed' }])
  })

  test('names what stands in the tree or among the roots and was changed by any bit', async () => {
    const node = fc.record({
      table: fc.constant('nodes'),
      column: fc.constantFrom('hash', 'position', 'level'),
      row: fc.nat(),
      bit: fc.nat(),
    })
    const root = fc.record({
      table: fc.constant('roots'),
      column: fc.constantFrom('root', 'record', 'sealed_at', 'previous_size', 'previous_record', 'size'),
      row: fc.nat(),
      bit: fc.nat(),
    })
    const expressions: Record<string, (bit: number) => string> = {
      position: () => 'position + 100',
      level: () => 'level + 20',
      sealed_at: () => `sealed_at - interval '1 microsecond'`,
      previous_size: () => 'case when previous_size > 1 then previous_size - 1 else previous_size end',
      size: () => 'size + 100',
    }
    await fc.assert(
      fc.asyncProperty(fc.oneof(node, root), async ({ table, column, row, bit }) => {
        const count = table === 'nodes' ? 22 : 4
        const found = await journal.tampered([
          `update platform.journal_${table} set ${column} = ${expressions[column]?.(bit) ?? flip(column, bit)}
           where ctid = (select ctid from platform.journal_${table} where umbrella_id = '${journal.umbrella}'
             order by ctid offset ${row % count} limit 1)`,
        ])
        const unchanged =
          (column === 'previous_size' && row % count < 2) ||
          (column === 'previous_record' && row % count === 0)
        expect(found.touched).toBe(1)
        expect(found.findings.length > 0).toBe(!unchanged)
      }),
      { numRuns: 150 },
    )
  })
})
