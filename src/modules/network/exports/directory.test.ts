import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { createApp } from '#src/app.ts'
import { newCoordinator, newIndividual, newMember } from '#tests/members.ts'
import { testPlatform } from '#tests/platform.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { importMembers } from '../actions/import-members.ts'
import { csvColumns } from '../csv-columns.ts'
import { openFile, readList } from '../import/read-list.ts'

const platform = await testPlatform()
const { owner, request } = platform.database
const umbrella = await newUmbrella(platform.database)
const elsewhere = await newUmbrella(platform.database)
const app = await createApp(platform)

const answerTo = (path: string, of = umbrella) =>
  app.hono.request(`${platform.config.origin}/uk/u-${of}${path}`)
const text = async (path: string, of = umbrella) => (await answerTo(path, of)).text()
const table = (csv: string) =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]

const council = await newMember(platform.database, umbrella, {
  name: { uk: 'Рада «Дружба», Львів', pl: 'Rada; "Przyjaźń"', rue: 'Рада' },
  region: 'UA-46',
  town: '=Львів',
  communities: ['roma', 'polish'],
  languages: ['uk', 'rmy'],
  fields: ['culture'],
})
await owner.query("insert into network.identifiers values ($1, 'UA-EDR', '21661556')", [council.organisation])
await owner.query(
  `insert into network.contacts (organisation_id, id, kind, value, visibility) values
     ($1, gen_random_uuid(), 'website', 'https://example.org', 'public'),
     ($1, gen_random_uuid(), 'email', 'inner@example.org', 'members')`,
  [council.organisation],
)
await newMember(platform.database, umbrella, { name: { pl: 'Świetlica' }, country: 'PL', region: 'PL-06' })
await newIndividual(platform.database, umbrella, { name: { uk: 'Явна Особа' }, listed: true })
await newIndividual(platform.database, umbrella, { name: { uk: 'Прихована Особа' } })

describe('the directory as CSV', () => {
  test('has the agreed columns, further languages among the names, and nothing that is not public', async () => {
    const answer = await answerTo('/directory.csv')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toContain('.csv"')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const csv = new TextDecoder().decode(bytes)
    expect(csv.split('\r\n')[0]).toBe(csvColumns(['rue']).join(','))
    const rows = table(csv)
    expect(rows.map(row => row['name:uk'] || row['name:pl']).sort()).toEqual([
      'Świetlica',
      'Рада «Дружба», Львів',
      'Явна Особа',
    ])
    expect(rows.find(row => row.id === council.organisation)).toMatchObject({
      'UA-EDR': '21661556',
      'name:pl': 'Rada; "Przyjaźń"',
      'name:rue': 'Рада',
      town: "'=Львів",
      communities: 'roma;polish',
      since: '2011-06-21',
      until: '',
      website: 'https://example.org',
      email: '',
    })
    expect(csv).not.toContain('the elders')
    expect(csv).not.toContain('inner@example.org')
  })

  test('holds what the address asks for', async () => {
    expect(table(await text('/directory.csv?country=PL')).map(row => row['name:pl'])).toEqual(['Świetlica'])
    expect(table(await text('/directory.csv?q=дружба'))).toHaveLength(1)
    expect(table(await text('/directory.csv?q=qwrtpsd'))).toHaveLength(0)
  })

  test('is read by the import of another umbrella, which then exports the same', async () => {
    const account = await newPerson(platform.database, [elsewhere])
    await newCoordinator(platform.database, elsewhere, account)
    const exported = table(await text('/directory.csv')).filter(row => row.form !== 'individual')
    const columns = csvColumns(['rue'])
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
    const csv = [columns, ...exported.map(row => columns.map(column => row[column] ?? ''))]
      .map(line => line.map(quoted).join(','))
      .join('\r\n')
    const opened = openFile(new TextEncoder().encode(csv), {})
    if (!opened.ok) throw new Error(opened.problem.reason)
    const result = await inScope(request, { umbrella: elsewhere, account }, 'write', tx =>
      importMembers(tx, readList(opened.file), {
        id: newId(),
        umbrella: elsewhere,
        by: 'command',
        dryRun: false,
      }),
    )
    expect(result.problems).toEqual([])
    const byId = (rows: Record<string, string>[]) => rows.toSorted((a, b) => (a.id! < b.id! ? -1 : 1))
    expect(byId(table(await text('/directory.csv', elsewhere)))).toEqual(byId(exported))
  })

  test('goes on after the first five hundred, without the header', async () => {
    const many = await newUmbrella(platform.database)
    await owner.query(
      `with o as (
         insert into network.organisations (id, kind, name, country, search_key)
         select gen_random_uuid(), 'association', jsonb_build_object('uk', 'Рада ' || n), 'UA', 'rada' from generate_series(1, 1203) n
         returning id)
       insert into network.memberships (umbrella_id, id, form, organisation_id, since, admitted_under)
         select $1, gen_random_uuid(), 'collective', id, '2020-01-01', 'import' from o`,
      [many],
    )
    await app.umbrellas.reload()
    const rows = table(await text('/directory.csv', many))
    expect(rows).toHaveLength(1203)
    expect(new Set(rows.map(row => row.id)).size).toBe(1203)
    expect(JSON.parse(await text('/directory.json', many))).toHaveLength(1203)
  })
})

describe('the directory as JSON', () => {
  test('says the same', async () => {
    const members = JSON.parse(await text('/directory.json'))
    expect(members).toHaveLength(3)
    expect(members.find(({ id }: { id: string }) => id === council.organisation)).toMatchObject({
      name: { uk: 'Рада «Дружба», Львів', rue: 'Рада' },
      identifiers: { 'UA-EDR': '21661556' },
      communities: ['roma', 'polish'],
      website: 'https://example.org',
    })
    expect(JSON.parse(await text('/directory.json?country=DE'))).toEqual([])
  })
})
