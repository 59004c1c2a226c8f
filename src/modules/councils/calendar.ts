/** A session as a calendar file tells it; nothing of it is private. */
export type CalendarEvent = {
  id: string
  title: string
  startsAt: string
  endsAt: string | null
  place: string | null
  url: string
  cancelled: boolean
}

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
const stamp = (at: string) =>
  Temporal.Instant.from(at)
    .round({ smallestUnit: 'second', roundingMode: 'floor' })
    .toString()
    .replaceAll(/[-:]/g, '')

// RFC 5545: at most 75 octets a line, and no letter cut in two.
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

const eventLines = ({ id, title, startsAt, endsAt, place, url, cancelled }: CalendarEvent) => [
  'BEGIN:VEVENT',
  `UID:${id}@parasol`,
  `DTSTAMP:${stamp(startsAt)}`,
  `DTSTART:${stamp(startsAt)}`,
  ...(endsAt ? [`DTEND:${stamp(endsAt)}`] : []),
  `SUMMARY:${escaped(title)}`,
  ...(place ? [`LOCATION:${escaped(place)}`] : []),
  `URL:${url}`,
  `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
]

/** Sessions as iCalendar (RFC 5545). */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parasol//councils//EN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}
