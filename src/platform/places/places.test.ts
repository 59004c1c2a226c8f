import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { spellingProblems } from '#platform/i18n/check-spelling.ts'
import { createI18n, locales } from '#platform/i18n/index.ts'
import { cldrRegionCodes } from './cldr-regions.ts'
import {
  countryCodes,
  euCountries,
  isCountry,
  isRegion,
  listCountries,
  listRegions,
  readRegion,
  regionCodes,
} from './index.ts'
import { namedRegions } from './region-names.ts'

const [uk, pl, en] = [
  createI18n('uk', 'Europe/Kyiv'),
  createI18n('pl', 'Europe/Warsaw'),
  createI18n('en', 'Europe/Kyiv'),
]
const oblasts = '../shared/data/ua-admin/oblast.csv'

describe('regions', () => {
  test('of Ukraine and Poland are complete and named as people name them', () => {
    expect([regionCodes('UA').length, regionCodes('PL').length]).toEqual([27, 16])
    expect([uk, pl, en].map(i18n => i18n.region('UA-46'))).toEqual([
      'Львівська область',
      'obwód lwowski',
      'Lviv Oblast',
    ])
    expect([uk, pl, en].map(i18n => i18n.region('PL-06'))).toEqual([
      'Люблінське воєводство',
      'lubelskie',
      'Lublin Voivodeship',
    ])
    expect(['UA-30', 'UA-51', 'UA-63', 'UA-48'].map(en.region)).toEqual([
      'Kyiv',
      'Odesa Oblast',
      'Kharkiv Oblast',
      'Mykolaiv Oblast',
    ])
  })

  test('that we name are codes of ISO 3166-2 as CLDR knows them, all of a country or none', () => {
    const known = new Set([...namedRegions.keys()].map(code => code.slice(0, 2)).flatMap(cldrRegionCodes))
    // CLDR counts Åland as a country.
    expect([...namedRegions.keys()].filter(code => !known.has(code))).toEqual(['FI-01'])
    // Towns of their own in Hungary, islands beyond the sea of the Netherlands: not offered.
    const left = [...known].filter(code => !namedRegions.has(code) && !/^HU-|^NL-BQ/.test(code))
    expect(left).toEqual([])
  })

  test('have spelt names in every language, different within a country', () => {
    const problems = [...namedRegions].flatMap(([code, names]) =>
      locales.flatMap(locale =>
        spellingProblems(names[locale], names[locale], locale).map(problem => `${code} ${problem}`),
      ),
    )
    expect(problems).toEqual([])
    for (const country of new Set([...namedRegions.keys()].map(code => code.slice(0, 2)))) {
      for (const i18n of [uk, pl, en]) {
        const labels = listRegions(country, i18n).map(({ label }) => label)
        expect(new Set(labels).size, `${country} ${i18n.locale}`).toBe(labels.length)
      }
    }
  })

  test('are listed by the alphabet of the reader', () => {
    expect(
      listRegions('UA', uk)
        .slice(0, 2)
        .map(({ value }) => value),
    ).toEqual(['UA-43', 'UA-05'])
    expect(
      listRegions('PL', pl)
        .map(({ label }) => label)
        .slice(-3),
    ).toEqual(['warmińsko-mazurskie', 'wielkopolskie', 'zachodniopomorskie'])
  })

  test('of other countries have CLDR’s names, an unknown code is shown as it is', () => {
    expect(regionCodes('SI').length).toBe(212)
    expect([uk.region('LV-RIX'), en.region('MT-60'), en.region('UA-99')]).toEqual([
      'Riga',
      'Valletta',
      'UA-99',
    ])
    expect([isRegion('LV-RIX'), isRegion('UA-46'), isRegion('UA-99'), isRegion('XX-1')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('are offered where we name them all in every language, never as a bare code or in another language', () => {
    const offered = countryCodes.flatMap(country =>
      [uk, pl, en].flatMap(i18n => listRegions(country, i18n).map(option => ({ ...option, i18n }))),
    )
    expect(offered.length).toBeGreaterThan(1000)
    expect(offered.filter(({ value, label }) => label === value || label.trim() === '')).toEqual([])
    const latin = offered.filter(({ label, i18n }) => i18n === uk && /\p{Script=Latin}/u.test(label))
    expect(latin).toEqual([])
    expect(euCountries).toHaveLength(27)
    expect(euCountries.filter(country => listRegions(country, uk).length === 0)).toEqual([
      'LU',
      'LV',
      'MT',
      'SI',
    ])
  })

  test('agree with the register of Ukraine’s regions', context => {
    if (!existsSync(oblasts)) return context.skip(`${oblasts} is not here: compared with nothing`)
    const rows = readFileSync(oblasts, 'utf8').trim().split('\n').slice(1)
    expect(rows).toHaveLength(27)
    for (const row of rows) {
      const [katottg = '', name = ''] = row.split(',')
      const code = readRegion(katottg) ?? ''
      expect(uk.region(code).replace(/ область$/, ''), katottg).toBe(name)
      expect(readRegion(name, 'UA'), name).toBe(name === 'Київська' ? 'UA-32' : code)
    }
  })
})

describe('reading a region from a list', () => {
  test('takes current codes in any writing, and the Polish ones of before', () => {
    expect(['PL-02', 'pl02', 'UA46', ' ua-46 '].map(code => readRegion(code))).toEqual([
      'PL-02',
      'PL-02',
      'UA-46',
      'UA-46',
    ])
    expect(['PL-DS', 'PL-MZ', 'PLZP'].map(code => readRegion(code))).toEqual(['PL-02', 'PL-14', 'PL-32'])
  })

  test('takes KATOTTG codes', () => {
    expect(
      ['UA46060250010015970', 'UA44120110010072887', 'UA80000000000093317'].map(code => readRegion(code)),
    ).toEqual(['UA-46', 'UA-09', 'UA-30'])
  })

  test('takes names in any of the languages, with or without the word for the kind', () => {
    const lviv = ['Львівська область', 'львівська', 'Львівська обл.', 'obwód lwowski', 'Lviv', 'Lviv oblast']
    expect(lviv.map(name => readRegion(name, 'UA'))).toEqual(lviv.map(() => 'UA-46'))
    const lublin = ['lubelskie', 'woj. lubelskie', 'województwo LUBELSKIE', 'Люблінське воєводство', 'Lublin']
    expect(lublin.map(name => readRegion(name, 'PL'))).toEqual(lublin.map(() => 'PL-06'))
    expect(['Київ', 'м. Київ', 'Київська область', 'Kyiv'].map(name => readRegion(name, 'UA'))).toEqual([
      'UA-30',
      'UA-30',
      'UA-32',
      'UA-30',
    ])
  })

  test('finds nothing in a name without a country, in another country’s code, in nonsense', () => {
    expect(readRegion('Львівська')).toBeUndefined()
    expect(readRegion('PL-06', 'UA')).toBeUndefined()
    expect(['', '—', 'PL-99', 'UA99000000000000000', 'область'].map(text => readRegion(text, 'UA'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('countries', () => {
  test('are those of ISO 3166-1 as CLDR lists them', () => {
    const file = new URL(import.meta.resolve('cldr-localenames-full/main/en/territories.json'))
    const { territories } = JSON.parse(readFileSync(file, 'utf8')).main.en.localeDisplayNames
    // Reserved for other uses, not countries.
    const others = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']
    const listed = Object.keys(territories).filter(code => /^[A-Z]{2}$/.test(code) && !others.includes(code))
    expect([...countryCodes].sort()).toEqual(listed.sort())
  })

  test('have a name in every language, and begin with the two countries of the coalitions', () => {
    for (const i18n of [uk, pl, en]) {
      const options = listCountries(i18n)
      expect(options).toHaveLength(countryCodes.length)
      expect(options.filter(({ value, label }) => value === label)).toEqual([])
      expect(options.slice(0, 2).map(({ value }) => value)).toEqual(['UA', 'PL'])
    }
    expect([uk.country('UA'), pl.country('CZ'), en.country('TR')]).toEqual(['Україна', 'Czechy', 'Türkiye'])
    expect([isCountry('UA'), isCountry('ua'), isCountry('EU'), isCountry(null)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
