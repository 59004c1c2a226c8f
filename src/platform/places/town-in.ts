import type { Locale } from '#platform/i18n/index.ts'
import { transliterate } from '#platform/text/index.ts'
import { englishName, ownNames } from './towns/own-names.ts'

type Names = Readonly<Record<Locale, string>>

const key = (country: string, name: string) => `${country} ${name.toLowerCase()}`

function readNames(): ReadonlyMap<string, Names> {
  const names = new Map<string, Names>()
  for (const [entry, own] of Object.entries(ownNames())) {
    const country = entry.slice(0, 2)
    const en = englishName(country, entry.slice(entry.indexOf(' ') + 1), own)
    const all: Names = { uk: own.uk, pl: own.pl ?? en, en }
    for (const name of Object.values(all)) {
      if (!names.has(key(country, name))) names.set(key(country, name), all)
    }
  }
  return names
}

let known: ReadonlyMap<string, Names> | undefined

/**
 * A town as readers of the language write it, whatever language it was typed in. One that we do not know stays as it
 * was typed; in Ukraine it is spelt in Latin letters, by the law, for those who read Polish or English.
 */
export function townIn(locale: Locale, country: string, town: string): string {
  known ??= readNames()
  const names = known.get(key(country, town.trim()))
  if (names) return names[locale]
  const foreign = locale !== 'uk' && country === 'UA' && /\p{Script=Cyrillic}/u.test(town)
  return foreign ? transliterate(town, 'uk') : town
}
