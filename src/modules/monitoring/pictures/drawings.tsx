import type { I18n } from '#platform/i18n/index.ts'
import {
  classify,
  heightScale,
  labelled,
  MapDrawing,
  mapSize,
  Plot,
  PlotLabels,
  type RegionLook,
} from '#ui/index.ts'
import { type CountRow, countOf } from '../statistics/count-rows.ts'
import type { Shown } from '../statistics/published.ts'
import type { Point } from '../statistics/series.ts'
import { beginWord, saidOf, written } from '../statistics/written.ts'
import { pictureWidth } from './picture.tsx'
import { heightsOf, placesOf, TimeMarks } from './time-marks.tsx'

const width = pictureWidth - 64

/** Columns over time. */
export function timeDrawing(i18n: I18n, points: readonly Point[]) {
  const { top, ticks } = heightScale(heightsOf(points))
  const places = placesOf(points)
  return {
    height: 340,
    drawing: (
      <>
        <svg aria-hidden="true" y="16" width="100%" height="290">
          <Plot label="" ticks={ticks} top={top} format={i18n.number}>
            <TimeMarks points={points} top={top} said={point => saidOf(i18n, point)} />
          </Plot>
        </svg>
        <svg aria-hidden="true" y="312" width="100%" height="28">
          <PlotLabels
            labels={points.map(point => beginWord(i18n, point))}
            shown={labelled(points.length, 8)}
            middle={n => places[n]!.start}
          />
        </svg>
      </>
    ),
  }
}

const lineHeight = 30
const most = 24

/** Bars with their numbers, the largest first. */
export function barsDrawing(i18n: I18n, rows: readonly CountRow[]) {
  const shown = rows.slice(0, most)
  const largest = Math.max(1, ...shown.map(({ verified }) => countOf(verified)))
  const begin = 380
  return {
    height: Math.max(1, shown.length) * lineHeight,
    drawing: shown.map(({ label, verified }, n) => {
      const long = ((width - begin - 110) * countOf(verified)) / largest
      return (
        <>
          <text x={begin - 12} y={n * lineHeight + 20} text-anchor="end">
            {label.length > 46 ? `${label.slice(0, 45)}…` : label}
          </text>
          <rect class="bar-ink" x={begin} y={n * lineHeight + 6} width={long} height={18} rx="2" />
          <text x={begin + long + 10} y={n * lineHeight + 20}>
            {written(i18n, verified)}
          </text>
        </>
      )
    }),
  }
}

/** A country's regions, shaded; hidden ones are hatched, unknown ones empty. */
export function mapDrawing(i18n: I18n, country: 'UA' | 'PL', shown: ReadonlyMap<string, Shown>) {
  const size = mapSize(country)
  const height = Math.min(620, (width * size.height) / size.width)
  const { shadeOf } = classify([...shown.values()].map(countOf))
  const lookOf = (code: string): RegionLook => {
    const one: Shown = shown.get(code) ?? { state: 'unpublished' }
    const said = `${i18n.region(code)}: ${written(i18n, one)}`
    if (one.state === 'hidden') return { shade: 'hidden', number: '', said }
    if (one.state === 'unpublished') return { shade: 'unknown', number: '', said }
    return { shade: shadeOf(one.value), number: one.value > 0 ? written(i18n, one) : '', said }
  }
  return {
    height,
    drawing: (
      <svg aria-hidden="true" width="100%" height={height} viewBox={`0 0 ${size.width} ${size.height}`}>
        <MapDrawing country={country} lookOf={lookOf} />
      </svg>
    ),
  }
}
