import { regionMaps } from 'virtual:region-maps'
import type { MapGeometry, MapName, RegionShape } from './geometry.ts'

/** How one region is drawn: its shade (0 to 5, or without a number), the number on it, what it says, where it leads. */
export type RegionLook = { shade: number | 'hidden' | 'unknown'; number: string; said: string; href?: string }

type Props = { country: MapName; lookOf: (code: string) => RegionLook }

/** The size of a map, in its own units. */
export const mapSize = (country: MapName): { width: number; height: number } => regionMaps[country]

/** The land of a map, to stand inside an `<svg>` with its size. */
export const MapDrawing = ({ country, lookOf }: Props) => {
  const map: MapGeometry = regionMaps[country]
  const regions = Object.entries(map.regions).map(([code, shape]) => ({ shape, look: lookOf(code) }))
  return (
    <>
      {regions.some(({ look }) => look.shade === 'hidden') && <Hatch country={country} />}
      <path class="map-around" d={map.around} />
      {regions.map(({ shape, look }) => (
        <Region shape={shape} look={look} country={country} />
      ))}
      {regions.map(({ shape, look }) => (
        <RegionNumber shape={shape} number={look.number} />
      ))}
    </>
  )
}

/** The pattern of what is hidden, which the map itself defines. */
export const hatchOf = (country: MapName) => `map-hatch-${country}`

const Hatch = ({ country }: { country: MapName }) => (
  <defs>
    <pattern id={hatchOf(country)} width="14" height="14" patternUnits="userSpaceOnUse">
      <rect class="hatch-ground" width="14" height="14" />
      <path class="hatch-line" d="M0 14L14 0M-3 3L3 -3M11 17L17 11" />
    </pattern>
  </defs>
)

type RegionProps = { shape: RegionShape; look: RegionLook; country: MapName }

const Region = ({ shape, look: { shade, said, href }, country }: RegionProps) => {
  const drawn = (
    <g class={`region shade-${shade}`} fill={shade === 'hidden' ? `url(#${hatchOf(country)})` : undefined}>
      <title>{said}</title>
      <path d={shape.path} />
      {shape.dot !== undefined && <circle cx={shape.x} cy={shape.y} r={shape.dot} />}
    </g>
  )
  return href === undefined ? (
    drawn
  ) : (
    <a href={href} aria-label={said}>
      {drawn}
    </a>
  )
}

const RegionNumber = ({ shape, number }: { shape: RegionShape; number: string }) => {
  if (number === '') return null
  // A city is too small to hold its number.
  const beside = shape.dot !== undefined
  return (
    <text
      class={beside ? 'region-number beside-dot' : 'region-number'}
      x={beside ? shape.x + shape.dot! + 6 : shape.x}
      y={shape.y}
      dy="0.35em"
    >
      {number}
    </text>
  )
}
