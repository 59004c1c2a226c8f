/** A region as the map draws it, in the map's own units. */
export type RegionShape = {
  /** SVG path data. */
  path: string
  /** A place well inside the region, for its number. */
  x: number
  y: number
  /** Too small to see or press: drawn as a dot of at least this radius. */
  dot?: number
}

/** One map: outlines keyed by ISO 3166-2 (UA, PL) or ISO 3166-1 (EU) codes. */
export type MapGeometry = {
  width: number
  height: number
  regions: Record<string, RegionShape>
  /** Neighbouring land, drawn quietly and without meaning. */
  around: string
}

export type MapName = 'UA' | 'PL' | 'EU'
