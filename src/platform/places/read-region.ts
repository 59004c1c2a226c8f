import { locales } from '#platform/i18n/locale.ts'
import { kept } from '#platform/kept.ts'
import { searchKey } from '#platform/text/search-key.ts'
import { namedRegions } from './region-names.ts'
import { isRegion, regionCodes } from './regions.ts'

// ISO 3166-2:PL before 2018; TERYT has the numbers of today.
const oldPolish: Readonly<Record<string, string>> = Object.fromEntries(
  'DS 02, KP 04, LU 06, LB 08, LD 10, MA 12, MZ 14, OP 16, PK 18, PD 20, PM 22, SL 24, SK 26, WN 28, WP 30, ZP 32'
    .split(', ')
    .map(pair => pair.split(' ') as [string, string])
    .map(([letters, number]) => [`PL-${letters}`, `PL-${number}`]),
)

// KATOTTG counts most regions as ISO 3166-2 does; these are the others.
const katottg: Readonly<Record<string, string>> = {
  '01': '43',
  '44': '09',
  '73': '77',
  '80': '30',
  '85': '40',
}

const kindsOfRegion = new Set(
  [
    'область',
    'обл',
    'oblast',
    'obwód',
    'województwo',
    'woj',
    'voivodeship',
    'воєводство',
    'region',
    'kraj',
    'край',
    'м',
    'місто',
  ].map(searchKey),
)

/**
 * The current ISO 3166-2 code for what an imported list says of a region: a current code, in any letter case and with
 * or without the hyphen; an old Polish code with letters (`PL-DS`); a KATOTTG code of 19 characters; or a name in
 * Ukrainian, Polish or English, for which the country must be known. Undefined when it is none of these.
 */
export function readRegion(text: string, country?: string): string | undefined {
  const written = text.trim().toUpperCase()
  const code = /^[A-Z]{2}-?[A-Z0-9]{1,3}$/.test(written) ? currentCode(written) : katottgCode(written)
  if (code && (country === undefined || code.startsWith(`${country}-`))) return code
  return country === undefined ? undefined : namedRegion(text, country)
}

function currentCode(written: string): string | undefined {
  const code = `${written.slice(0, 2)}-${written.slice(2).replace('-', '')}`
  const current = oldPolish[code] ?? code
  return isRegion(current) ? current : undefined
}

function katottgCode(written: string): string | undefined {
  const digits = /^UA(\d{2})\d{15}$/.exec(written)?.[1]
  const code = digits && `UA-${katottg[digits] ?? digits}`
  return code && isRegion(code) ? code : undefined
}

// Lists of thousands of rows ask for the same few names.
const namesIn = kept((country: string): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const code of regionCodes(country))
    for (const locale of locales) {
      const name = nameKey(namedRegions.get(code)?.[locale] ?? '')
      if (name !== '' && !names.has(name)) names.set(name, code)
    }
  return names
})

const namedRegion = (text: string, country: string): string | undefined => namesIn(country).get(nameKey(text))

// «Львівська область», "Lvivska" and "woj. lubelskie" are names with or without the word for the kind of region.
function nameKey(name: string): string {
  const words = searchKey(name).split(' ')
  const proper = words.filter(word => !kindsOfRegion.has(word))
  return (proper.length === 0 ? words : proper).join(' ')
}
