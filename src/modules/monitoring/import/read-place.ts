import { isRegion, readRegion, regionsOfTown } from '#platform/places/index.ts'
import type { IncidentMap } from './incident-map.ts'
import { nativeRegion } from './native-regions.ts'

/** Where places are looked up; replaced in tests. */
export type Gazetteer = { regionsOfTown: (town: string, country: string) => Promise<string[]> }

export const gazetteer: Gazetteer = { regionsOfTown }

export type Place = { region?: string; ambiguous?: boolean; unmapped?: string }

// «м. Одеса», "Lviv (Sykhiv)", "Berlin-Hellersdorf": the whole name first, then without what may be a part of it.
function namesOf(town: string): string[] {
  const bare = town.replace(/^(?:м|с|смт|г|m|w|gm)\.\s*/iu, '').trim()
  return [...new Set([bare, bare.split(/[(,]/)[0]!.trim(), bare.split(/\s*[-–]\s*/)[0]!.trim()])].filter(
    Boolean,
  )
}

async function byTown(town: string, country: string, { regionsOfTown: look }: Gazetteer): Promise<Place> {
  for (const name of namesOf(town)) {
    const regions = await look(name, country)
    if (regions.length > 0) return regions.length === 1 ? { region: regions[0]! } : { ambiguous: true }
  }
  return {}
}

/**
 * The region that a row names, or that its town lies in. A town of which there are several stays unplaced: a wrong region
 * is worse than none.
 */
export async function readPlace(
  region: string,
  town: string,
  map: Pick<IncidentMap, 'country' | 'region'>,
  look: Gazetteer,
): Promise<Place> {
  const told = map.region?.values?.[region]
  if (told === null) return {}
  if (told && isRegion(told)) return { region: told }
  const read =
    region === '' ? undefined : (readRegion(region, map.country) ?? nativeRegion(region, map.country))
  if (read) return { region: read }
  const found: Place = town === '' ? {} : await byTown(town, map.country, look)
  return region !== '' && !found.region ? { ...found, unmapped: region } : found
}
