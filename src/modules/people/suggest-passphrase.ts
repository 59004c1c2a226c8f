import { randomInt } from 'node:crypto'
import type { Locale } from '#platform/i18n/index.ts'
import en from './words/en.json' with { type: 'json' }
import pl from './words/pl.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }

/** Seven of some nineteen hundred: more than 75 bits, which nobody tries out against Argon2id. */
const wordsDrawn = 7

/** The words that are drawn from, by language. */
export const wordLists: Record<Locale, readonly string[]> = {
  uk: uk.words.split(' '),
  pl: pl.words.split(' '),
  en: en.words.split(' '),
}

/** Seven different words drawn by chance, in the language of who will have to remember them. Kept nowhere. */
export function suggestPassphrase(locale: Locale): string {
  const list = wordLists[locale]
  const drawn = new Set<string>()
  while (drawn.size < wordsDrawn) drawn.add(list[randomInt(list.length)]!)
  return [...drawn].join(' ')
}
