import { percent } from '#ui/index.ts'
import type { Point } from '../statistics/series.ts'

type Props = {
  points: readonly Point[]
  /** Share of the height, from the top, at which a value lies. */
  top: (value: number) => number
  said: (point: Point) => string
}

/** What a column is as high as: a quarter stands as wide as its months and as high as one of them on average. */
const heightOf = ({ shown, months }: Point): number => (shown.state === 'number' ? shown.value / months : 0)

/** Everything that the scale of the chart must hold. */
export const heightsOf = (points: readonly Point[]): number[] =>
  points.flatMap(point => [heightOf(point), point.spike?.expected ?? 0, point.spike?.threshold ?? 0])

/** Where each period lies, from left to right, as shares of the width. */
export function placesOf(points: readonly Point[]): { start: number; width: number }[] {
  const all = points.reduce((sum, { months }) => sum + months, 0)
  let before = 0
  return points.map(({ months }) => {
    const start = before / all
    before += months
    return { start, width: months / all }
  })
}

/** Columns over time, what was to be expected, and which months are unusual. Knows no page: also drawn as a file. */
export const TimeMarks = ({ points, top, said }: Props) => {
  const places = placesOf(points)
  return (
    <>
      {points.map((point, n) => (
        <Mark point={point} top={top} said={said(point)} {...places[n]!} />
      ))}
      {points.map((point, n) => (
        <Expected point={point} top={top} {...places[n]!} />
      ))}
    </>
  )
}

type MarkProps = { point: Point; top: Props['top']; start: number; width: number }

const Mark = ({ point, top, start, width, said }: MarkProps & { said: string }) => {
  const { shown, spike } = point
  const [x, wide] = [percent(start + width * 0.06), percent(width * 0.88)]
  if (shown.state === 'unpublished')
    return (
      <rect class="time-unknown" x={percent(start)} width={percent(width)} y="0" height="100%">
        <title>{said}</title>
      </rect>
    )
  if (shown.state === 'hidden')
    return (
      <svg class="time-hidden" aria-hidden="true" x={x} y="100%" width={wide} height="1">
        <rect y="-14" width="100%" height="14">
          <title>{said}</title>
        </rect>
        <line x1="0" x2="100%" y1="-5" y2="-5" />
        <line x1="0" x2="100%" y1="-10" y2="-10" />
      </svg>
    )
  const height = heightOf(point)
  return (
    <>
      <rect
        class={spike?.alarm ? 'time-ink time-spike' : 'time-ink'}
        x={x}
        width={wide}
        y={percent(top(height))}
        height={percent(1 - top(height))}
      >
        <title>{said}</title>
      </rect>
      {shown.more && <MoreEdge x={x} wide={wide} y={percent(top(height))} />}
      {spike?.alarm && (
        <svg
          class="time-alarm"
          aria-hidden="true"
          x={percent(start + width / 2)}
          y={percent(top(height))}
          width="1"
          height="1"
        >
          <path d="M0 -6L-7 -18H7Z" />
        </svg>
      )}
    </>
  )
}

// The column goes on above by an unknown little.
const MoreEdge = ({ x, wide, y }: { x: string; wide: string; y: string }) => (
  <svg class="time-more" aria-hidden="true" x={x} y={y} width={wide} height="1">
    <line x1="0" x2="100%" y1="-3" y2="-3" />
    <line x1="0" x2="100%" y1="-7" y2="-7" />
  </svg>
)

const Expected = ({ point, top, start, width }: MarkProps) => {
  if (!point.spike) return null
  const across = { x1: percent(start), x2: percent(start + width) }
  const line = (value: number) => ({ ...across, y1: percent(top(value)), y2: percent(top(value)) })
  return (
    <>
      <line class="time-expected" {...line(point.spike.expected)} />
      <line class="time-threshold" {...line(point.spike.threshold)} />
    </>
  )
}
