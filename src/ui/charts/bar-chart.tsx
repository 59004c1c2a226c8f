import type { Child } from 'hono/jsx'
import { usePage } from '../page.tsx'
import { percent } from './scale.ts'

export type Bar = {
  label: Child
  value: number
  href?: string
  /** Stands instead of the number, where it says too much or too little. */
  said?: Child
}

type BarChartProps = {
  caption: string
  /** A heading above says it already. */
  captionHidden?: boolean
  /** What the rows are («Region») and what is counted («Members»). */
  labelHeading: string
  valueHeading: string
  bars: readonly Bar[]
  format?: (value: number) => string
}

/** Values side by side: a table whose rows carry their bar, so that picture and numbers are one. */
export const BarChart = ({ bars, ...props }: BarChartProps) => {
  const { caption, captionHidden, labelHeading, valueHeading, format } = props
  const { i18n } = usePage()
  const shown = format ?? i18n.number
  const most = Math.max(1, ...bars.map(bar => bar.value))
  return (
    <table class="bars">
      <caption class={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{labelHeading}</th>
          <th scope="col">{valueHeading}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value, href, said }) => (
          <tr>
            <th scope="row">{href === undefined ? label : <a href={href}>{label}</a>}</th>
            <td>
              <span class="bar-cell">
                <BarLine share={value / most} />
                <span class="numeric">{said ?? shown(value)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const BarLine = ({ share }: { share: number }) => {
  const { i18n } = usePage()
  return (
    <svg class="bar" aria-hidden="true" focusable="false">
      <rect
        class="bar-ink"
        x={i18n.dir === 'rtl' ? percent(1 - share) : '0'}
        width={percent(share)}
        height="100%"
        rx="2"
      />
    </svg>
  )
}
