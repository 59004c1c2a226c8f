import { mergeArcs } from 'topojson-client'
import type { MultiPolygon, Polygon } from 'topojson-specification'
import { areas, nameOf, type Point, type Regions } from './topology.ts'

/**
 * The countries of the world in their internationally recognised borders. The data set draws Crimea with Russia and
 * the north of Cyprus as a country; both are put right here, so that every map made from it is right.
 */
export function recognised(world: Regions): Map<string, Polygon | MultiPolygon> {
  const countries = new Map<string, Polygon | MultiPolygon>()
  for (const area of areas(world)) countries.set(String(area.id ?? nameOf(area)), area)
  const crimea = takeFrom('643', inCrimea)
  join('804', [crimea])
  join('196', [take('N. Cyprus')])
  join('246', [take('248')])
  return countries

  function take(key: string): Polygon | MultiPolygon {
    const area = countries.get(key)
    if (!area) throw new Error(`The countries’ data set has no ${key} any more`)
    countries.delete(key)
    return area
  }

  function join(key: string, parts: (Polygon | MultiPolygon)[]): void {
    countries.set(key, mergeArcs(world, [take(key), ...parts]))
  }

  function takeFrom(key: string, holds: (point: Point) => boolean): MultiPolygon {
    const whole = take(key)
    if (whole.type !== 'MultiPolygon') throw new Error(`${key} has no separate parts`)
    const taken = whole.arcs.filter(rings => ring(world, rings[0]!).every(holds))
    if (taken.length === 0) throw new Error(`${key} has no part to take: look at the borders of the data set`)
    countries.set(key, { ...whole, arcs: whole.arcs.filter(rings => !taken.includes(rings)) })
    return { type: 'MultiPolygon', arcs: taken }
  }
}

const inCrimea = ([longitude, latitude]: Point) =>
  longitude > 32.3 && longitude < 36.8 && latitude > 44.2 && latitude < 46.4

const ring = (world: Regions, arcs: number[]): Point[] =>
  arcs.flatMap(index => world.arcs[index < 0 ? ~index : index] as Point[])
