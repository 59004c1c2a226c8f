import type { I18n, Localised } from '#platform/i18n/index.ts'
import { directionOf } from '#platform/i18n/locale.ts'

/** A text as documents show it: marked as being in its language. */
export type Printed = { value: string; lang: string; dir: string }

// Typst takes two or three letters for a language.
const tagOf = (lang: string) => lang.split('-', 1)[0]!.toLowerCase()

/** Content in the reader's language or the next best one. */
export function printed(i18n: I18n, text: Localised | null | undefined, instead = ''): Printed {
  const { value, lang, dir } = i18n.text(text)
  return value ? { value, lang: tagOf(lang), dir } : plainly(i18n, instead)
}

/** Words of ours, in the reader's language. */
export const plainly = ({ lang, dir }: I18n, value: string): Printed => ({ value, lang: tagOf(lang), dir })

/** What somebody wrote with the pages in one language. */
export const writtenIn = (value: string, locale: string): Printed => ({
  value,
  lang: tagOf(locale),
  dir: directionOf(locale),
})
