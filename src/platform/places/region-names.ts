import type { Locale } from '#platform/i18n/locale.ts'
import { tableRows } from '#platform/text/table.ts'
import { cldrRegionName } from './cldr-regions.ts'
import { centralRegions } from './regions/central.ts'
import { homeRegions } from './regions/home.ts'
import { northernRegions } from './regions/north.ts'
import { westernAndSouthernRegions } from './regions/west-and-south.ts'

type RegionNames = Readonly<Record<Locale, string>>

const tables = [homeRegions, centralRegions, westernAndSouthernRegions, northernRegions]

/** Regions that we name in every language of the interface, by ISO 3166-2 code. */
export const namedRegions: ReadonlyMap<string, RegionNames> = new Map(
  tables
    .flatMap(table => tableRows(table, 4))
    .map(([code = '', uk = '', pl = '', en = '']): [string, RegionNames] => [code, { uk, pl, en }]),
)

/**
 * Name of a region for an ISO 3166-2 code such as `UA-46`. Those that a form offers are named in every language of the
 * interface; others, which came with a list, in CLDR's English; the code itself when nobody knows a name.
 */
export const regionName = (code: string, locale: Locale): string =>
  namedRegions.get(code)?.[locale] ?? cldrRegionName(code) ?? code
