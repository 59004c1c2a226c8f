import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator, newMandate } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { openFile, readList } from '../import/read-list.ts'
import { importMembers } from './import-members.ts'

const database: Database = await freshDatabase()

let umbrella: string
let coordinator: string

async function place(): Promise<{ umbrella: string; coordinator: string }> {
  const made = await newUmbrella(database)
  const person = await newPerson(database, [made])
  await newCoordinator(database, made, person)
  return { umbrella: made, coordinator: person }
}

beforeEach(async () => {
  ;({ umbrella, coordinator } = await place())
})

type At = { umbrella: string; coordinator: string }

function take(text: string, { dryRun = false, at = { umbrella, coordinator } as At } = {}) {
  const opened = openFile(new TextEncoder().encode(text), {})
  if (!opened.ok) throw new Error(opened.problem.reason)
  const scope = { umbrella: at.umbrella, account: at.coordinator }
  return inScope(database.request, scope, 'write', tx =>
    importMembers(tx, readList(opened.file), { id: newId(), umbrella: at.umbrella, by: 'page', dryRun }),
  )
}

async function rows(text: string, values: unknown[] = [umbrella]) {
  return (await database.owner.query(text, values)).rows
}

const members = () =>
  rows(
    `select coalesce(o.name, p.name) as name, s.form, s.since, s.until, s.status from network.memberships s
     left join network.organisations o on o.id = s.organisation_id
     left join network.individuals p on (p.umbrella_id, p.membership_id) = (s.umbrella_id, s.id)
     where s.umbrella_id = $1 order by s.since, s.id`,
  )

let number = 0
// A register number that nobody has: the check digit of UA-EDR is computed as the register does.
function edr(): string {
  for (;;) {
    number += 1
    const digits = String(3_000_000 + number)
    const sum = (weights: number[]) =>
      weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0) % 11
    const low = Number(digits) < 3_000_000 || Number(digits) > 6_000_000
    const first = sum(low ? [1, 2, 3, 4, 5, 6, 7] : [7, 1, 2, 3, 4, 5, 6])
    const check = first < 10 ? first : sum(low ? [3, 4, 5, 6, 7, 8, 9] : [9, 3, 4, 5, 6, 7, 8])
    if (check < 10) return `${digits}${check}`
  }
}

function krs(): string {
  number += 1
  return String(900_000_000 + number).padStart(10, '0')
}

