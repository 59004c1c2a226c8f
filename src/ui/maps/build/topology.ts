import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { GeoProjection } from 'd3-geo'
import { merge, transform } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

const { resolve } = createRequire(import.meta.url)

export type Point = [number, number]
type Named = { name?: string }

export type Regions = Topology<{ regions: GeometryCollection<Named> }>
export type Region = Polygon<Named> | MultiPolygon<Named>

/** Reads a package's TopoJSON file; `object` is its collection of regions. Its arcs become longitudes and latitudes. */
export function readRegions(file: string, object: string): Regions {
  const read: Topology<Record<string, GeometryCollection<Named>>> = JSON.parse(
    readFileSync(resolve(file), 'utf8'),
  )
  const regions = read.objects[object]
  if (!regions) throw new Error(`${file} has no object ${object}`)
  const move = transform(read.transform ?? null)
  // `transform` wants the place within the arc, which the types call a flag.
  const place = move as unknown as (point: number[], index: number) => Point
  return { type: 'Topology', objects: { regions }, arcs: read.arcs.map(arc => arc.map(place)) }
}

/** The regions that are areas, which are all but the odd empty one. */
export const areas = ({ objects }: Regions): Region[] =>
  objects.regions.geometries.filter((g): g is Region => g.type === 'Polygon' || g.type === 'MultiPolygon')

/** A region's name in the data set, '' without one. */
export const nameOf = (region: Region): string => region.properties?.name ?? ''

/** An area with its coordinates. */
export type Shape = ReturnType<typeof merge>

/** The coordinates of one region. */
export const outline = (regions: Regions, region: Region): Shape => merge(regions, [region])

/** The same regions on the plane, without detail smaller than `detail` square units; shared borders stay shared. */
export function flatten(regions: Regions, projection: GeoProjection, detail: number): Regions {
  const arcs = regions.arcs.map(arc =>
    arc.map(point => projection(point as Point) ?? [Number.NaN, Number.NaN]),
  )
  return simplify(presimplify({ ...regions, arcs }), detail)
}

/** Sets scale and translation so that `points` fill `width`; answers the height they need. */
export function fillFrame(
  projection: GeoProjection,
  points: readonly Point[],
  width: number,
  margin: number,
): number {
  const flat = points.map(point => projection.scale(1).translate([0, 0])(point)!)
  const [left, right] = extent(flat.map(p => p[0]))
  const [top, bottom] = extent(flat.map(p => p[1]))
  const scale = (width - 2 * margin) / (right - left)
  projection.scale(scale).translate([margin - left * scale, margin - top * scale])
  return Math.ceil((bottom - top) * scale + 2 * margin)
}

function extent(values: readonly number[]): Point {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}
