import { expect, it } from 'vitest'
import { calendarFile } from './ics.ts'

const event = {
  uid: 'one@example.org',
  day: '2026-02-28',
  stamp: Temporal.Instant.from('2026-02-01T10:00:00.5Z'),
  summary: 'Лист № 7: строк; дуже, дуже довгий рядок, який не вміщується у сімдесят п’ять октетів',
  url: 'https://example.org/uk/u/communications/7',
}
const lines = (text: string) => text.split('\r\n')

it('writes whole days, with the end a day later', () => {
  expect(lines(calendarFile('Строки', [event]))).toEqual(
    expect.arrayContaining([
      'DTSTART;VALUE=DATE:20260228',
      'DTEND;VALUE=DATE:20260301',
      'DTSTAMP:20260201T100001Z',
    ]),
  )
})

it('cuts no line longer than 75 octets and no letter in two, and keeps signs from meaning something', () => {
  const text = calendarFile('Строки', [event])
  for (const line of lines(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:Лист № 7: строк\\; дуже\\, дуже довгий рядок\\,')
})
