import { describe, expect, it } from 'vitest'
import { decode, guessEncoding } from './decode.ts'
import { columnOfHeader, distinctHeaders, guessMapping } from './header-names.ts'
import { openFile, readList } from './read-list.ts'
import { guessDelimiter, readTable } from './read-table.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

// Encoders for the two old Windows pages, for tests alone: TextDecoder the other way round.
function encode(text: string, encoding: 'windows-1250' | 'windows-1251'): Uint8Array {
  const page = new Map(
    Array.from({ length: 256 }, (_, code) => [
      new TextDecoder(encoding).decode(new Uint8Array([code])),
      code,
    ]),
  )
  return new Uint8Array(Array.from(text, letter => page.get(letter) ?? 63))
}

const ukrainian = 'Назва;Область\nРада національних товариств;Миколаївська\nТовариство «Промінь»;Київ\n'
const polish =
  'Nazwa;Województwo\nStowarzyszenie Mniejszości Łemków;podkarpackie\nFundacja Żółty Jesień;śląskie\n'

describe('a file', () => {
  it('is recognised as UTF-8 with and without its mark', () => {
    expect(guessEncoding(bytes(ukrainian))).toBe('utf-8')
    expect(decode(bytes(`\uFEFF${ukrainian}`), 'utf-8')).toBe(ukrainian)
  })

  it('is recognised as an old Ukrainian or Polish one', () => {
    const old = encode(ukrainian, 'windows-1251')
    expect(guessEncoding(old)).toBe('windows-1251')
    expect(decode(old, 'windows-1251')).toBe(ukrainian)
    expect(guessEncoding(encode(polish, 'windows-1250'))).toBe('windows-1250')
    expect(decode(encode(polish, 'windows-1250'), 'windows-1250')).toBe(polish)
  })

  it('is recognised as the Unicode text of a spreadsheet', () => {
    const saved = new Uint8Array(Buffer.from(`\uFEFF${ukrainian}`, 'utf16le'))
    expect(guessEncoding(saved)).toBe('utf-16le')
    expect(decode(saved, 'utf-16le')).toBe(ukrainian)
  })

  it.each([
    [',', 'a,b,c\n"1,5",x;y,z\n'],
    [';', 'a;b;c\n1,5;"x;y";z\n'],
    ['\t', 'a\tb\tc\n1,5\tx;y\tz\n'],
    ['|', 'a|b|c\n1,5|x;y|z\n'],
  ])('is cut at its own separator %s', (delimiter, text) => {
    expect(guessDelimiter(text)).toBe(delimiter)
  })

  it('keeps the row numbers of a spreadsheet over empty lines and line breaks in cells', () => {
    const read = readTable('a,b\n\n"one\ntwo",2\n , \n3\n', ',')
    expect(read).toEqual({
      ok: true,
      table: {
        header: ['a', 'b'],
        rows: [
          { row: 3, cells: ['one\ntwo', '2'] },
          { row: 5, cells: ['3', ''] },
        ],
      },
    })
  })

  it('may have quotation marks in a name', () => {
    const read = readTable('name,town\nГО "Рада" Одеси,Одеса\n"ГО ""Рада""",Київ\n', ',')
    expect(read.ok && read.table.rows.map(({ cells }) => cells[0])).toEqual(['ГО "Рада" Одеси', 'ГО "Рада"'])
  })

  it('loses the apostrophe that kept a cell from being a formula', () => {
    const read = readTable("name,town\n'=Рада,'+Київ\n'простий,б\n", ',')
    expect(read.ok && read.table.rows.map(({ cells }) => cells)).toEqual([
      ['=Рада', '+Київ'],
      ["'простий", 'б'],
    ])
  })

  it.each([
    ['', { reason: 'empty', row: 1 }],
    ['a,b\n', { reason: 'empty', row: 1 }],
    ['a,b\n1,2\n3,"4\n5,6\n', { reason: 'quote', row: 4 }],
  ])('that is no table is refused: %j', (text, problem) => {
    expect(readTable(text, ',')).toEqual({ ok: false, problem })
  })
})

