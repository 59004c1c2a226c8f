import type { Standing } from '../schema/releases.ts'
import type { Published, Shown } from './published.ts'

/** The countries of which there are maps of regions. */
export const mapCountries = ['UA', 'PL'] as const
export type MapCountry = (typeof mapCountries)[number]

/** The countries of which there is a map and something to show on it, the coalition's own first. */
export function countriesOf(published: Published, own: string | null): MapCountry[] {
  const heard = new Set(published.codes('region').map(code => code.slice(0, 2)))
  return mapCountries
    .filter(country => country === own || heard.has(country))
    .sort((a, b) => Number(b === own) - Number(a === own))
}

export type RegionsAsk = { standing: Standing; bias: string | null; year: string | null }

/** What is published of each of some regions: of all incidents, or of those of one bias. */
export const regionsShown = (
  published: Published,
  { standing, bias, year }: RegionsAsk,
  codes: readonly string[],
): ReadonlyMap<string, Shown> =>
  new Map(
    codes.map((code): [string, Shown] => [
      code,
      bias === null
        ? published.of({ standing, dimension: 'region', code, year })
        : published.of({ standing, dimension: 'bias_region', code: bias, region: code, year }),
    ]),
  )
