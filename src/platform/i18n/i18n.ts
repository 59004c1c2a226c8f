import { regionName } from '#platform/places/region-names.ts'
import { createDateFormats, createNumberFormats } from './formats.ts'
import type { MessageKey } from './keys.ts'
import { countryName, languageName } from './language-names.ts'
import { directionOf, intlTag, isPseudoLocale, type Locale, type PseudoLocale } from './locale.ts'
import { chooseText, type Localised, type ShownText } from './localised.ts'
import { createTranslator, type MessageValues, type RichValues } from './translate.ts'

/** Everything a page needs to speak one language in one time zone. Made once and kept; see `createI18n`. */
export type I18n = ReturnType<typeof makeI18n>

const made = new Map<string, I18n>()

/**
 * The texts and formats of one language (or of the pseudo-locale) and one IANA time zone, the umbrella's. The same
 * object is returned each time. An unknown zone is a `RangeError`.
 */
export function createI18n(lang: Locale | PseudoLocale, zone: string): I18n {
  const key = `${lang} ${zone}`
  const known = made.get(key)
  if (known) return known
  const i18n = makeI18n(lang, zone)
  made.set(key, i18n)
  return i18n
}

function makeI18n(lang: Locale | PseudoLocale, zone: string) {
  const locale: Locale = isPseudoLocale(lang) ? 'en' : lang
  const translator = createTranslator(lang)
  const collator = new Intl.Collator(intlTag(locale), { numeric: true })

  return {
    /** The language of data: content, sorting, the database's collation. English under the pseudo-locale. */
    locale,
    /** What stands in the URL and in `<html lang>`. */
    lang,
    dir: directionOf(lang),
    zone,
    ...createDateFormats(locale, zone),
    ...createNumberFormats(locale),
    /** The text of a message. Throws when a value that the message needs is missing. */
    t: (key: MessageKey, values?: MessageValues): string => translator.text(key, values),
    /** A message with tags, for links and emphasis inside a sentence: `rich('a.b', { link: inside => <a>…</a> })`. */
    rich: <T>(key: MessageKey, values: RichValues<T>): (string | T)[] => translator.rich(key, values),
    /** Content in the reader's language or the next best one, with the name of the language that is shown. */
    text(localised: Localised | null | undefined): ShownText & { languageName: string } {
      const shown = chooseText(localised, locale)
      // Most texts are in the reader's language and are never asked for its name.
      return {
        ...shown,
        get languageName() {
          return languageName(shown.lang, locale)
        },
      }
    },
    /** ISO 3166-1 alpha-2. */
    country: (code: string): string => countryName(code, locale),
    /** ISO 3166-2, such as `UA-46`. */
    region: (code: string): string => regionName(code, locale),
    /** BCP 47. */
    language: (tag: string): string => languageName(tag, locale),
    /** Orders names as readers of this language expect. */
    compare: (a: string, b: string): number => collator.compare(a, b),
  }
}
