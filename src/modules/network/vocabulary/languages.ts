import type { I18n } from '#platform/i18n/index.ts'
import type { Choice } from './vocabulary.ts'

/** Languages that forms offer, as BCP 47 tags: of the states, of minorities, of people who moved here. */
export const languageTags = [
  ...['uk', 'pl', 'en'],
  // Minorities and indigenous peoples of Ukraine and Poland.
  ...[
    'be',
    'bg',
    'crh',
    'cs',
    'csb',
    'de',
    'el',
    'gag',
    'he',
    'hu',
    'hy',
    'jct',
    'kdr',
    'lt',
    'rom',
    'rmc',
    'rml',
    'rmy',
  ],
  ...['ro', 'ru', 'rue', 'rue-x-lemko', 'sk', 'sq', 'szl', 'tt', 'uum', 'yi'],
  // Neighbours and partners in the EU.
  ...['da', 'es', 'et', 'fi', 'fr', 'hr', 'it', 'lv', 'nl', 'pt', 'sl', 'sr', 'sv'],
  // New diasporas.
  ...[
    'am',
    'ar',
    'az',
    'bn',
    'ce',
    'ckb',
    'fa',
    'fil',
    'ha',
    'hi',
    'id',
    'ig',
    'ka',
    'kk',
    'kmr',
    'ko',
    'ky',
    'ln',
    'mn',
  ],
  ...['ne', 'pa', 'ps', 'si', 'so', 'sw', 'ta', 'tg', 'ti', 'tk', 'tr', 'ur', 'uz', 'vi', 'yo', 'zh'],
] as const satisfies readonly string[]

export type LanguageTag = (typeof languageTags)[number]

export const isLanguageTag = (tag: unknown): tag is LanguageTag => languageTags.some(known => known === tag)

/** Languages for a form, in alphabetical order of the reader's language. */
export const languageChoices = (i18n: I18n): Choice<LanguageTag>[] =>
  languageTags
    .map(tag => ({ value: tag, label: i18n.language(tag) }))
    .sort((a, b) => i18n.compare(a.label, b.label))
