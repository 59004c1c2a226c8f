import { describe, expect, test } from 'vitest'
import { locales } from '#platform/i18n/index.ts'
import { isStrongPassphrase, tidyPassphrase } from './passphrase-strength.ts'
import { suggestPassphrase, wordLists } from './suggest-passphrase.ts'

const alphabets = { uk: /^[а-щьюяґєії]{4,9}$/, pl: /^[a-ząćęłńóśźż]{4,9}$/, en: /^[a-z]{4,9}$/ }

describe.each(locales)('words in %s', locale => {
  const list = wordLists[locale]

  test('are enough for 75 bits in seven', () => {
    expect(new Set(list).size).toBe(list.length)
    expect(7 * Math.log2(list.length)).toBeGreaterThan(75)
  })

  test('are short, of letters that are on every keyboard of the language, and unlike each other', () => {
    expect(list.filter(word => !alphabets[locale].test(word))).toEqual([])
    expect(new Set(list.map(word => word.slice(0, 4))).size).toBe(list.length)
  })

  test('make a passphrase that is taken, another one each time', () => {
    const drawn = Array.from({ length: 50 }, () => suggestPassphrase(locale))
    expect(new Set(drawn).size).toBe(50)
    for (const passphrase of drawn) {
      expect(new Set(passphrase.split(' ')).size).toBe(7)
      expect(tidyPassphrase(passphrase)).toBe(passphrase)
      expect(isStrongPassphrase(passphrase)).toBe(true)
    }
  })
})
