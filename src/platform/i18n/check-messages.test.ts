import { expect, test } from 'vitest'
import { checkMessages } from './check-messages.ts'
import { findKeyUse } from './check-use.ts'
import type { Catalogues } from './messages.ts'

const problems = (catalogues: Catalogues) =>
  checkMessages([['area', catalogues]]).map(({ key, locale, problem }) => `${locale} ${key} ${problem}`)

const one = (uk: string, pl: string, en: string) => problems({ uk: { a: uk }, pl: { a: pl }, en: { a: en } })

test('messages that agree pass', () => {
  expect(
    one(
      '{n, plural, one {# голос} few {# голоси} many {# голосів} other {# голосу}} за «{what}» – <b>дякуємо</b>…',
      '{n, plural, one {# głos} few {# głosy} many {# głosów} other {# głosu}} za „{what}” – <b>dziękujemy</b>…',
      '{n, plural, one {# vote} other {# votes}} for “{what}” – <b>thank you</b>…',
    ),
  ).toEqual([])
})

test('a missing key is named in each language that lacks it', () => {
  expect(problems({ uk: { a: 'Так' }, pl: {}, en: { a: 'Yes' } })).toEqual(['pl area.a is missing'])
  expect(problems({ uk: { a: 'Так' }, pl: { a: 'Tak' }, en: {} })).toEqual(['en area.a is missing'])
  expect(one('', 'Tak', 'Yes')).toEqual(['uk area.a is empty'])
})

test('arguments, their kinds, the options of a choice and tags have to be the same', () => {
  expect(one('{name} тут', '{nazwa} tutaj', '{name} here')).toEqual([
    'pl area.a has the arguments (nazwa argument), English has (name argument)',
  ])
  expect(one('<b>Так</b>', 'Tak', '<b>Yes</b>')).toHaveLength(1)
  expect(
    one(
      '{s, select, open {відкрито} other {закрито}}',
      '{s, select, otwarte {otwarte} other {zamknięte}}',
      '{s, select, open {open} other {closed}}',
    ),
  ).toEqual([expect.stringContaining('s select:other|otwarte')])
})

test('every plural form of the language is asked for, and no other', () => {
  const [uk, pl, en] = [
    '{n, plural, one {# член} other {# членів}}',
    '{n, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}',
    '{n, plural, one {# person} few {# people} other {# people}}',
  ]
  expect(one(uk, pl, en)).toEqual([
    'uk area.a lacks the plural form “few” of {n}',
    'uk area.a lacks the plural form “many” of {n}',
    'en area.a has a plural form “few” of {n} that the language does not know',
  ])
})

test('dates are left to the code, which knows the zone', () => {
  expect(one('{d, date}', '{d, date}', '{d, date}')).toHaveLength(3)
})

test('broken syntax is a problem, not a crash', () => {
  expect(one('{n', 'Tak', 'Yes')).toEqual([expect.stringContaining('uk area.a is not a valid ICU message')])
})

test('typewriter punctuation and foreign quotation marks are found', () => {
  expect(one(' "Так" - ...', 'Tak', 'Yes')).toHaveLength(4)
  expect(one("п'ять", 'pięć', 'five')).toHaveLength(1)
  expect(one('пʼять', 'pięć', 'five')).toHaveLength(1)
  expect(one('п’ять', 'pięć', 'five')).toEqual([])
  expect(one('“Так”', '«Tak»', '„Yes”')).toHaveLength(3)
})

test('letters of another alphabet inside a word, Russian letters and untranslated sentences are found', () => {
  expect(one('Зaява', 'Wniosek', 'Application')).toEqual(['uk area.a mixes two alphabets in one word'])
  expect(one('Мы тут', 'Jesteśmy', 'We are here')).toHaveLength(1)
  expect(one('Save the changes', 'Zapisz zmiany', 'Save the changes')).toEqual([
    'uk area.a is not translated',
  ])
  expect(one('Parasol', 'Parasol', 'Parasol')).toEqual([])
})

test('a key counts as used only when it is written out whole', () => {
  const template = 'const a = t(`network.level.$' + '{level}`)'
  expect(
    findKeyUse(
      ['network.level.local', 'network.title', 'ui.save'],
      [
        ['page.tsx', 't(\'network.title\'); <Button label="ui.save" />'],
        ['other.tsx', template],
      ],
    ),
  ).toEqual({ unused: ['network.level.local'], assembled: [expect.stringContaining('other.tsx')] })
})
