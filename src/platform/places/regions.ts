import type { I18n } from '#platform/i18n/index.ts'
import { cldrRegionCodes, cldrRegionName } from './cldr-regions.ts'
import { namedRegions } from './region-names.ts'

const byCountry = Map.groupBy(namedRegions.keys(), code => code.slice(0, 2))

/** ISO 3166-2 codes of a country's regions; of the first level outside Ukraine and Poland too. */
export const regionCodes = (country: string): readonly string[] =>
  byCountry.get(country) ?? cldrRegionCodes(country)

/**
 * Regions of a country as options of a form, in alphabetical order of the reader's language. Only those that we name in
 * every language: CLDR has the others in English alone, and in Latvia, Malta and Slovenia they are the municipalities, which
 * the field for the town asks for anyway.
 */
export const listRegions = (country: string, i18n: Pick<I18n, 'region' | 'compare'>) =>
  (byCountry.get(country) ?? [])
    .map(code => ({ value: code, label: i18n.region(code) }))
    .sort((a, b) => i18n.compare(a.label, b.label))

/** Whether ISO 3166-2 knows the code, as far as CLDR and our table do. */
export const isRegion = (code: string): boolean =>
  namedRegions.has(code) || cldrRegionName(code) !== undefined
