import { describe, expect, it } from 'vitest'
import { openFile } from '#modules/network/index.ts'
import { type IncidentMap, incidentMap } from './incident-map.ts'
import { knownCodes } from './known-codes.ts'
import { readIncidents } from './read-incidents.ts'
import { gazetteer } from './read-place.ts'
import { suggestMap } from './suggest-map.ts'

const fileOf = (text: string | Uint8Array) => {
  const opened = openFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, {})
  if (!opened.ok) throw new Error(opened.problem.reason)
  return opened.file
}
const read = (text: string | Uint8Array, map: unknown) =>
  readIncidents(fileOf(text), incidentMap.parse(map), knownCodes(), gazetteer)

const ukrainian = `Дата;Місто;Категорія;Опис
березень 2026;Одеса;напад і підпал;Підпалили двері
12.04.2026;м. Львів;фізичний напад; погрози;Побили
травень 2026;Кам’янка;графіті;Намалювали
;;;"Сусіди розповіли, що в селі розбили вікно родині"
`.replace('фізичний напад; погрози', '"фізичний напад; погрози"')
const map: IncidentMap = incidentMap.parse({
  country: 'UA',
  date: { column: 'Дата' },
  town: { column: 'Місто' },
  text: { columns: ['Опис'] },
  codes: {
    types: {
      column: 'Категорія',
      values: { 'напад і підпал': ['ASS', 'ARS'], 'фізичний напад': 'ASS', погрози: 'THR' },
      words: { 'розбили вікно': 'DAM' },
    },
    biases: { same: 'ROMA' },
  },
})

describe('a chronicle', () => {
  it('in Cyrillic with semicolons is read: towns become regions, compounds are split, months stay months', async () => {
    const { incidents, summary, problems } = await read(ukrainian, map)
    expect(incidents.map(({ region, codes }) => [region, codes.types, codes.layer])).toEqual([
      ['UA-51', ['ASS', 'ARS'], ['C']],
      ['UA-46', ['ASS', 'THR'], ['C']],
      [undefined, undefined, undefined],
      [undefined, ['DAM'], ['C']],
    ])
    expect(summary).toMatchObject({
      rows: 4,
      unplaced: 2,
      uncoded: 1,
      precision: { exact: 1, month: 2, none: 1 },
      unmapped: [{ column: 'Категорія', value: 'графіті', rows: 1 }],
    })
    expect(problems.map(({ row, problem }) => [row, problem])).toEqual([
      [4, 'value_unmapped'],
      [4, 'town_ambiguous'],
    ])
  })

  it('keeps what names people and places among what is sealed', async () => {
    const { incidents } = await read(ukrainian, map)
    const [{ sealed, ...open }] = incidents as [(typeof incidents)[0]]
    expect(sealed).toEqual({
      town: 'Одеса',
      text: 'Підпалили двері',
      others: { Дата: 'березень 2026', Категорія: 'напад і підпал' },
    })
    expect(JSON.stringify({ ...open, date: open.date?.month.toString() })).not.toMatch(/Одеса|двері/)
  })

  it('saved by an old office program is read too', async () => {
    const letters = [...'Дата;Місто\n01.02.2026;Харків\n']
    const windows1251 = Uint8Array.from(letters, letter => {
      const code = letter.codePointAt(0)!
      if (code < 128) return code
      return letter === 'і' ? 0xb3 : code - 0x0410 + 0xc0
    })
    const { incidents } = await read(windows1251, {
      country: 'UA',
      date: { column: 'Дата' },
      town: { column: 'Місто' },
    })
    expect(incidents[0]).toMatchObject({ region: 'UA-63', sealed: { town: 'Харків' } })
  })

  it('that repeats rows tells how many, and keeps one of each', async () => {
    const { summary, incidents } = await read('date,text\n2026-01-01,a\n2026-01-01,a\n2026-01-02,a\n', {
      country: 'PL',
      date: { column: 'date' },
    })
    expect([summary.duplicates, incidents.map(({ row }) => row)]).toEqual([1, [2, 4]])
  })

  it('whose mapping names a code or a column that is not there is told so', async () => {
    const { problems } = await read('typ,data\npobicie,wczoraj\n', {
      country: 'PL',
      date: { column: 'data' },
      region: { column: 'województwo' },
      codes: { types: { column: 'typ', values: { pobicie: 'PUNCH' } } },
    })
    expect(problems).toEqual([
      { row: 1, column: 'województwo', problem: 'column_missing' },
      { row: 2, column: 'data', problem: 'date_unread', value: 'wczoraj' },
      { row: 2, column: 'typ', problem: 'code_unknown', value: 'PUNCH' },
    ])
  })
})

describe('a mapping', () => {
  it('is proposed from headings and values, and can be used as it is', async () => {
    const text = `Дата,Область,Населений пункт,Тип,Опис,Джерело
12.04.2026,Львівська,Львів,погрози,${'Довга розповідь. '.repeat(10)},https://example.org/1
13.04.2026,Одеська область,Одеса,фізичний напад & погрози,${'Інша розповідь. '.repeat(10)},https://example.org/2
`
    const proposed = suggestMap(fileOf(text))
    expect(proposed).toMatchObject({
      country: 'UA',
      date: { column: 'Дата' },
      region: { column: 'Область', values: {} },
      town: { column: 'Населений пункт' },
      text: { columns: ['Опис'] },
      source: { column: 'Джерело' },
      codes: { types: { column: 'Тип', values: { погрози: 'THR', 'фізичний напад': 'ASS' } } },
    })
    const { summary } = await read(text, proposed)
    expect(summary).toMatchObject({ unplaced: 0, uncoded: 0, unmapped: [] })
  })

  it('with a word that it does not know is refused rather than half understood', () => {
    expect(incidentMap.safeParse({ country: 'UA', datum: { column: 'Дата' } }).success).toBe(false)
  })
})
