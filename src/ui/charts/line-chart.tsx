import { line } from 'd3-shape'
import { usePage } from '../page.tsx'
import { ChartTable } from './chart-table.tsx'
import { Plot, PlotLabels, useSummary } from './plot.tsx'
import { heightScale, labelled, percent } from './scale.ts'

export type Series = { name: string; values: readonly number[] }

type LineChartProps = {
  caption: string
  /** What runs along the bottom («Month»), and its values in order. */
  labelHeading: string
  labels: readonly string[]
  /** One to four lines; they differ in colour, dashes and marks. */
  series: readonly Series[]
  format?: (value: number) => string
}

/** Change over time. */
export const LineChart = ({ caption, labelHeading, labels, series, format }: LineChartProps) => {
  const { i18n } = usePage()
  const shown = format ?? i18n.number
  const all = series.flatMap(one => one.values)
  const { top, ticks } = heightScale(all)
  const across = (index: number) => (labels.length > 1 ? index / (labels.length - 1) : 0.5)
  const first = series[0]?.values ?? []
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      {series.length > 1 && <Legend series={series} />}
      <Plot label={`${caption}. ${useSummary(labels, first, shown)}`} ticks={ticks} top={top} format={shown}>
        {series.map((one, n) => (
          <Line values={one.values} look={n} across={across} top={top} />
        ))}
      </Plot>
      <PlotLabels labels={labels} shown={labelled(labels.length, 6)} middle={across} />
      <ChartTable
        caption={caption}
        head={[labelHeading, ...series.map(one => one.name)]}
        rows={labels.map((label, n) => [label, ...series.map(one => shown(one.values[n] ?? 0))])}
      />
    </figure>
  )
}

type LineProps = {
  values: readonly number[]
  look: number
  across: (index: number) => number
  top: (value: number) => number
}

// The path lives in a stretched box of its own; its stroke and the marks keep their size.
const Line = ({ values, look, across, top }: LineProps) => {
  const path = line<number>(
    (_, n) => across(n) * 1000,
    value => top(value) * 1000,
  ).digits(0)
  return (
    <g class={`line line-${look}`}>
      <svg class="stretched" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
        <path d={path(values) ?? ''} vector-effect="non-scaling-stroke" />
      </svg>
      {values.length <= 24 &&
        values.map((value, n) => <circle cx={percent(across(n))} cy={percent(top(value))} r="4" />)}
    </g>
  )
}

const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul class="legend">
    {series.map((one, n) => (
      <li>
        <svg class={`legend-line line line-${n}`} width="32" height="12" aria-hidden="true" focusable="false">
          <path d="M0 6H32" />
          <circle cx="16" cy="6" r="4" />
        </svg>
        {one.name}
      </li>
    ))}
  </ul>
)
