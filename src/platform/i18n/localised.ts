import { type Direction, directionOf, type Locale } from './locale.ts'

/** Content in several languages, keyed by BCP 47 tag: `{"uk": "Рада", "rom": "…"}`. */
export type Localised = Partial<Record<string, string>>

/** Which text to show, with what a page needs to mark it up truthfully. */
export type ShownText = {
  value: string
  /** BCP 47 tag of `value`, for `lang`. */
  lang: string
  dir: Direction
  /** True when the reader's language was not there and another one is shown instead. */
  fallback: boolean
}

// What a reader most likely makes out when their own language is missing.
const nextBest: Record<Locale, readonly string[]> = { uk: ['en', 'pl'], pl: ['en', 'uk'], en: ['uk', 'pl'] }

const languageOf = (tag: string): string => tag.split('-', 1)[0] ?? tag

/** Chooses the text for a reader: their language, a variety of it, then the next best; empty when there is none. */
export function chooseText(localised: Localised | null | undefined, locale: Locale): ShownText {
  const filled = Object.entries(localised ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  )
  for (const wanted of [locale, ...nextBest[locale]]) {
    const found = filled.find(([tag]) => tag === wanted) ?? filled.find(([tag]) => languageOf(tag) === wanted)
    if (found) return shown(found, locale)
  }
  const any = filled[0]
  return any ? shown(any, locale) : { value: '', lang: locale, dir: directionOf(locale), fallback: false }
}

const shown = ([lang, value]: [string, string], locale: Locale): ShownText => ({
  value,
  lang,
  dir: directionOf(lang),
  fallback: languageOf(lang) !== locale,
})
