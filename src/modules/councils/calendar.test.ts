import { expect, it } from 'vitest'
import { calendarFile } from './calendar.ts'

const event = {
  id: '1',
  title:
    'Рада; перше, засідання\nдругий рядок — довга назва, яку треба скласти, бо рядок має не більше 75 октетів',
  startsAt: '2026-03-29T01:30:00.5Z',
  endsAt: null,
  place: 'Kyiv, 21/8',
  url: 'https://example.org/1',
  cancelled: false,
}

it('folds lines at 75 octets without cutting a letter, and escapes what has a meaning', () => {
  const file = calendarFile('Council', [event])
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const unfolded = file.replaceAll('\r\n ', '')
  expect(unfolded).toContain('SUMMARY:Рада\\; перше\\, засідання\\nдругий рядок')
  expect(unfolded).toContain('LOCATION:Kyiv\\, 21/8')
  expect(unfolded).toContain('DTSTART:20260329T013000Z')
})

it('says which session is called off', () => {
  expect(calendarFile('Council', [{ ...event, cancelled: true }])).toContain('STATUS:CANCELLED')
})
