/** How often a person wants news. */
export type Digest = 'each' | 'daily' | 'weekly' | 'none'

const hour = Temporal.PlainTime.from('07:00')
const monday = 1

/** The last moment, by now, at which a digest left: seven in the morning of the umbrella's zone, every day or on Mondays. */
export function lastDeparture(
  digest: 'daily' | 'weekly',
  zone: string,
  now: Temporal.Instant,
): Temporal.Instant {
  const local = now.toZonedDateTimeISO(zone)
  const back = digest === 'daily' ? 0 : local.dayOfWeek - monday
  const departure = local.subtract({ days: back }).withPlainTime(hour)
  const gone = Temporal.ZonedDateTime.compare(departure, local) <= 0
  return (gone ? departure : departure.subtract({ days: digest === 'daily' ? 1 : 7 })).toInstant()
}

/** Whether news that waits since `since` goes out now. After a night of downtime it goes late rather than a day later. */
export function isDue(digest: Digest, zone: string, since: Temporal.Instant, now: Temporal.Instant): boolean {
  if (digest === 'each' || digest === 'none') return true
  return Temporal.Instant.compare(since, lastDeparture(digest, zone, now)) <= 0
}
