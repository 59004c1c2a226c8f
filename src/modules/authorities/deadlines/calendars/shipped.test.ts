import { expect, it } from 'vitest'
import { calendarJurisdictions } from './calendar.ts'
import { easternEaster, westernEaster } from './easter.ts'
import { shippedCalendar, shippedDays } from './shipped.ts'

// From church calendars.
const easters: [number, string, string][] = [
  [2013, '2013-03-31', '2013-05-05'],
  [2014, '2014-04-20', '2014-04-20'],
  [2016, '2016-03-27', '2016-05-01'],
  [2019, '2019-04-21', '2019-04-28'],
  [2021, '2021-04-04', '2021-05-02'],
  [2024, '2024-03-31', '2024-05-05'],
  [2025, '2025-04-20', '2025-04-20'],
  [2026, '2026-04-05', '2026-04-12'],
  [2030, '2030-04-21', '2030-04-28'],
]

it.each(easters)('Easter of %i is on %s in the West and on %s in the East', (year, west, east) => {
  expect([westernEaster(year).toString(), easternEaster(year).toString()]).toEqual([west, east])
})

it.each(calendarJurisdictions)('%s has each day once, in order, with a source', jurisdiction => {
  const days = shippedDays(jurisdiction)
  expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort())
  expect(days.filter(({ source, name }) => !source || !name.uk || !name.pl || !name.en)).toEqual([])
})

const offIn = (year: number) =>
  [...shippedCalendar('UA').days.values()]
    .filter(({ day, working }) => !working && day.startsWith(String(year)))
    .map(({ day }) => day.slice(5))

it('Ukraine had these days off before martial law', () => {
  expect(offIn(2017).join(' ')).toBe(
    '01-02 01-09 03-08 04-17 05-01 05-02 05-09 06-05 06-28 08-24 10-16 12-25',
  )
  expect(offIn(2018).join(' ')).toBe('01-01 01-08 03-08 04-09 05-01 05-09 05-28 06-28 08-24 10-15 12-25')
  expect(offIn(2021).join(' ')).toBe('01-01 01-07 03-08 05-03 05-04 05-10 06-21 06-28 08-24 10-14 12-27')
})

it('and none since', () => {
  for (const year of [2023, 2024, 2025, 2026]) expect(offIn(year)).toEqual([])
})

it('what is kept from memory says so', () => {
  const unsure = shippedDays('EU').filter(({ confidence }) => confidence === 'from_memory')
  expect(new Set(unsure.map(({ day }) => day.slice(0, 4))).has('2026')).toBe(true)
  expect(shippedDays('UA').filter(({ confidence }) => confidence === 'from_memory')).toMatchObject([
    { day: '2022-03-08' },
  ])
})
