import { usePage } from '../page.tsx'
import { percent } from './scale.ts'

export type Part = { label: string; value: number }

type StackedBarProps = {
  caption: string
  /** Two to six parts of one whole, in order; each has its own shade and pattern. */
  parts: readonly Part[]
  format?: (value: number) => string
  /** Distinguishes several bars on one page. */
  id: string
}

/** Parts of one whole in one bar; the legend is the list of its numbers. */
export const StackedBar = ({ caption, parts, format, id }: StackedBarProps) => {
  const { i18n } = usePage()
  const shown = format ?? i18n.number
  const whole = parts.reduce((sum, part) => sum + part.value, 0)
  const share = (value: number) => (whole === 0 ? 0 : value / whole)
  let before = 0
  const placed = parts.map(part => {
    const start = before
    before += share(part.value)
    return i18n.dir === 'rtl' ? 1 - before : start
  })
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <svg class="stack" aria-hidden="true" focusable="false">
        <Patterns id={id} />
        {parts.map((part, n) => (
          <>
            <rect
              class={`part part-${n}`}
              x={percent(placed[n]!)}
              width={percent(share(part.value))}
              height="100%"
            />
            <rect
              fill={`url(#${id}-${n})`}
              x={percent(placed[n]!)}
              width={percent(share(part.value))}
              height="100%"
            />
            <line class="part-edge" x1={percent(placed[n]!)} x2={percent(placed[n]!)} y2="100%" />
          </>
        ))}
      </svg>
      <ul class="legend legend-numbers">
        {parts.map((part, n) => (
          <li>
            <svg class="swatch" aria-hidden="true" focusable="false">
              <rect class={`part part-${n}`} width="100%" height="100%" />
              <rect fill={`url(#${id}-${n})`} width="100%" height="100%" />
            </svg>
            <span>{part.label}</span>
            <span class="numeric">
              {shown(part.value)} · {i18n.percent(share(part.value))}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

// Shade alone would not tell the parts apart for everybody, nor on a black-and-white print.
const strokes = ['', 'M0 8L8 0', 'M0 4H8', 'M4 0V8', 'M0 0L8 8M0 8L8 0', 'M3 4h2']

const Patterns = ({ id }: { id: string }) => (
  <defs>
    {strokes.map((d, n) => (
      <pattern id={`${id}-${n}`} width="8" height="8" patternUnits="userSpaceOnUse">
        <path class="hatch" d={d} />
      </pattern>
    ))}
  </defs>
)