describe('an import', () => {
  it('enters organisations, partners and individual representatives', async () => {
    const { summary, problems } = await take(
      'Назва;name:pl;KRS;Форма;Країна;Область;Місто;Дата вступу;До;Сайт;E-mail;basis;recognised_by\n' +
        `Рада;Rada;${krs()};;UA;Миколаївська;Миколаїв;2011-06-21;;example.org;a@example.org;;\n` +
        `Партнер;;${krs()};партнер;PL;PL-LU;Lublin;2012-01-01;2015-01-01;;;;\n` +
        'Голос громади;;;індивідуальний;UA;;;2013-01-01;;;;no_formal_organisation;Рада старійшин\n',
    )
    expect(problems).toEqual([])
    expect(summary).toEqual({
      rows: 3,
      imported: 3,
      updated: 0,
      unchanged: 0,
      duplicates: 0,
      proposed: 0,
      rejected: 0,
    })
    expect(await members()).toEqual([
      {
        name: { uk: 'Рада', pl: 'Rada' },
        form: 'collective',
        since: '2011-06-21',
        until: null,
        status: 'active',
      },
      {
        name: { uk: 'Партнер' },
        form: 'agreement',
        since: '2012-01-01',
        until: '2015-01-01',
        status: 'ended',
      },
      {
        name: { uk: 'Голос громади' },
        form: 'individual',
        since: '2013-01-01',
        until: null,
        status: 'active',
      },
    ])
    const told = await rows(
      "select detail from platform.journal_entries where umbrella_id = $1 and action = 'network.members_imported'",
    )
    expect(told).toEqual([{ detail: { imported: 3, updated: 0, proposed: 0, by: 'page' } }])
  })

  it('changes nothing the second time', async () => {
    const list = `Назва;ЄДРПОУ;Країна;Місто;Спільноти\nРада;${edr()};UA;Київ;роми\nБез номера;;UA;Одеса;болгари\n`
    expect((await take(list)).summary).toMatchObject({ imported: 2 })
    const before = await rows('select count(*) from network.organisation_versions', [])
    expect((await take(list)).summary).toMatchObject({ imported: 0, updated: 0, unchanged: 2 })
    expect(await rows('select count(*) from network.organisation_versions', [])).toEqual(before)
  })

  it('updates what a number recognises, and keeps what the file leaves empty', async () => {
    const code = edr()
    await take(`Назва;Name;ЄДРПОУ;Країна;Місто\nРада;Council;${code};UA;Київ\n`)
    const { summary } = await take(`Назва;ЄДРПОУ;Місто;Вид\nРада народів;${code};;фонд\n`)
    expect(summary).toMatchObject({ imported: 0, updated: 1 })
    expect(
      await rows(
        'select o.name, o.town, o.kind, o.search_key from network.organisations o join network.identifiers i on i.organisation_id = o.id where i.value = $1',
        [code],
      ),
    ).toEqual([
      {
        name: { uk: 'Рада народів', en: 'Council' },
        town: 'Київ',
        kind: 'foundation',
        search_key: expect.stringContaining('narodiv'),
      },
    ])
  })

  it('does nothing when one row has a problem, and names every one', async () => {
    const { summary, problems } = await take(
      'Назва;Країна;Від\nДобра;UA;2011-01-01\n;UA;2011-01-01\nПогана;UA;2099-01-01\n',
    )
    expect(summary).toMatchObject({ rows: 3, imported: 0, rejected: 2 })
    expect(problems).toEqual([
      { row: 3, column: 'Назва', message: 'platform.form.missing', values: undefined },
      { row: 4, column: 'Від', message: 'network.import.problem.future', values: undefined },
    ])
    expect(await members()).toEqual([])
  })

  it('does nothing when it is a dry run, and says what it would do', async () => {
    expect((await take('Назва;Країна\nРада;UA\n', { dryRun: true })).summary).toMatchObject({ imported: 1 })
    expect(await members()).toEqual([])
    expect(await rows('select 1 from platform.journal_entries where umbrella_id = $1')).toEqual([])
  })

  it('counts rows that repeat, and refuses rows that contradict', async () => {
    const code = edr()
    const list = `Назва;ЄДРПОУ;Країна;Місто\nРада;${code};UA;Київ\nРада;${code};UA;Київ\n`
    expect((await take(list)).summary).toMatchObject({ rows: 2, imported: 1, duplicates: 1 })
    const { problems } = await take(
      `Назва;ЄДРПОУ;Країна;Місто\nРада;${code};UA;Київ\nРада;${code};UA;Одеса\n`,
    )
    expect(problems).toEqual([
      { row: 3, column: 'Місто', message: 'network.import.problem.contradicts', values: { row: 2 } },
    ])
  })

  it('neither moves nor ends a membership that is on record', async () => {
    const code = edr()
    await take(`Назва;ЄДРПОУ;Країна;Від\nРада;${code};UA;2011-06-21\n`)
    const { problems } = await take(`ЄДРПОУ;Від;До\n${code};2012-06-21;\n${code};2011-06-21;2020-01-01\n`)
    expect(problems.map(({ row, message }) => [row, message])).toEqual([
      [2, 'network.import.problem.overlaps'],
      [3, 'network.import.problem.endOnRecord'],
    ])
  })

  it('refuses a row whose numbers belong to two organisations', async () => {
    const [ours, theirs] = [edr(), krs()]
    await take(`Назва;ЄДРПОУ;KRS;Країна\nА;${ours};;UA\nБ;;${theirs};PL\n`)
    const { problems } = await take(`Назва;ЄДРПОУ;KRS;Країна\nА;${ours};${theirs};UA\n`)
    expect(problems).toMatchObject([{ row: 2, message: 'network.import.problem.twoOrganisations' }])
  })

  it('leaves the choice to people when several have the name', async () => {
    await take(`Назва;ЄДРПОУ;Країна;Місто\nПросвіта;${edr()};UA;Київ\nПросвіта;${edr()};UA;Київ\n`)
    const { problems } = await take('Назва;Країна;Місто\nПросвіта;UA;Київ\n')
    expect(problems).toMatchObject([{ row: 2, message: 'network.import.problem.severalOfThisName' }])
  })
})

describe('an organisation that is not ours alone', () => {
  it('of another umbrella becomes a member here, and is proposed the changes', async () => {
    const code = edr()
    const elsewhere = await place()
    await take(`Назва;ЄДРПОУ;Країна;Місто\nРада;${code};UA;Київ\n`, { at: elsewhere })
    const { summary } = await take(`Назва;ЄДРПОУ;Країна;Місто\nРада народів;${code};UA;Київ\n`)
    expect(summary).toMatchObject({ imported: 1, updated: 0, proposed: 1 })
    expect(await members()).toMatchObject([{ name: { uk: 'Рада' } }])
    expect(
      await rows('select changes, source, status from network.proposals where umbrella_id = $1'),
    ).toEqual([{ changes: { name: { uk: 'Рада народів' } }, source: 'import', status: 'proposed' }])
    const again = await take(`Назва;ЄДРПОУ;Країна;Місто\nРада народів;${code};UA;Київ\n`)
    expect(again.summary).toMatchObject({ imported: 0, proposed: 0, unchanged: 1 })
  })

  it('with its own people is never altered', async () => {
    const code = edr()
    await take(`Назва;ЄДРПОУ;Країна\nРада;${code};UA\n`)
    const person = await newPerson(database, [umbrella])
    const [membership] = await rows('select id from network.memberships where umbrella_id = $1')
    await newMandate(database, umbrella, membership.id, person)
    const { summary } = await take(`Назва;ЄДРПОУ\nІнша;${code}\n`)
    expect(summary).toMatchObject({ updated: 0, proposed: 1 })
    expect(await members()).toMatchObject([{ name: { uk: 'Рада' } }])
  })

  it('is not told to anybody who is no coordinator', async () => {
    const code = edr()
    await take(`Назва;ЄДРПОУ;Країна\nРада;${code};UA\n`, { at: await place() })
    const stranger = await newPerson(database, [umbrella])
    const { rows: found } = await inScope(database.request, { umbrella, account: stranger }, 'read', tx =>
      tx.$client.query("select * from network.known_organisations('{null}', '{UA-EDR}', $1)", [[code]]),
    )
    expect(found).toEqual([])
  })
})
