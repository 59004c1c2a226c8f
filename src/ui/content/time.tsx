import type { DateStyle } from '#platform/i18n/index.ts'
import { usePage } from '../page.tsx'

type TimeProps = {
  /** A day, or an instant; as text `2026-05-31` or `2026-05-31T12:00:00Z`. */
  at: Temporal.PlainDate | Temporal.Instant | string
  /** `long` for reading, `short` for tables. */
  style?: DateStyle
  /** Only the day of an instant, in the umbrella's zone. */
  day?: boolean
  /** Says how far away it is from this instant or day instead: «3 days ago». */
  from?: Temporal.Instant | Temporal.PlainDate
}

const isInstant = (at: TimeProps['at']): at is Temporal.Instant | string =>
  typeof at === 'string' ? at.includes('T') : at instanceof Temporal.Instant

/** A day or a moment, in the reader's language and the umbrella's zone. */
export const Time = ({ at, style = 'long', day, from }: TimeProps) => {
  const { i18n } = usePage()
  return <time datetime={String(at)}>{said()}</time>

  function said(): string {
    if (isInstant(at)) {
      if (from instanceof Temporal.Instant) return i18n.relative(at, from)
      return day ? i18n.date(i18n.dayOf(at), style) : i18n.dateTime(at, style)
    }
    return from instanceof Temporal.PlainDate ? i18n.relativeDay(at, from) : i18n.date(at, style)
  }
}
