import { scaleBand } from 'd3-scale'
import { usePage } from '../page.tsx'
import { ChartTable } from './chart-table.tsx'
import { Plot, PlotLabels, useSummary } from './plot.tsx'
import { heightScale, labelled, percent } from './scale.ts'

export type Column = { label: string; value: number }

type ColumnChartProps = {
  caption: string
  labelHeading: string
  valueHeading: string
  columns: readonly Column[]
  format?: (value: number) => string
}

/** A histogram, or counts over a few periods: columns that stand close together, in their given order. */
export const ColumnChart = ({ caption, labelHeading, valueHeading, columns, format }: ColumnChartProps) => {
  const { i18n } = usePage()
  const shown = format ?? i18n.number
  const values = columns.map(column => column.value)
  const labels = columns.map(column => column.label)
  const { top, ticks } = heightScale(values)
  const band = scaleBand(
    columns.map((_, n) => n),
    [0, 1],
  ).paddingInner(0.12)
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <Plot label={`${caption}. ${useSummary(labels, values, shown)}`} ticks={ticks} top={top} format={shown}>
        {values.map((value, n) => (
          <rect
            class="bar-ink"
            x={percent(band(n)!)}
            width={percent(band.bandwidth())}
            y={percent(top(value))}
            height={percent(1 - top(value))}
          />
        ))}
      </Plot>
      <PlotLabels
        labels={labels}
        shown={labelled(labels.length, 6)}
        middle={n => band(n)! + band.bandwidth() / 2}
      />
      <ChartTable
        caption={caption}
        head={[labelHeading, valueHeading]}
        rows={columns.map(column => [column.label, shown(column.value)])}
      />
    </figure>
  )
}
