import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { regionCodes } from '#platform/places/index.ts'
import { freshDatabase } from '#tests/database.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { importMembers } from '../actions/import-members.ts'
import { membersTable } from '../queries/members-csv.ts'
import { communities } from '../vocabulary/communities.ts'
import { fieldsOfWork } from '../vocabulary/fields-of-work.ts'
import { levels } from '../vocabulary/levels.ts'
import { organisationKinds } from '../vocabulary/organisation-kinds.ts'
import { openFile, readList } from './read-list.ts'
import { writeTable } from './write-table.ts'

const database = await freshDatabase()

async function place() {
  const umbrella = await newUmbrella(database)
  const account = await newPerson(database, [umbrella])
  await database.owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'coordinator')",
    [umbrella, newId(), account],
  )
  return { umbrella, account }
}

type Place = Awaited<ReturnType<typeof place>>

const taken = (at: Place, text: string) => {
  const opened = openFile(new TextEncoder().encode(text), {})
  if (!opened.ok) throw new Error(opened.problem.reason)
  return inScope(database.request, at, 'write', tx =>
    importMembers(tx, readList(opened.file), {
      id: newId(),
      umbrella: at.umbrella,
      by: 'command',
      dryRun: false,
    }),
  )
}

const given = (at: Place) =>
  inScope(database.request, at, 'read', async tx => {
    const { header, lines } = await membersTable(tx)
    return writeTable(header, lines)
  })

const some = (codes: readonly string[]) =>
  fc.subarray([...codes], { maxLength: 4 }).map(list => list.join(';'))
// Whatever people write: quotes, separators, line breaks, formulas, any script.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map(text => text.replace(/[\p{Cc}\p{Cs}\p{Cn}\uFEFF]/gu, '').trim())
  .filter(text => text !== '' && !text.includes('\0'))
const tricky = fc.oneof(
  words,
  fc.constantFrom('=1+1', "'=x", '"Рада"', 'a;b,c|d', 'з\nрядка', '+48', '-', '@', "'"),
)
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })
  .map(d => d.toISOString().slice(0, 10))

const organisation = fc.record({
  id: fc.uuid({ version: 7 }),
  form: fc.constantFrom('collective', 'agreement'),
  'name:uk': tricky,
  'name:pl': fc.option(tricky, { nil: '' }),
  'name:rom': fc.option(words, { nil: '' }),
  kind: fc.constantFrom(...organisationKinds.codes),
  country: fc.constantFrom('UA', 'PL', 'DE', 'TR'),
  region: fc.boolean(),
  town: fc.option(tricky, { nil: '' }),
  level: fc.constantFrom(...levels.codes),
  communities: some(communities.codes),
  languages: some(['uk', 'pl', 'crh', 'rmy', 'yi']),
  fields: some(fieldsOfWork.codes),
  since: day,
  ended: fc.boolean(),
  website: fc.option(fc.webUrl(), { nil: '' }),
  email: fc.constantFrom('', 'rada@example.org'),
})

const individual = fc.record({
  id: fc.uuid({ version: 7 }),
  form: fc.constant('individual'),
  'name:uk': tricky,
  country: fc.constant('UA'),
  communities: some(communities.codes),
  since: day,
  ended: fc.boolean(),
  basis: fc.constantFrom('not_widely_represented', 'no_formal_organisation'),
  recognised_by: words,
})

type Row = Record<string, unknown>

function asTable(rows: readonly Row[]): string {
  const header = [...new Set(rows.flatMap(row => Object.keys(row)).filter(key => key !== 'ended')), 'until']
  const lines = rows.map(row =>
    header.map(column => {
      if (column === 'until') return row.ended ? '2021-05-05' : ''
      if (column === 'region') return row.region ? (regionCodes(String(row.country))[0] ?? '') : ''
      return String(row[column] ?? '')
    }),
  )
  return writeTable(header, lines)
}

describe('export and import', () => {
  it('round-trip: what was exported can be imported elsewhere and exported as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: organisation }, individual), {
          minLength: 1,
          maxLength: 12,
          selector: row => row.id,
        }),
        async rows => {
          const [first, second] = [await place(), await place()]
          expect((await taken(first, asTable(rows))).problems).toEqual([])
          const exported = await given(first)
          expect(exported.split('\r\n').length).toBeGreaterThan(rows.length)

          const again = await taken(first, exported)
          expect(again.problems).toEqual([])
          expect(again.summary).toMatchObject({
            rows: rows.length,
            unchanged: rows.length,
            imported: 0,
            updated: 0,
            proposed: 0,
          })

          const elsewhere = await taken(second, exported)
          expect(elsewhere.problems).toEqual([])
          expect(elsewhere.summary).toMatchObject({ imported: rows.length, updated: 0, proposed: 0 })
          expect(await given(second)).toBe(exported)
        },
      ),
      { numRuns: 25 },
    )
  })
})
