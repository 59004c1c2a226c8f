import { transliterate } from '#platform/text/index.ts'
import { otherTowns } from './names-elsewhere.ts'
import { ukrainianTowns } from './names-ukraine.ts'

export type OwnNames = { uk: string; pl?: string }

/** Names of our own tables by `where name`: the region of Ukraine or the country, and the name in GeoNames. */
export const ownNames = (): Readonly<Record<string, OwnNames>> => ({
  ...namesOf(otherTowns),
  ...namesOf(ukrainianTowns),
})

/** A town's name in English. */
export function englishName(country: string, geoName: string, own: OwnNames | undefined): string {
  if (country !== 'UA') return geoName
  // GeoNames marks soft signs and keeps some Russian spellings; the law's spelling has neither.
  return own ? transliterate(own.uk, 'uk') : geoName.replace(/[’'ʼ]/g, '')
}

/** A table of `where name=uk=pl, …` by `where name`. */
function namesOf(table: string): Record<string, OwnNames> {
  const rows = table.trim().split('\n')
  const entries = rows.flatMap(row => {
    const [, where = '', towns = ''] = /^\s*(\S+) (.*)$/.exec(row) ?? []
    return towns.split(', ').map((town): [string, OwnNames] => {
      const [name = '', uk = '', pl] = town.split('=')
      return [`${where} ${name}`, pl === undefined ? { uk } : { uk, pl }]
    })
  })
  return Object.fromEntries(entries)
}
