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

  it.each(['', 'навесні', '31.02.2026', '2026-13', '45 березня 2026', '2026-05-01 – 2026-03-01', '12345'])(
    '«%s» is none',
    text => expect(shown(text)).toBeUndefined(),
  )
})
