import type { Localised } from '#platform/i18n/index.ts'
import { searchKey } from '#platform/text/index.ts'
import { readTowns } from './towns/read-towns.ts'

/** A settlement for suggestions and for the map. */
export type Town = {
  /** GeoNames id. */
  id: number
  /** English always, Ukrainian and Polish where the town has a name of its own there. */
  name: Localised
  country: string
  /** ISO 3166-2; known for Ukraine and Poland only. */
  region?: string
  population: number
  latitude: number
  longitude: number
}

type TownQuery = { country?: string; region?: string; limit?: number }

type Found = { town: Town; keys: string[] }

let loading: Promise<Found[]> | undefined

// Read when first asked for, a few thousand at a time; 4 MB stay in memory.
function allTowns(): Promise<Found[]> {
  loading ??= readTowns().then(towns =>
    towns.map(town => ({
      town,
      keys: [...new Set(Object.values(town.name).map(name => searchKey(name ?? '')))],
    })),
  )
  return loading
}

/**
 * Towns of Ukraine, the EU and their neighbours whose name in any of our languages begins with the text, the most
 * populous first. An empty text finds nothing.
 */
export async function findTowns(text: string, query: TownQuery = {}): Promise<Town[]> {
  const sought = searchKey(text)
  if (sought === '') return []
  const { country, region, limit = 10 } = query
  const found: Town[] = []
  for (const { town, keys } of await allTowns()) {
    if (country && town.country !== country) continue
    if (region && town.region !== region) continue
    if (!keys.some(key => key.startsWith(sought))) continue
    found.push(town)
    if (found.length >= limit) break
  }
  return found
}

/** The town of exactly this name, the most populous where there are several; for coordinates of imported places. */
export async function townNamed(
  text: string,
  query: Omit<TownQuery, 'limit'> = {},
): Promise<Town | undefined> {
  const sought = searchKey(text)
  const towns = await findTowns(text, { ...query, limit: 1000 })
  return towns.find(town => Object.values(town.name).some(name => searchKey(name ?? '') === sought))
}

let byName: Promise<ReadonlyMap<string, readonly Town[]>> | undefined

// Made when an import first asks: a list of thousands of places is looked up name by name.
function townsByName(): Promise<ReadonlyMap<string, readonly Town[]>> {
  byName ??= allTowns().then(found => {
    const names = new Map<string, Town[]>()
    for (const { town, keys } of found)
      for (const key of keys) {
        const held = names.get(key)
        if (held) held.push(town)
        else names.set(key, [town])
      }
    return names
  })
  return byName
}

/** Regions of a country (ISO 3166-2) with a town of exactly this name: one when it is clear where it is, more when not. */
export async function regionsOfTown(text: string, country: string): Promise<string[]> {
  const towns = (await townsByName()).get(searchKey(text)) ?? []
  return [...new Set(towns.flatMap(town => (town.country === country && town.region ? [town.region] : [])))]
}
