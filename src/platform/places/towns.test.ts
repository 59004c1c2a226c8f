import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findTowns, townIn, townNamed } from './index.ts'
import { otherTowns } from './towns/names-elsewhere.ts'
import { ukrainianTowns } from './towns/names-ukraine.ts'
import { readTowns } from './towns/read-towns.ts'

const first = async (text: string) => (await findTowns(text))[0]

describe('towns', () => {
  test.each(['Львів', 'Lviv', 'Lwów', 'львів'])('%s finds Lviv', async text => {
    expect(await first(text)).toMatchObject({
      name: { uk: 'Львів', pl: 'Lwów', en: 'Lviv' },
      country: 'UA',
      region: 'UA-46',
      latitude: 49.83826,
      longitude: 24.02324,
    })
  })

  test('of Ukraine have today’s names, in English by the law’s spelling', async () => {
    const english = async (text: string) => (await townNamed(text, { country: 'UA' }))?.name.en
    expect(
      await Promise.all(['Київ', 'Харків', 'Одеса', 'Миколаїв', 'Ужгород', 'Звягель', 'Самар'].map(english)),
    ).toEqual(['Kyiv', 'Kharkiv', 'Odesa', 'Mykolaiv', 'Uzhhorod', 'Zviahel', 'Samar'])
  })

  test('of Poland and the EU are found by their Ukrainian names', async () => {
    expect(await first('Варшава')).toMatchObject({
      country: 'PL',
      region: 'PL-14',
      name: { uk: 'Варшава', pl: 'Warszawa' },
    })
    expect(await first('Білосток')).toMatchObject({ region: 'PL-20' })
    expect((await first('Відень'))?.country).toBe('AT')
  })

  test('can be sought within a country or a region, the most populous first', async () => {
    expect((await findTowns('Городок', { region: 'UA-46' })).map(town => town.region)).toContain('UA-46')
    expect((await findTowns('Миколаїв', { region: 'UA-48' }))[0]?.region).toBe('UA-48')
    const poland = await findTowns('B', { country: 'PL', limit: 3 })
    expect(poland.map(({ name }) => name.en)).toEqual(['Bydgoszcz', 'Białystok', 'Bytom'])
  })

  test('are not found by nothing', async () => {
    expect([await findTowns(''), await findTowns(' – '), await findTowns('Qwertzuiop')]).toEqual([[], [], []])
  })

  test('that we name are all in GeoNames', async () => {
    const named = new Set((await readTowns()).map(({ name }) => name.uk))
    const wanted = [...(otherTowns + ukrainianTowns).matchAll(/=(\p{Script=Cyrillic}[^=,\n]*)/gu)].map(
      match => match[1],
    )
    expect(wanted.length).toBeGreaterThan(500)
    expect(wanted.filter(name => !named.has(name))).toEqual([])
  })

  test('of Ukraine are spelt as the register of communities spells them', async context => {
    const register = '../shared/data/ua-admin/hromada-centres.csv'
    if (!existsSync(register)) return context.skip(`${register} is not here: compared with nothing`)
    const centres = new Set(
      readFileSync(register, 'utf8')
        .split('\n')
        .map(row => row.split(',')[8]),
    )
    // The register leaves out Crimea, Kyiv and Sevastopol.
    const ours = (await readTowns()).filter(({ country, region = '', name }) => {
      return country === 'UA' && name.uk !== undefined && !['UA-30', 'UA-40', 'UA-43'].includes(region)
    })
    const unknown = ours.map(({ name }) => name.uk).filter(name => !centres.has(name))
    const renamedSince =
      'Сіверськодонецьк Шептицький Самар Звягель Сокологірськ Голубівка Південноукраїнськ Златопіль Берестин Багачеве'
    const notCentres = 'Брянка Стебник Ківшарівка Зугрес Вознесенівка Родинське Моспине'
    expect(unknown.sort()).toEqual(`${renamedSince} ${notCentres}`.split(' ').sort())
  })
})

describe('a town that somebody typed', () => {
  test.each([
    ['Київ', 'UA', ['Київ', 'Kijów', 'Kyiv']],
    ['lwów', 'UA', ['Львів', 'Lwów', 'Lviv']],
    ['Варшава', 'PL', ['Варшава', 'Warszawa', 'Warsaw']],
    ['Kraków', 'PL', ['Краків', 'Kraków', 'Kraków']],
  ])('is shown in the reader’s language: %s', (town, country, [uk, pl, en]) => {
    expect((['uk', 'pl', 'en'] as const).map(locale => townIn(locale, country, town))).toEqual([uk, pl, en])
  })

  test('is spelt in Latin letters when we do not know it, and otherwise left alone', () => {
    expect(townIn('en', 'UA', 'Каракурт')).toBe('Karakurt')
    expect(townIn('uk', 'UA', 'Каракурт')).toBe('Каракурт')
    expect(townIn('uk', 'DE', 'Kleinkleckersdorf')).toBe('Kleinkleckersdorf')
  })
})
