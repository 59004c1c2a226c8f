import { kept } from '#platform/kept.ts'

/** Languages of the interface. Content may be in any language (see `Localised`). */
export type Locale = 'uk' | 'pl' | 'en'

/** Made from English at run time: right-to-left, accented, about twice as long. For tests and the demonstration only. */
export type PseudoLocale = 'ar-XB'

export type Direction = 'ltr' | 'rtl'

/** The languages in which everything is written. */
export const locales = ['uk', 'pl', 'en'] as const satisfies readonly Locale[]

/** Whether an address or a setting names a language of ours. */
export const isLocale = (value: unknown): value is Locale => locales.some(locale => locale === value)

/** Whether an address names the language that is made at run time. */
export const isPseudoLocale = (value: unknown): value is PseudoLocale => value === 'ar-XB'

// English dates are written day first, as everybody else here writes them: 03/04 must not mean two things.
const intlTags: Record<Locale, string> = { uk: 'uk', pl: 'pl', en: 'en-GB' }

/** The tag for `Intl`: which English, for example. */
export const intlTag = (locale: Locale): string => intlTags[locale]

/** Writing direction of a BCP 47 tag; an unknown or malformed tag is taken for left-to-right. */
export const directionOf = kept((tag: string): Direction => {
  try {
    // TypeScript's own library does not know getTextInfo yet.
    const locale = new Intl.Locale(tag) as Intl.Locale & { getTextInfo(): { direction?: Direction } }
    return locale.getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
})
