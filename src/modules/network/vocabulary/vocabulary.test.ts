import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { spellingProblems } from '#platform/i18n/check-spelling.ts'
import { createI18n, locales } from '#platform/i18n/index.ts'
import { communities, communityGroups, communityKinds, communityList } from './communities.ts'
import { fieldsOfWork } from './fields-of-work.ts'
import { isLanguageTag, languageChoices, languageTags } from './languages.ts'
import { levels } from './levels.ts'
import { needKinds } from './need-kinds.ts'
import { organisationKinds } from './organisation-kinds.ts'

const all = { communities, communityKinds, fieldsOfWork, levels, needKinds, organisationKinds }
const [uk, pl, en] = [
  createI18n('uk', 'Europe/Kyiv'),
  createI18n('pl', 'Europe/Warsaw'),
  createI18n('en', 'Europe/Kyiv'),
]
const census = '../shared/data/ua-census-2001/national_ethnicity.csv'

describe.each(Object.entries(all))('%s', (_name, list) => {
  test('have codes that fit into an address and labels that are spelt well', () => {
    const { codes } = list
    expect(codes.filter(code => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
    const problems = [uk, pl, en].flatMap(i18n =>
      codes.flatMap(code => {
        const label = list.label(code, i18n)
        return [
          ...spellingProblems(label, label, i18n.locale),
          ...(label === code && i18n !== en ? ['no label'] : []),
        ]
          .filter(problem => !(problem === 'no label' && i18n === pl && /^(media|sport)$/.test(code)))
          .map(problem => `${i18n.locale} ${code} ${problem}`)
      }),
    )
    expect(problems).toEqual([])
  })

  test('have a different label for each code', () => {
    for (const i18n of [uk, pl, en]) {
      const labels = list.choices(i18n).map(({ label }) => label)
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
    }
  })
})

describe('a vocabulary', () => {
  test('knows its codes and shows an unknown one as it is', () => {
    expect([
      levels.has('local'),
      levels.has('planetary'),
      levels.has('constructor'),
      levels.has(undefined),
    ]).toEqual([true, false, false, false])
    expect(levels.label('planetary', uk)).toBe('planetary')
    expect(levels.label('national', uk)).toBe('загальнодержавний')
  })

  test('is sorted by the alphabet of the reader', () => {
    expect(levels.sorted(pl).map(({ label }) => label)).toEqual([
      'krajowy',
      'lokalny',
      'międzynarodowy',
      'regionalny',
    ])
    expect(communities.sorted(uk)[0]?.label).toBe('абхази')
  })
})

describe('communities', () => {
  const ofKind = (kind: string) =>
    communityList.filter(({ kinds }) => kinds.some(known => known === kind)).map(({ code }) => code)

  test('hold the minorities of the Polish act of 2005', () => {
    expect(ofKind('pl-national').sort()).toEqual(
      [
        'armenian',
        'belarusian',
        'czech',
        'german',
        'jewish',
        'lithuanian',
        'russian',
        'slovak',
        'ukrainian',
      ].sort(),
    )
    expect(ofKind('pl-ethnic').sort()).toEqual(['karaim', 'lemko', 'roma', 'tatar'])
    expect(ofKind('regional-language')).toEqual(['kashubian'])
  })

  test('hold the indigenous peoples of the Ukrainian law 1616-IX', () => {
    expect(ofKind('ua-indigenous').sort()).toEqual(['crimean-tatar', 'karaim', 'krymchak'])
  })

  test('never carry a name that the people reject', () => {
    const names = communityList.flatMap(({ labels, ownNames }) => [
      ...Object.values(labels),
      ...Object.values(ownNames),
    ])
    expect(
      names.filter(name => /циган|цыган|cyga|gyps|ескімос|самоїд|мордва|мордвин/i.test(name ?? '')),
    ).toEqual([])
    expect(locales.map(locale => communityList.find(({ code }) => code === 'roma')?.labels[locale])).toEqual([
      'роми',
      'Romowie',
      'Roma',
    ])
  })

  test('stand in a form once each, every one of them', () => {
    const offered = communityGroups(uk).flatMap(({ options }) => options.map(({ value }) => value))
    expect([...offered].sort()).toEqual([...communities.codes].sort())
  })

  test('include every nationality that the Ukrainian census of 2001 names', context => {
    if (!existsSync(census)) return context.skip(`${census} is not here: compared with nothing`)
    const rows = readFileSync(census, 'utf8').trim().split('\n').slice(1)
    const named = rows.map(row => row.split(';', 1)[0] ?? '').filter(name => !/^(інші|українці)/.test(name))
    expect(named.length).toBeGreaterThan(15)
    // The census of 2001 wrote an exonym, and an older spelling; people are called what they call themselves.
    const today = (name: string) => (name.startsWith('циг') ? 'роми' : name.replace('молдавани', 'молдовани'))
    const wanted = named.map(today)
    const ours = communityList
      .filter(({ kinds }) => kinds.some(kind => kind === 'ua-minority' || kind === 'ua-indigenous'))
      .map(({ labels }) => labels.uk)
    expect(wanted.filter(name => !ours.includes(name))).toEqual([])
  })
})

describe('languages', () => {
  test('all have a name in every language of the interface', () => {
    for (const i18n of [uk, pl, en]) {
      const choices = languageChoices(i18n)
      expect(choices.filter(({ value, label }) => label === value || label.includes('?'))).toEqual([])
      expect(new Set(choices.map(({ label }) => label)).size).toBe(languageTags.length)
    }
  })

  test('are valid tags, and others are refused', () => {
    expect(languageTags.filter(tag => Intl.getCanonicalLocales(tag).length !== 1)).toEqual([])
    expect([isLanguageTag('rmy'), isLanguageTag('xx'), isLanguageTag(null)]).toEqual([true, false, false])
  })
})
