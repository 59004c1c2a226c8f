import { describe, expect, test } from 'vitest'
import { languageName, languageNameOverrides } from './language-names.ts'
import { type Locale, locales } from './locale.ts'

const names = (tag: string) => locales.map(locale => languageName(tag, locale))

describe('names of languages', () => {
  test('no exonym that Roma reject is shown for any language code, bare or with script and country', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const romani = letters.flatMap(last => [`rm${last}`, `rg${last}`, `rs${last}`]).concat('rom')
    const tags = romani.flatMap(code => [code, `${code}-Cyrl`, `${code}-Latn-UA`, code.toUpperCase()])
    const exonym = /циган|цыган|cyga|gyps|gitan|zigeun/i
    const shown = tags.flatMap(tag => names(tag).map(name => `${tag} ${name}`))
    expect(shown.filter(line => exonym.test(line))).toEqual([])
    // The check must be able to fail: this is what the platform's own data says.
    expect(new Intl.DisplayNames('uk', { type: 'language' }).of('rom')).toMatch(exonym)
  })

  test('the Romani language and its dialects have names of their own', () => {
    expect(names('rom')).toEqual(['ромська', 'romski (romani)', 'Romani'])
    expect(names('rmy')).toEqual(['ромська (власька)', 'romski (wołoski)', 'Romani (Vlax)'])
    expect(names('rom-Cyrl')).toEqual([
      'ромська (кирилиця)',
      'romski (romani, cyrylica)',
      'Romani (Cyrillic)',
    ])
  })

  test('minority languages that CLDR knows by code only are named', () => {
    expect(names('crh')).toEqual(['кримськотатарська', 'krymskotatarski', 'Crimean Tatar'])
    expect(names('rue')).toEqual(['русинська', 'rusiński', 'Rusyn'])
    expect(names('rue-x-lemko')).toEqual(['лемківська', 'łemkowski', 'Lemko'])
    expect(names('kdr')).toEqual(['караїмська', 'karaimski', 'Karaim'])
    for (const tag of Object.keys(languageNameOverrides)) {
      expect(names(tag).filter(name => name === tag || name === '')).toEqual([])
    }
  })

  test('other names come from CLDR, an unknown or malformed tag is shown as it is', () => {
    const ukrainian: Record<Locale, string> = { uk: 'українська', pl: 'ukraiński', en: 'Ukrainian' }
    for (const locale of locales) expect(languageName('uk', locale)).toBe(ukrainian[locale])
    expect(names('qaa')).toEqual(['qaa', 'qaa', 'qaa'])
    expect(names('not a tag')).toEqual(['not a tag', 'not a tag', 'not a tag'])
  })
})
