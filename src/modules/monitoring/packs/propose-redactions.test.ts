import { describe, expect, test } from 'vitest'
import { proposeRedactions, takeOut } from './propose-redactions.ts'

const told = (text: string, names: string[] = []) =>
  proposeRedactions(text, names).map(({ kind, text }) => `${kind} ${text}`)

describe('what is proposed to be taken out', () => {
  test.each([
    [
      'Пишіть на oksana.k@пошта.укр або oksana@example.org.',
      ['email oksana.k@пошта.укр', 'email oksana@example.org'],
    ],
    ['Телефон +380 (67) 123-45-67, ще 601 234 567.', ['phone +380 (67) 123-45-67', 'phone 601 234 567']],
    ['На вул. Дерибасівській, буд. 12-а, кв. 7 нас чекали.', ['house 12-а', 'house 7']],
    ['Mieszka przy ul. Długiej 14/3 w Lublinie.', ['house 14/3']],
    ['It was at 12 Market Street.', ['house 12']],
    ['Жінка, народилася 3 травня 1990, і хлопець 2008 р. н.', ['birth 3 травня 1990', 'birth 2008']],
    ['Mężczyzna ur. 12.03.1985.', ['birth 12.03.1985']],
    ['Born on 1990-05-03.', ['birth 1990-05-03']],
    ['У вівторок, 17 березня 2026 року, о 18:30 їх було 25.', []],
    ['W sprawie nr 45/2026 odmówiono 17.03.2026.', []],
  ])('in «%s»', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test('are names that were told, whatever their case', () => {
    const text = 'Оксані сказали, що Оксана Коваленко винна. Продавець мовчав.'
    expect(told(text, ['Оксана Коваленко'])).toEqual(['name Оксані', 'name Оксана', 'name Коваленко'])
    expect(told('Rozmawiał z Janem Kowalskim.', ['Jan Kowalski'])).toEqual(['name Janem', 'name Kowalskim'])
  })

  test('goes out where it was found and nowhere else', () => {
    const text = 'Дім 7, кв. 7, телефон 067 123 45 67.'
    expect(takeOut(text, [], ['067 123 45 67'])).toBe('Дім 7, кв. 7, телефон […].')
    expect(takeOut(text, [], ['7'])).toBe('Дім 7, кв. […], телефон 067 123 45 67.')
    expect(takeOut(text, [], ['телефон'])).toBe(text)
  })
})
