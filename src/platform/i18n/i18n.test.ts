import { describe, expect, test } from 'vitest'
import { createI18n } from './i18n.ts'

const [uk, pl, en] = [
  createI18n('uk', 'Europe/Kyiv'),
  createI18n('pl', 'Europe/Warsaw'),
  createI18n('en', 'Europe/Kyiv'),
]

// Intl separates thousands and units by several kinds of no-break space.
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('days and moments', () => {
  test('a day is written as readers of the language write it', () => {
    expect([uk, pl, en].map(i18n => plain(i18n.date('2026-03-31')))).toEqual([
      '31 березня 2026 р.',
      '31 marca 2026',
      '31 March 2026',
    ])
  })

  test('a numeric day puts the day first in every language', () => {
    const day = Temporal.PlainDate.from('2026-04-03')
    expect([uk, pl, en].map(i18n => i18n.date(day, 'numeric'))).toEqual([
      '03.04.2026',
      '03.04.2026',
      '03/04/2026',
    ])
  })

  test('a moment is told by the clock of the umbrella, across midnight and summer time', () => {
    // 29 March 2026, 01:00 UTC: clocks go forward in both countries.
    expect(plain(uk.dateTime('2026-03-28T22:30:00Z'))).toBe('29 березня 2026 р., 00:30')
    expect(plain(pl.dateTime('2026-03-28T22:30:00Z'))).toBe('28 marca 2026, 23:30')
    expect(plain(pl.dateTime('2026-03-29T01:30:00Z', 'short'))).toBe('29 mar 2026, 03:30')
    expect(en.time('2026-03-29T01:30:00Z')).toBe('04:30')
    expect(uk.dayOf('2026-03-28T22:30:00Z').toString()).toBe('2026-03-29')
  })

  test('a zone that does not exist is refused', () => {
    expect(() => createI18n('uk', 'Europe/Kyev')).toThrow(RangeError)
  })

  test('near days have names, distances are counted in days, months and whole years', () => {
    const today = '2026-03-31'
    const told = (day: string) => [uk, pl, en].map(i18n => plain(i18n.relativeDay(day, today)))
    expect(told('2026-03-31')).toEqual(['сьогодні', 'dzisiaj', 'today'])
    expect(told('2026-04-01')).toEqual(['завтра', 'jutro', 'tomorrow'])
    expect(told('2026-04-05')).toEqual(['через 5 днів', 'za 5 dni', 'in 5 days'])
    expect(told('2026-06-30')).toEqual(['через 2 місяці', 'za 2 miesiące', 'in 2 months'])
    expect(told('2025-02-01')).toEqual(['1 рік тому', '1 rok temu', '1 year ago'])
  })

  test('near moments are counted in minutes and hours, then by the calendar days of the zone', () => {
    const now = '2026-03-31T20:30:00Z'
    const told = (moment: string) => plain(uk.relative(moment, now))
    expect(told('2026-03-31T20:30:10Z')).toBe('зараз')
    expect(told('2026-03-31T20:25:00Z')).toBe('5 хвилин тому')
    expect(told('2026-03-31T23:30:00Z')).toBe('через 3 години')
    expect(told('2026-04-01T21:00:00Z')).toBe('післязавтра')
  })
})

describe('numbers, sums and lists', () => {
  test('numbers and shares follow the language', () => {
    expect([uk, pl, en].map(i18n => plain(i18n.number(1234567.5)))).toEqual([
      '1 234 567,5',
      '1 234 567,5',
      '1,234,567.5',
    ])
    expect([uk, pl, en].map(i18n => plain(i18n.percent(0.1234, 1)))).toEqual(['12,3%', '12,3%', '12.3%'])
  })

  test('sums are hundredths of the unit, also of a currency that is shown without them', () => {
    expect([uk, pl, en].map(i18n => plain(i18n.money(61_679_400, 'EUR')))).toEqual([
      '616 794,00 €',
      '616 794,00 €',
      '€616,794.00',
    ])
    expect(plain(uk.money(1_250_050, 'UAH'))).toBe('12 500,50 ₴')
    expect(plain(pl.money(1_250_000, 'HUF'))).toBe('12 500 Ft')
  })

  test('lists end with the language’s own “and”', () => {
    expect([uk, pl, en].map(i18n => i18n.list(['a', 'b', 'c']))).toEqual([
      'a, b і c',
      'a, b i c',
      'a, b and c',
    ])
  })

  test('names are ordered by the alphabet of the language', () => {
    expect(['Яна', 'Єва', 'Ґео', 'Ірпінь', 'Гурт'].sort(uk.compare)).toEqual([
      'Гурт',
      'Ґео',
      'Єва',
      'Ірпінь',
      'Яна',
    ])
    expect(['Zamość', 'Łódź', 'Lublin', 'Świdnik', 'Suwałki'].sort(pl.compare)).toEqual([
      'Lublin',
      'Łódź',
      'Suwałki',
      'Świdnik',
      'Zamość',
    ])
  })
})

describe('content in several languages', () => {
  test('is shown in the reader’s language when it is there', () => {
    expect(pl.text({ uk: 'Рада', pl: 'Rada' })).toEqual({
      value: 'Rada',
      lang: 'pl',
      dir: 'ltr',
      fallback: false,
      languageName: 'polski',
    })
  })

  test('falls back visibly, with the language and direction of what is shown', () => {
    expect(pl.text({ uk: 'Рада' })).toMatchObject({
      value: 'Рада',
      lang: 'uk',
      fallback: true,
      languageName: 'ukraiński',
    })
    expect(uk.text({ 'fa-AF': 'انجمن' })).toMatchObject({ lang: 'fa-AF', dir: 'rtl', fallback: true })
  })

  test('prefers English to the other language, and passes over blanks', () => {
    expect(uk.text({ pl: 'Rada', en: 'Council' }).lang).toBe('en')
    expect(uk.text({ uk: '  ', en: '', pl: 'Rada' }).value).toBe('Rada')
    expect(en.text({ 'en-GB': 'Council', uk: 'Рада' })).toMatchObject({ lang: 'en-GB', fallback: false })
  })

  test.each([
    ['uk', ['uk', 'en', 'pl', 'rom']],
    ['pl', ['pl', 'en', 'uk', 'rom']],
    ['en', ['en', 'uk', 'pl', 'rom']],
  ] as const)('falls back from %s in one order, which docs/architecture.md gives', (locale, order) => {
    const reader = createI18n(locale, 'Europe/Kyiv')
    const left: Record<string, string> = { rom: 'Kris', pl: 'Rada', uk: 'Рада', en: 'Council' }
    const shown = order.map(() => {
      const { lang } = reader.text(left)
      delete left[lang]
      return lang
    })
    expect(shown).toEqual(order)
  })

  test('is empty, and no fallback, when there is nothing', () => {
    expect(uk.text({})).toMatchObject({ value: '', fallback: false })
    expect(uk.text(null)).toMatchObject({ value: '', fallback: false })
  })
})

test('the pseudo-locale runs from right to left and takes its data from English', () => {
  const pseudo = createI18n('ar-XB', 'Europe/Kyiv')
  expect([pseudo.lang, pseudo.dir, pseudo.locale]).toEqual(['ar-XB', 'rtl', 'en'])
  expect(pseudo.date('2026-03-31')).toBe('31 March 2026')
})
