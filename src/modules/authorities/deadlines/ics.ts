export type DayEvent = { uid: string; day: string; stamp: Temporal.Instant; summary: string; url: string }

const escaped = (text: string) => text.replace(/[\\;,]/g, sign => `\\${sign}`).replaceAll('\n', '\\n')

// RFC 5545: a line has at most 75 octets, and goes on after a space. A letter must not be cut in two.
function folded(line: string): string {
  const parts: string[] = ['']
  for (const sign of line) {
    const most = parts.length === 1 ? 75 : 74
    if (Buffer.byteLength(parts.at(-1)! + sign) > most) parts.push('')
    parts[parts.length - 1] += sign
  }
  return parts.join('\r\n ')
}

const compact = (text: string) => text.replaceAll('-', '').replaceAll(':', '')

const eventLines = ({ uid, day, stamp, summary, url }: DayEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${compact(stamp.round('second').toString())}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(Temporal.PlainDate.from(day).add({ days: 1 }).toString())}`,
  'TRANSP:TRANSPARENT',
  `SUMMARY:${escaped(summary)}`,
  `URL:${url}`,
  'END:VEVENT',
]

/** Whole days as a calendar that programs subscribe to (RFC 5545). */
export const calendarFile = (name: string, events: readonly DayEvent[]): string =>
  [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Parasol//Deadlines//EN',
      `X-WR-CALNAME:${escaped(name)}`,
    ],
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')
