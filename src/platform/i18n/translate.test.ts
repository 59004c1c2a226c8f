import { describe, expect, test } from 'vitest'
import { isMessageKey, registerMessages } from './messages.ts'
import { createTranslator } from './translate.ts'

const days = {
  uk: '{n, plural, one {# день} few {# дні} many {# днів} other {# дня}} для «{who}»',
  pl: '{n, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}} dla „{who}”',
  en: '{n, plural, one {# day} other {# days}} for “{who}”',
}
registerMessages('probe', {
  uk: { plain: 'Додати', days: days.uk, rule: 'Читайте <link>правила</link>.', until: 'До {on}.' },
  pl: { plain: 'Dodaj', days: days.pl, rule: 'Przeczytaj <link>zasady</link>.', until: 'Do {on}.' },
  en: {
    plain: 'Add',
    days: days.en,
    rule: 'Read the <link>rules</link>.',
    until: 'Until {on}.',
    late: 'Not yet translated',
  },
})

const [uk, pl, en, pseudo] = (['uk', 'pl', 'en', 'ar-XB'] as const).map(createTranslator) as [
  ReturnType<typeof createTranslator>,
  ReturnType<typeof createTranslator>,
  ReturnType<typeof createTranslator>,
  ReturnType<typeof createTranslator>,
]

describe('messages', () => {
  test('decline by number in every language, fractions too', () => {
    const told = (n: number) => [uk, pl, en].map(({ text }) => text('probe.days', { n, who: 'X' }))
    expect(told(1)).toEqual(['1 день для «X»', '1 dzień dla „X”', '1 day for “X”'])
    expect(told(22)).toEqual(['22 дні для «X»', '22 dni dla „X”', '22 days for “X”'])
    expect(told(25)).toEqual(['25 днів для «X»', '25 dni dla „X”', '25 days for “X”'])
    expect(told(1.5)).toEqual(['1,5 дня для «X»', '1,5 dnia dla „X”', '1.5 days for “X”'])
  })

  test('end with one full stop after an abbreviation', () => {
    expect(uk.text('probe.until', { on: '31 березня 2026 р.' })).toBe('До 31 березня 2026 р.')
    expect(pl.text('probe.until', { on: '31 marca 2026' })).toBe('Do 31 marca 2026.')
    expect(uk.text('probe.until', { on: 'кінця…' })).toBe('До кінця….')
  })

  test('wrap what stands in a tag by what the page gives', () => {
    const link = (inside: unknown[]) => ({ href: '/rules', inside })
    expect(uk.rich('probe.rule', { link })).toEqual([
      'Читайте ',
      { href: '/rules', inside: ['правила'] },
      '.',
    ])
    expect(uk.rich('probe.plain', {})).toEqual(['Додати'])
  })

  test('fall back to English where a translation is missing', () => {
    expect(pl.text('probe.late')).toBe('Not yet translated')
  })

  test('an unknown key and a missing value are bugs', () => {
    expect(() => uk.text('probe.nothing')).toThrow('probe.nothing')
    expect(() => uk.text('nowhere.at.all')).toThrow('nowhere.at.all')
    expect(() => uk.text('probe.days', { n: 1 })).toThrow('who')
    expect([isMessageKey('probe.days'), isMessageKey('probe.nothing')]).toEqual([true, false])
  })

  test('are read anew after an area was registered again', () => {
    registerMessages('reloaded', { uk: { a: 'перше' }, pl: { a: 'pierwsze' }, en: { a: 'first' } })
    expect(uk.text('reloaded.a')).toBe('перше')
    registerMessages('reloaded', { uk: { a: 'друге' }, pl: { a: 'drugie' }, en: { a: 'second' } })
    expect(uk.text('reloaded.a')).toBe('друге')
  })

  test('are twice as long, accented and right-to-left in the pseudo-locale, with placeholders whole', () => {
    const text = pseudo.text('probe.days', { n: 3, who: 'Рада' })
    expect(text).toContain('Рада')
    expect(text).toContain('3')
    expect(text).toContain('ďáýš')
    expect(text).toContain('\u202e')
    expect(pseudo.text('probe.plain').length).toBeGreaterThanOrEqual(2 * 'Add'.length)
  })
})
