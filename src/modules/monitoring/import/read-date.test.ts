import { describe, expect, it } from 'vitest'
import { readDate } from './read-date.ts'

const shown = (text: string, until = '', monthFirst = false) => {
  const date = readDate(text, until, monthFirst)
  if (!date) return undefined
  const end = date.dayUntil ?? date.monthUntil
  return [date.precision, `${date.day ?? date.month}${end ? `/${end}` : ''}`].join(' ')
}

describe('a date', () => {
  it.each([
    ['2026-03-07', 'exact 2026-03-07'],
    ['2026-03-07T10:20:00Z', 'exact 2026-03-07'],
    ['7.03.2026', 'exact 2026-03-07'],
    ['07/03/2026', 'exact 2026-03-07'],
    ['7 березня 2026 р.', 'exact 2026-03-07'],
    ['7 marca 2026 r.', 'exact 2026-03-07'],
    ['March 7, 2026', 'exact 2026-03-07'],
    ['7. März 2026', 'exact 2026-03-07'],
    ['березень 2026', 'month 2026-03'],
    ['marzec 2026', 'month 2026-03'],
    ['March 2026', 'month 2026-03'],
    ['03.2026', 'month 2026-03'],
    ['2026-03', 'month 2026-03'],
    ['I півріччя 2026', 'half_year 2026-01'],
    ['II półrocze 2026 r.', 'half_year 2026-07'],
    ['2026-H2', 'half_year 2026-07'],
    ['2026-Q2', 'range 2026-04/2026-06'],
    ['2026', 'range 2026-01/2026-12'],
    ['2026 рік', 'range 2026-01/2026-12'],
    ['07.03.2026 – 09.03.2026', 'range 2026-03-07/2026-03-09'],
    ['березень 2026 — травень 2026', 'range 2026-03/2026-05'],
    ['близько 12 березня 2019', 'month 2019-03'],
    ['ok. 12 marca 2019 r.', 'month 2019-03'],
    ['um den 12. März 2019', 'month 2019-03'],
    ['around March 12, 2019', 'month 2019-03'],
    ['на початку березня 2019 р.', 'month 2019-03'],
    ['Anfang März 2019', 'month 2019-03'],
    ['у березні 2019', 'month 2019-03'],
    ['w marcu 2019', 'month 2019-03'],
    ['2019, березень', 'month 2019-03'],
    ['12.03.2019–14.03.2019', 'range 2019-03-12/2019-03-14'],
    ['12.03.2019-14.03.2019', 'range 2019-03-12/2019-03-14'],
    ['12-14 березня 2019', 'range 2019-03-12/2019-03-14'],
    ['12.–14. März 2019', 'range 2019-03-12/2019-03-14'],
    ['12.03–14.03.2019', 'range 2019-03-12/2019-03-14'],
    ['28 лютого – 2 березня 2019 року', 'range 2019-02-28/2019-03-02'],
    ['травень–червень 2019', 'range 2019-05/2019-06'],
    ['2018/2019', 'range 2018-01/2019-12'],
    ['II квартал 2019', 'range 2019-04/2019-06'],
    ['перша половина 2019', 'half_year 2019-01'],
    ['1. Halbjahr 2019', 'half_year 2019-01'],
    ['12.III.2019', 'exact 2019-03-12'],
    ['12.03.19', 'exact 2019-03-12'],
    ['12.03.2019 14:30', 'exact 2019-03-12'],
    ['Вівторок, 12 березня 2019', 'exact 2019-03-12'],
    ['12th March 2019', 'exact 2019-03-12'],
    ['43536', 'exact 2019-03-12'],
    ['43536,75', 'exact 2019-03-12'],
  ])('%s is read as it was meant', (text, meant) => {
    expect(shown(text)).toBe(meant)
  })

  it('in two columns is a range, and the same day twice is a day', () => {
    expect(shown('2026-03-07', '2026-04-01')).toBe('range 2026-03-07/2026-04-01')
    expect(shown('2026-03-07', '2026-03-07')).toBe('exact 2026-03-07')
  })

  it('of an American list has its month first when the mapping says so', () => {
    expect([shown('03/07/2026'), shown('03/07/2026', '', true)]).toEqual([
      'exact 2026-07-03',
      'exact 2026-03-07',
    ])
  })

  it.each([
    ...['', 'навесні', '31.02.2026', '2026-13', '45 березня 2026', '2026-05-01 – 2026-03-01', '12345'],
    ...['12', 'березень', 'з 2019', 'Lublin 2019', '12.03.2019, 14.03.2019'],
  ])('«%s» is none', text => expect(shown(text)).toBeUndefined())
})
