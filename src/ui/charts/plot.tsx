import type { PropsWithChildren } from 'hono/jsx'
import { usePage } from '../page.tsx'
import { percent } from './scale.ts'

type PlotProps = PropsWithChildren<{
  /** Says what the picture shows. */
  label: string
  ticks: readonly number[]
  /** Share of the height, from the top, at which a value lies. */
  top: (value: number) => number
  format: (value: number) => string
}>

/** The field of a chart over time: grid lines with their values, and what is drawn on them. Time runs left to right. */
export const Plot = ({ label, ticks, top, format, children }: PlotProps) => (
  <svg class="plot" role="img" aria-label={label} direction="ltr">
    {ticks.map(tick => (
      <>
        <line
          class={tick === 0 ? 'axis' : 'gridline'}
          x1="0"
          x2="100%"
          y1={percent(top(tick))}
          y2={percent(top(tick))}
        />
        {tick !== 0 && (
          <text class="tick" x="0" y={percent(top(tick))} dy="-4">
            {format(tick)}
          </text>
        )}
      </>
    ))}
    {children}
  </svg>
)

type LabelsProps = {
  labels: readonly string[]
  shown: (index: number) => boolean
  middle: (index: number) => number
}

/** The words below a plot. */
export const PlotLabels = ({ labels, shown, middle }: LabelsProps) => {
  const anchor = (index: number) => {
    if (middle(index) === 0) return 'start'
    return middle(index) === 1 ? 'end' : 'middle'
  }
  return (
    <svg class="plot-labels" aria-hidden="true" focusable="false" direction="ltr">
      {labels.map((label, index) =>
        shown(index) ? (
          <text class="tick" x={percent(middle(index))} y="1.1em" text-anchor={anchor(index)}>
            {label}
          </text>
        ) : null,
      )}
    </svg>
  )
}

/** A sentence for people who do not see the plot: the largest value and where it is. */
export function useSummary(
  labels: readonly string[],
  values: readonly number[],
  format: (value: number) => string,
) {
  const { t } = usePage()
  const most = Math.max(...values)
  if (values.length === 0) return ''
  return t('ui.chart.most', { label: labels[values.indexOf(most)] ?? '', value: format(most) })
}
