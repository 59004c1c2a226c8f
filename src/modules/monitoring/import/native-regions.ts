import { searchKey, tableRows } from '#platform/text/index.ts'

// As chronicles of neighbours write them. Ukraine and Poland are known in all our languages; CLDR has others in English alone.
const table = `
DE-BB|Brandenburg
DE-BE|Berlin
DE-BW|Baden-Württemberg
DE-BY|Bayern
DE-HB|Bremen
DE-HE|Hessen
DE-HH|Hamburg
DE-MV|Mecklenburg-Vorpommern
DE-NI|Niedersachsen
DE-NW|Nordrhein-Westfalen
DE-RP|Rheinland-Pfalz
DE-SH|Schleswig-Holstein
DE-SL|Saarland
DE-SN|Sachsen
DE-ST|Sachsen-Anhalt
DE-TH|Thüringen
CZ-10|Praha
CZ-10|Hlavní město Praha
CZ-20|Středočeský kraj
CZ-31|Jihočeský kraj
CZ-32|Plzeňský kraj
CZ-41|Karlovarský kraj
CZ-42|Ústecký kraj
CZ-51|Liberecký kraj
CZ-52|Královéhradecký kraj
CZ-53|Pardubický kraj
CZ-63|Kraj Vysočina
CZ-64|Jihomoravský kraj
CZ-71|Olomoucký kraj
CZ-72|Zlínský kraj
CZ-80|Moravskoslezský kraj
SK-BL|Bratislavský kraj
SK-TA|Trnavský kraj
SK-TC|Trenčiansky kraj
SK-NI|Nitriansky kraj
SK-ZI|Žilinský kraj
SK-BC|Banskobystrický kraj
SK-PV|Prešovský kraj
SK-KI|Košický kraj
`

const byName = new Map(
  tableRows(table, 2).map(([code, name]) => [`${code!.slice(0, 2)} ${searchKey(name!)}`, code!] as const),
)

/** The region that bears this name in the language of its country; undefined when none does. */
export const nativeRegion = (name: string, country: string): string | undefined =>
  byName.get(`${country} ${searchKey(name)}`)
