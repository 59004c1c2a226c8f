import { readFileSync } from 'node:fs'

type Containment = { supplemental: { subdivisionContainment: Record<string, { _contains?: string[] }> } }
type Names = { subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } } }

const read = <T>(url: string): T => JSON.parse(readFileSync(new URL(url), 'utf8'))

/** Regions of the first level, by country, with CLDR's English names. */
type CldrRegions = ReadonlyMap<string, ReadonlyMap<string, string>>

let loaded: CldrRegions | undefined

// Read when first asked for (2 ms): most installations never need a region of another continent.
function cldrRegions(): CldrRegions {
  loaded ??= load()
  return loaded
}

function load(): CldrRegions {
  const { subdivisionContainment } = read<Containment>(
    import.meta.resolve('cldr-core/supplemental/subdivisionContainment.json'),
  ).supplemental
  const names = read<Names>(import.meta.resolve('cldr-subdivisions-full/subdivisions/en/en.json'))
    .subdivisions.localeDisplayNames
  const regionsOf = (country: string) =>
    (subdivisionContainment[country]?._contains ?? []).flatMap((code): [string, string][] => {
      const name = names.subdivisions[code]
      return name === undefined ? [] : [[codeOf(code), name]]
    })
  const countries = Object.keys(subdivisionContainment).filter(key => /^[A-Z]{2}$/.test(key))
  return new Map(countries.map(country => [country, new Map(regionsOf(country))]))
}

// CLDR writes `ua46` for UA-46.
const codeOf = (code: string): string => `${code.slice(0, 2)}-${code.slice(2)}`.toUpperCase()

/** CLDR's English name of a region, by ISO 3166-2 code. */
export const cldrRegionName = (code: string): string | undefined =>
  cldrRegions().get(code.slice(0, 2))?.get(code)

/** Codes of a country's regions of the first level, as CLDR knows them. */
export const cldrRegionCodes = (country: string): string[] => [...(cldrRegions().get(country)?.keys() ?? [])]
