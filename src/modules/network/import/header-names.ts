import { type CsvColumn, isCsvColumn } from '../csv-columns.ts'
import { plainWords } from './plain-words.ts'

// What people here write above such columns. The language of a bare «назва» is the language of the word itself.
const names: Partial<Record<CsvColumn, string>> = {
  id: 'id, ідентифікатор, identyfikator, parasol id',
  'UA-EDR': 'ua edr, єдрпоу, код єдрпоу, код, edrpou, kod edrpou, kod jedrpou',
  'PL-KRS': 'pl krs, krs, nr krs, numer krs, krs number, номер krs',
  'PL-NIP': 'pl nip, nip, nr nip, numer nip, tax number, номер nip',
  'PL-REGON': 'pl regon, regon, nr regon, numer regon, номер regon',
  'XI-LEI': 'xi lei, lei',
  'XI-WIKIDATA': 'xi wikidata, wikidata, вікідані',
  'name:uk':
    'назва, назва організації, найменування, повна назва, назва українською, назва укр, ім’я, nazwa ukraińska, nazwa po ukraińsku, name ukrainian, name uk, name in ukrainian',
  'name:pl':
    'nazwa, nazwa organizacji, pełna nazwa, nazwa polska, nazwa po polsku, imię i nazwisko, назва польською, name polish, name pl, name in polish',
  'name:en':
    'name, organisation, organization, organisation name, full name, name english, name en, name in english, назва англійською, назва англ, nazwa angielska, nazwa po angielsku',
  kind: 'kind, type, organisation type, вид, тип, вид організації, тип організації, rodzaj, typ, rodzaj organizacji, typ organizacji, forma prawna, організаційно правова форма',
  form: 'form, membership, form of membership, форма, форма членства, членство, forma, forma członkostwa, członkostwo',
  country: 'country, країна, kraj, państwo',
  region: 'region, область, регіон, województwo, voivodeship, oblast, province',
  town: 'town, city, place, місто, населений пункт, громада, miasto, miejscowość',
  level: 'level, рівень, статус, szczebel, poziom, zasięg, scope',
  communities:
    'communities, community, спільнота, спільноти, національність, меншина, національна меншина, społeczność, społeczności, mniejszość, narodowość, minority',
  languages: 'languages, language, мова, мови, język, języki',
  fields:
    'fields, field, fields of work, напрям, напрями, напрями діяльності, сфера діяльності, obszar działania, obszary działania, zakres działalności, dziedziny',
  since:
    'since, joined, member since, start, з, від, дата вступу, член з, вступ, od, data przystąpienia, członek od, data przyjęcia',
  until: 'until, left, end, до, по, дата виходу, вихід, do, data wystąpienia, wystąpienie',
  website: 'website, web, www, url, site, сайт, вебсайт, веб сайт, strona, strona www, strona internetowa',
  email:
    'email, e mail, mail, пошта, ел пошта, електронна пошта, електронна адреса, емейл, adres e mail, adres email, poczta',
  basis: 'basis, підстава, podstawa',
  recognised_by:
    'recognised by, recognized by, ким визнано, хто визнає, визнано, uznanie, kto uznaje, uznany przez, uznana przez',
}

const columnByName = new Map<string, CsvColumn>(
  Object.entries(names).flatMap(([column, list = '']) =>
    list.split(',').map(name => [plainWords(name), column as CsvColumn]),
  ),
)

const codes = new Map<string, CsvColumn>(
  Object.keys(names).map(column => [column.toLowerCase(), column as CsvColumn]),
)

/** The column of the list that a heading most likely means, or undefined. Knows our own headings and the usual words in three languages. */
export function columnOfHeader(header: string): CsvColumn | undefined {
  const exact = header.trim()
  if (isCsvColumn(exact)) return exact
  return codes.get(exact.toLowerCase()) ?? columnByName.get(plainWords(exact))
}

/** Headings made unlike, so that each can be named: the second «Телефон» becomes «Телефон (2)», an empty one «(3)» by its place. */
export function distinctHeaders(header: readonly string[]): string[] {
  const seen = new Set<string>()
  return header.map((text, index) => {
    const bare = text || `(${index + 1})`
    let name = bare
    for (let count = 2; seen.has(name); count++) name = `${bare} (${count})`
    seen.add(name)
    return name
  })
}

/**
 * Heading of the file → column of the list. A heading that begins with `=` is a value for every row: `{"=UA": "country"}`.
 * Headings that are not named are left out of the import.
 */
export type Mapping = Record<string, string>

/** What each heading means, as far as it can be told; the first of two headings for one column wins. */
export function guessMapping(header: readonly string[]): Mapping {
  const taken = new Set<string>()
  const mapping: Mapping = {}
  for (const name of header) {
    const column = columnOfHeader(name)
    if (!column || taken.has(column)) continue
    taken.add(column)
    mapping[name] = column
  }
  return mapping
}
