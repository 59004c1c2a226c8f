import { kept } from '#platform/kept.ts'
import { intlTag, type Locale } from './locale.ts'

/** `long`: 31 March 2024; `short`: 31 Mar 2024 (for tables); `numeric`: 31/03/2024. */
export type DateStyle = 'long' | 'short' | 'numeric'

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
}

const timeOptions: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

const asDay = (day: Temporal.PlainDate | string): Temporal.PlainDate =>
  typeof day === 'string' ? Temporal.PlainDate.from(day) : day

const asInstant = (instant: Temporal.Instant | string): Temporal.Instant =>
  typeof instant === 'string' ? Temporal.Instant.from(instant) : instant

/** Days and moments in one language and time zone (IANA name; `RangeError` when there is no such zone). */
export function createDateFormats(locale: Locale, zone: string) {
  const tag = intlTag(locale)
  // Making an `Intl` formatter costs a thousand times more than using it.
  const days = kept((style: DateStyle) => new Intl.DateTimeFormat(tag, dateOptions[style]))
  const zonedDays = kept(
    (style: DateStyle) => new Intl.DateTimeFormat(tag, { ...dateOptions[style], timeZone: zone }),
  )
  const clock = new Intl.DateTimeFormat(tag, { ...timeOptions, timeZone: zone })
  // Days have words of their own (tomorrow); "last year" for thirteen months ago would mislead.
  const named = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const counted = new Intl.RelativeTimeFormat(tag, { numeric: 'always' })
  const apart = ([value, unit]: Distance) =>
    (unit === 'day' || unit === 'second' ? named : counted).format(value, unit)

  const written = kept((key: `${DateStyle} ${string}`) => {
    const [style, day] = key.split(' ') as [DateStyle, string]
    return days(style).format(asDay(day))
  }, 10_000)

  return {
    // Writing a day costs as much as the rest of a table row, and lists show the same few days over and over.
    date: (day: Temporal.PlainDate | string, style: DateStyle = 'long') => written(`${style} ${String(day)}`),
    // Day and hour are joined by a comma: CLDR joins Polish ones by nothing, and Ukrainian by a preposition that
    // ought to change with the hour (о 10:00, об 11:00).
    dateTime(instant: Temporal.Instant | string, style: DateStyle = 'long'): string {
      const moment = asInstant(instant)
      return `${zonedDays(style).format(moment)}, ${clock.format(moment)}`
    },
    time: (instant: Temporal.Instant | string) => clock.format(asInstant(instant)),
    /** The day an instant falls on in this zone. */
    dayOf: (instant: Temporal.Instant | string) => asInstant(instant).toZonedDateTimeISO(zone).toPlainDate(),
    relativeDay: (day: Temporal.PlainDate | string, today: Temporal.PlainDate | string) =>
      apart(daysApart(asDay(today), asDay(day))),
    relative: (instant: Temporal.Instant | string, now: Temporal.Instant | string) =>
      apart(timeApart(asInstant(now), asInstant(instant), zone)),
  }
}

type Distance = [value: number, unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year']

function daysApart(from: Temporal.PlainDate, to: Temporal.PlainDate): Distance {
  const days = from.until(to, { largestUnit: 'day' }).days
  if (Math.abs(days) < 60) return [days, 'day']
  const { years, months } = from.until(to, { largestUnit: 'year' })
  return years === 0 ? [months, 'month'] : [years, 'year']
}

function timeApart(from: Temporal.Instant, to: Temporal.Instant, zone: string): Distance {
  const minutes = Math.round(from.until(to).total('minutes'))
  if (minutes === 0) return [0, 'second']
  if (Math.abs(minutes) < 60) return [minutes, 'minute']
  if (Math.abs(minutes) < 24 * 60) return [Math.trunc(minutes / 60), 'hour']
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate()
  return daysApart(dayOf(from), dayOf(to))
}

/** Numbers, shares, sums and lists in one language. */
export function createNumberFormats(locale: Locale) {
  const tag = intlTag(locale)
  const plain = new Intl.NumberFormat(tag)
  const shares = kept(
    (digits: string) =>
      new Intl.NumberFormat(tag, {
        style: 'percent',
        minimumFractionDigits: Number(digits),
        maximumFractionDigits: Number(digits),
      }),
  )
  const sums = kept(
    (currency: string) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  )
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })

  return {
    number: (value: number | bigint) => plain.format(value),
    /** A share between 0 and 1; `digits` decimals. */
    percent: (share: number, digits = 0) => shares(String(digits)).format(share),
    /** Hundredths of the currency's unit, whichever the currency (61679400 EUR is €616,794.00), and its ISO 4217 code. */
    money: (cents: number, currency: string) => sums(currency).format(cents / 100),
    list: (items: Iterable<string>) => lists.format(items),
  }
}
