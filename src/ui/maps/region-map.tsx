import { BarChart } from '../charts/bar-chart.tsx'
import { usePage } from '../page.tsx'
import { type Class, classify } from './classes.ts'
import { hatchOf, MapDrawing, mapSize } from './drawing.tsx'
import type { MapName } from './geometry.ts'

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
  /** Regions whose number is not known, and why: none of them is shown as nothing. */
  without?: readonly Without[]
  /** A number as it is written, where it is not just that. */
  written?: (code: string, value: number) => string
}

/** `hidden` is hatched: there is a number. `unknown` is empty: there may be none. */
export type Without = { look: 'hidden' | 'unknown'; words: string; codes: ReadonlySet<string> }

// Its regions are links: `img` would hide them.
const group = { role: 'group' }

/** A map shaded by number, and the same numbers as a table beside it. */
export const RegionMap = ({ country, values, label, labelHidden, ...props }: RegionMapProps) => {
  const { valueHeading, href, without = [], written } = props
  const { i18n, t } = usePage()
  const map = mapSize(country)
  const { shadeOf, classes } = classify(values.values())
  const name = (code: string) => (country === 'EU' ? i18n.country(code) : i18n.region(code))
  const number = (code: string, value: number) => written?.(code, value) ?? i18n.number(value)
  const lookOf = (code: string) => {
    const value = values.get(code) ?? 0
    const unknown = without.find(({ codes }) => codes.has(code))
    return {
      shade: unknown?.look ?? shadeOf(value),
      number: value > 0 && !unknown ? number(code, value) : '',
      said: `${name(code)}: ${unknown?.words ?? number(code, value)}`,
      href: href?.(code),
    }
  }
  const rows = [...values]
    .filter(([, value]) => value > 0)
    .map(([code, value]) => ({ label: name(code), value, said: number(code, value), href: href?.(code) }))
    .sort((a, b) => b.value - a.value || i18n.compare(a.label, b.label))
  const further = without
    .filter(({ look }) => look === 'hidden')
    .flatMap(({ codes, words }) =>
      [...codes].map(code => ({
        label: name(code),
        value: 0,
        said: <span class="bar-said">{words}</span>,
        href: href?.(code),
      })),
    )
    .sort((a, b) => i18n.compare(a.label, b.label))
  return (
    <div class="region-map">
      <figure class="chart">
        <figcaption class={labelHidden ? 'sr-only' : undefined}>{label}</figcaption>
        <svg class="map" viewBox={`0 0 ${map.width} ${map.height}`} {...group} aria-label={label}>
          <MapDrawing country={country} lookOf={lookOf} />
        </svg>
        <MapLegend country={country} classes={classes} without={without} />
      </figure>
      {rows.length + further.length > 0 && (
        <BarChart
          caption={label}
          captionHidden
          labelHeading={t('ui.map.region')}
          valueHeading={valueHeading}
          bars={[...rows, ...further]}
        />
      )}
    </div>
  )
}

type LegendProps = { country: MapName; classes: readonly Class[]; without: readonly Without[] }

const MapLegend = ({ country, classes, without }: LegendProps) => {
  const { i18n, t } = usePage()
  const range = ({ shade, from, to }: Class) => ({
    shade,
    words: from === to ? i18n.number(from) : `${i18n.number(from)}–${i18n.number(to)}`,
  })
  const entries = [
    { shade: 0, words: t('ui.map.none') },
    ...classes.map(range),
    ...without.filter(({ codes }) => codes.size > 0).map(({ look, words }) => ({ shade: look, words })),
  ]
  return (
    <ul class="legend" aria-label={t('ui.map.legend')}>
      {entries.map(({ shade, words }) => (
        <li>
          <svg class="swatch" aria-hidden="true" focusable="false">
            <g
              class={`region shade-${shade}`}
              fill={shade === 'hidden' ? `url(#${hatchOf(country)})` : undefined}
            >
              <rect width="100%" height="100%" />
            </g>
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
