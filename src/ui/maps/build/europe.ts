import { type GeoProjection, geoAzimuthalEqualArea } from 'd3-geo'
import { merge } from 'topojson-client'
import type { MapGeometry } from '../geometry.ts'
import { recognised } from './countries.ts'
import { type Dots, draw, type Frame, pathData } from './draw.ts'
import { fillFrame, flatten, outline, type Point, type Regions, readRegions } from './topology.ts'

const world = 'world-atlas/countries-50m.json'

// The European Union, Ukraine, and the neighbours where coalitions have members. Keys: ISO 3166-1 numeric.
const shown: Record<string, string> = {
  '040': 'AT',
  '056': 'BE',
  '100': 'BG',
  '191': 'HR',
  '196': 'CY',
  '203': 'CZ',
  '208': 'DK',
  '233': 'EE',
  '246': 'FI',
  '250': 'FR',
  '276': 'DE',
  '300': 'GR',
  '348': 'HU',
  '372': 'IE',
  '380': 'IT',
  '428': 'LV',
  '440': 'LT',
  '442': 'LU',
  '470': 'MT',
  '528': 'NL',
  '616': 'PL',
  '620': 'PT',
  '642': 'RO',
  '703': 'SK',
  '705': 'SI',
  '724': 'ES',
  '752': 'SE',
  '804': 'UA',
  '498': 'MD',
  '112': 'BY',
  '826': 'GB',
  '578': 'NO',
  '756': 'CH',
  '688': 'RS',
  '070': 'BA',
  '499': 'ME',
  '807': 'MK',
  '008': 'AL',
  Kosovo: 'XK',
}

// The westernmost, southernmost, easternmost and northernmost places that must be on the map.
const corners: Point[] = [
  [-9.6, 38.8],
  [-10.8, 52],
  [24, 34.6],
  [34.8, 34.9],
  [40.4, 49.3],
  [28, 71.3],
]

// Luxembourg and Malta.
const dots: Dots = { below: 300, radius: 14 }

const projection = (): GeoProjection => geoAzimuthalEqualArea().rotate([-15, -52])

export function europe(): MapGeometry {
  const view = projection()
  const width = 1000
  const frame: Frame = { width, height: fillFrame(view, corners, width, 12) }
  const flat = flatten(readRegions(world, 'countries'), view, 3)
  const countries = recognised(readRegions(world, 'countries'))
  const regions: MapGeometry['regions'] = {}
  for (const [key, code] of Object.entries(shown)) {
    const country = countries.get(key)
    const shape = country && draw(outline(flat, country), frame, dots)
    if (!shape) throw new Error(`The map of Europe lacks ${code}`)
    regions[code] = shape
    countries.delete(key)
  }
  return { ...frame, regions, around: land(flat, [...countries.values()], frame) }
}

// Without borders between them: neighbours are where the map ends, not what it says.
const land = (flat: Regions, parts: Parameters<typeof merge>[1] & unknown[], frame: Frame) =>
  pathData(merge(flat, parts), frame)
