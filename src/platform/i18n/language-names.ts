import { intlTag, type Locale } from './locale.ts'

type Name = Readonly<Record<Locale, string>>

const romani = (uk: string, pl: string, en: string): Name => ({
  uk: `ромська (${uk})`,
  pl: `romski (${pl})`,
  en: `Romani (${en})`,
})

/**
 * Names that replace CLDR's. Its Ukrainian, Polish and Russian names of the Romani language are exonyms that Roma
 * reject; for several minority languages it has no name at all and would show the bare code.
 */
export const languageNameOverrides: Readonly<Record<string, Name>> = {
  rom: { uk: 'ромська', pl: 'romski (romani)', en: 'Romani' },
  rmn: romani('балканська', 'bałkański', 'Balkan'),
  rml: romani('балтійська', 'bałtycki', 'Baltic'),
  rmc: romani('карпатська', 'karpacki', 'Carpathian'),
  rmy: romani('власька', 'wołoski', 'Vlax'),
  rmf: romani('фінська, кало', 'fiński, kalo', 'Finnish Kalo'),
  rmo: romani('сінті', 'sinti', 'Sinte'),
  rmw: romani('валлійська', 'walijski', 'Welsh'),
  crh: { uk: 'кримськотатарська', pl: 'krymskotatarski', en: 'Crimean Tatar' },
  rue: { uk: 'русинська', pl: 'rusiński', en: 'Rusyn' },
  // ISO 639-3 has no code for Lemko (`lem` is Nomaande, spoken in Cameroon).
  'rue-x-lemko': { uk: 'лемківська', pl: 'łemkowski', en: 'Lemko' },
  kdr: { uk: 'караїмська', pl: 'karaimski', en: 'Karaim' },
  jct: { uk: 'кримчацька', pl: 'krymczacki', en: 'Krymchak' },
  uum: { uk: 'урумська', pl: 'urumski', en: 'Urum' },
  wym: { uk: 'вілямівська', pl: 'wilamowski', en: 'Wymysorys' },
  csb: { uk: 'кашубська', pl: 'kaszubski', en: 'Kashubian' },
  szl: { uk: 'сілезька', pl: 'śląski', en: 'Silesian' },
  yi: { uk: 'їдиш', pl: 'jidysz', en: 'Yiddish' },
}

const displayNames = new Map<string, Intl.DisplayNames>()

function displayName(locale: Locale, type: 'language' | 'region' | 'script', code: string): string {
  const key = `${locale} ${type}`
  // Short names of countries leave out what formal ones add («Гонконг»); short names of languages are nicknames.
  const style = type === 'region' ? 'short' : 'long'
  const names =
    displayNames.get(key) ?? new Intl.DisplayNames(intlTag(locale), { type, style, fallback: 'code' })
  displayNames.set(key, names)
  try {
    return names.of(code) ?? code
  } catch {
    // A malformed code, from an import for example, is shown as it is.
    return code
  }
}

/** Name of a language for a BCP 47 tag (`uk`, `rom-Cyrl`), the tag itself when nobody knows a name. */
export function languageName(tag: string, locale: Locale): string {
  const exact = languageNameOverrides[tag.toLowerCase()]?.[locale]
  if (exact) return exact
  const [language = '', ...rest] = tag.split('-')
  // The raw subtag, because canonicalising turns some Romani codes into others.
  const override = languageNameOverrides[language.toLowerCase()]?.[locale]
  if (!override) return displayName(locale, 'language', tag)
  const qualifiers = rest.map(subtag =>
    displayName(locale, subtag.length === 4 ? 'script' : 'region', subtag),
  )
  const bare = override.replace(/\)$/, '')
  return bare === override ? `${override} (${qualifiers.join(', ')})` : `${bare}, ${qualifiers.join(', ')})`
}

// In English the short names are initials.
const countryNameOverrides: Readonly<Record<string, Partial<Name>>> = {
  GB: { en: 'United Kingdom' },
  US: { en: 'United States' },
}

/** Name of a country for an ISO 3166-1 alpha-2 code. */
export const countryName = (code: string, locale: Locale): string =>
  countryNameOverrides[code]?.[locale] ?? displayName(locale, 'region', code)
