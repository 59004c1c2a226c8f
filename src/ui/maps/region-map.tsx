import { regionMaps } from 'virtual:region-maps'
import { BarChart } from '../charts/bar-chart.tsx'
import { usePage } from '../page.tsx'
import { type Class, classify } from './classes.ts'
import type { MapGeometry, MapName, RegionShape } from './geometry.ts'

type RegionMapProps = {
  country: MapName
  /** Counts by ISO 3166-2 code (UA-05, PL-02), on the map of Europe by country (UA, PL). */
  values: ReadonlyMap<string, number>
  /** What is counted: «Members by region». */
  label: string
  /** A heading above says it already. */
  labelHidden?: boolean
  /** Heading of the numbers: «Members». */
  valueHeading: string
  /** Where a region leads, for the map and the table alike. */
  href?: (code: string) => string
}

// Its regions are links: `img` would hide them.
const group = { role: 'group' }

/** A map shaded by number, and the same numbers as a table beside it. */
export const RegionMap = ({ country, values, label, labelHidden, ...props }: RegionMapProps) => {
  const { valueHeading, href } = props
  const { i18n, t } = usePage()
  const map: MapGeometry = regionMaps[country]
  const { shadeOf, classes } = classify(values.values())
  const name = (code: string) => (country === 'EU' ? i18n.country(code) : i18n.region(code))
  const rows = [...values]
    .filter(([, value]) => value > 0)
    .map(([code, value]) => ({ label: name(code), value, href: href?.(code) }))
    .sort((a, b) => b.value - a.value || i18n.compare(a.label, b.label))
  return (
    <div class="region-map">
      <figure class="chart">
        <figcaption class={labelHidden ? 'sr-only' : undefined}>{label}</figcaption>
        <svg class="map" viewBox={`0 0 ${map.width} ${map.height}`} {...group} aria-label={label}>
          <path class="map-around" d={map.around} />
          {Object.entries(map.regions).map(([code, shape]) => {
            const value = values.get(code) ?? 0
            return (
              <Region
                shape={shape}
                shade={shadeOf(value)}
                said={`${name(code)}: ${i18n.number(value)}`}
                href={href?.(code)}
              />
            )
          })}
          {Object.entries(map.regions).map(([code, shape]) => (
            <RegionNumber shape={shape} value={values.get(code) ?? 0} />
          ))}
        </svg>
        <MapLegend classes={classes} />
      </figure>
      {rows.length > 0 && (
        <BarChart
          caption={label}
          captionHidden
          labelHeading={t('ui.map.region')}
          valueHeading={valueHeading}
          bars={rows}
        />
      )}
    </div>
  )
}

type RegionProps = { shape: RegionShape; shade: number; said: string; href?: string }

const Region = ({ shape, shade, said, href }: RegionProps) => {
  const drawn = (
    <g class={`region shade-${shade}`}>
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

const RegionNumber = ({ shape, value }: { shape: RegionShape; value: number }) => {
  const { i18n } = usePage()
  if (value === 0) return null
  // A city is too small to hold its number.
  const beside = shape.dot !== undefined
  return (
    <text
      class={beside ? 'region-number beside-dot' : 'region-number'}
      x={beside ? shape.x + shape.dot! + 6 : shape.x}
      y={shape.y}
      dy="0.35em"
    >
      {i18n.number(value)}
    </text>
  )
}

const MapLegend = ({ classes }: { classes: readonly Class[] }) => {
  const { i18n, t } = usePage()
  const range = ({ shade, from, to }: Class) => ({
    shade,
    words: from === to ? i18n.number(from) : `${i18n.number(from)}–${i18n.number(to)}`,
  })
  return (
    <ul class="legend" aria-label={t('ui.map.legend')}>
      {[{ shade: 0, words: t('ui.map.none') }, ...classes.map(range)].map(({ shade, words }) => (
        <li>
          <svg class="swatch" aria-hidden="true" focusable="false">
            <g class={`region shade-${shade}`}>
              <rect width="100%" height="100%" />
            </g>
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