describe('headings', () => {
  it.each([
    ['Назва організації', 'name:uk'],
    ['  НАЗВА  ', 'name:uk'],
    ['Nazwa', 'name:pl'],
    ['Name', 'name:en'],
    ['name:rom', 'name:rom'],
    ['Код ЄДРПОУ', 'UA-EDR'],
    ['ua-edr', 'UA-EDR'],
    ['Numer KRS', 'PL-KRS'],
    ['Область', 'region'],
    ['Województwo', 'region'],
    ['Miejscowość', 'town'],
    ['E-mail', 'email'],
    ['Ел. пошта', 'email'],
    ['Дата вступу', 'since'],
    ['Członek od', 'since'],
    ['Підстава', 'basis'],
  ])('are understood: %s', (heading, column) => {
    expect(columnOfHeader(heading)).toBe(column)
  })

  it('that nobody knows stay unknown', () => {
    expect(columnOfHeader('Бухгалтер')).toBeUndefined()
  })

  it('are told apart, and the first of two wins', () => {
    expect(distinctHeaders(['a', 'a', '', 'a'])).toEqual(['a', 'a (2)', '(3)', 'a (3)'])
    expect(guessMapping(['Назва', 'Повна назва', 'Місто'])).toEqual({ Назва: 'name:uk', Місто: 'town' })
  })
})

const rowsOf = (text: string, mapping?: Record<string, string>, home?: string) => {
  const opened = openFile(bytes(text), { mapping })
  if (!opened.ok) throw new Error(opened.problem.reason)
  return readList(opened.file, home)
}

describe('cells', () => {
  it('accept codes and the words of three languages', () => {
    const { rows, problems } = rowsOf(
      'Назва;Країна;Область;Вид;Форма;Рівень;Спільноти;Мови;Напрями;Від\n' +
        'Рада;Україна;Миколаївська область;громадська організація;колективний член;регіональний;роми, болгари;українська, ромська;культура та мистецтво;21.06.2011\n' +
        'Rada;Polska;PL-DS;stowarzyszenie;członek zbiorowy;regionalny;Romowie;polski;edukacja;2011-06-21\n' +
        'Council;PL;02;association;partner;regional;Roma;Polish;education;21/06/2011\n',
    )
    expect(problems).toEqual([])
    expect(rows[2]).toMatchObject({ country: 'PL', region: 'PL-02', form: 'agreement', languages: ['pl'] })
    expect(rows[0]).toMatchObject({
      country: 'UA',
      region: 'UA-48',
      kind: 'association',
      form: 'collective',
      level: 'regional',
      fields: ['culture'],
      since: '2011-06-21',
    })
    expect(rows[1]).toMatchObject({ country: 'PL', region: 'PL-02', form: 'collective', since: '2011-06-21' })
  })

  it('name every problem of every row, by row and the file’s own heading', () => {
    const { rows, problems } = rowsOf(
      'Назва,Код ЄДРПОУ,NIP,Країна,Область,Від,Сайт,E-mail,Мови\n' +
        'Рада,12345679,1234567890,Нарнія,Хмарна,вчора,не сайт,пошта,ельфійська\n' +
        'Добра,,,UA,UA-48,2011-01-01,example.org,a@example.org,uk\n',
    )
    expect(rows.map(row => row.row)).toEqual([3])
    expect(rows[0]).toMatchObject({ website: 'https://example.org', email: 'a@example.org' })
    expect(problems.map(({ row, column }) => `${row} ${column}`).sort()).toEqual(
      ['2 E-mail', '2 NIP', '2 Від', '2 Код ЄДРПОУ', '2 Країна', '2 Мови', '2 Область', '2 Сайт'].sort(),
    )
  })

  it('say nothing when empty, and a value for every row fills them', () => {
    const { rows } = rowsOf('Назва,Країна\nА,\nБ,PL\n', {
      Назва: 'name:uk',
      Країна: 'country',
      '=UA': 'country',
    })
    expect(rows.map(row => row.country)).toEqual(['UA', 'PL'])
  })

  it('name regions of the coalition’s own country where a row names none', () => {
    const list = 'Назва;Країна;Область\nА;;śląskie\nБ;;02\nВ;UA;Львівська\nГ;;UA-51\n'
    const { rows, problems } = rowsOf(list, undefined, 'PL')
    expect(problems).toEqual([])
    expect(rows.map(row => [row.country, row.region])).toEqual([
      ['PL', 'PL-24'],
      ['PL', 'PL-02'],
      ['UA', 'UA-46'],
      ['UA', 'UA-51'],
    ])
    expect(rowsOf(list).problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Область'],
      [3, 'Область'],
    ])
  })

  it('beyond the last heading are a problem, and so is a mapping to nowhere', () => {
    const { problems } = rowsOf('Назва,Місто\nА,Київ,?\n', {
      Назва: 'name:uk',
      Місто: 'planet',
      Область: 'region',
    })
    expect(problems.map(({ row, column, message }) => [row, column, message])).toEqual([
      [1, 'Місто', 'network.import.problem.noColumn'],
      [1, 'Область', 'network.import.problem.noHeading'],
      [2, '', 'network.import.problem.tooManyCells'],
    ])
  })
})
