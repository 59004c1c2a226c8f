import { monthNamed } from './month-names.ts'
import type { WrittenDate } from './read-date.ts'

function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

// Nobody writes two figures for a year that is to come.
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900)

const dayOf = (year: string, month: string | number, day: string) =>
  attempt(() =>
    Temporal.PlainDate.from(
      { year: fullYear(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ),
  )
const monthOf = (year: string, month: string | number) =>
  attempt(() =>
    Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month) }, { overflow: 'reject' }),
  )

const onDay = (day: Temporal.PlainDate | undefined): WrittenDate | undefined =>
  day && { precision: 'exact', month: day.toPlainYearMonth(), day }
const inMonth = (month: Temporal.PlainYearMonth | undefined): WrittenDate | undefined =>
  month && { precision: 'month', month }
const between = (year: string, first: number, last: number): WrittenDate => ({
  precision: 'range',
  month: monthOf(year, first)!,
  monthUntil: monthOf(year, last)!,
})
const halfYear = (year: string, second: boolean): WrittenDate => ({
  precision: 'half_year',
  month: monthOf(year, second ? 7 : 1)!,
})

// Days since the last of 1899, as spreadsheets count; from 1990 on, for smaller numbers are something else.
const firstDay = Temporal.PlainDate.from('1899-12-30')
const ofSpreadsheet = (days: string) =>
  Number(days) >= 32_874 && Number(days) <= 73_050 ? onDay(firstDay.add({ days: Number(days) })) : undefined

const half = 'півріччя|півр\\.?|половина|półrocze|połowa|poł\\.?|halbjahr|hälfte|half|полугодие'
const ordinal =
  '1|2|i|ii|перше|друге|перша|друга|pierwsze|drugie|pierwsza|druga|erstes|zweites|erste|zweite|first|second'
const quarter = 'квартал|кв\\.?|kwartał|kw\\.?|quartal|quarter'
const quarters = ['i', 'ii', 'iii', 'iv']
const isSecond = (word: string) => /^(2|ii|друг|drug|zweit|second)/i.test(word)
const ofQuarter = (year: string, word: string) => {
  const n = /\d/.test(word) ? Number(word) : quarters.indexOf(word.toLowerCase()) + 1
  return between(year, n * 3 - 2, n * 3)
}

type Form = readonly [RegExp, (found: string[], monthFirst: boolean) => WrittenDate | undefined]

/** How dates are written, each with what is made of its parts. What stands around them was taken off. */
export const dateForms: readonly Form[] = [
  [
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:T.*|[ ,](?! ?[-–—‒−]|.*\d{4}).*)?$/,
    ([y, m, d]) => onDay(dayOf(y!, m!, d!)),
  ],
  [
    /^(\d{1,2})[-./ ] ?(\d{1,2})[-./ ] ?(\d{4}|\d{2})(?:T.*|[ ,](?! ?[-–—‒−]|.*\d{4}).*)?$/,
    ([a, b, y], monthFirst) => onDay(monthFirst ? dayOf(y!, a!, b!) : dayOf(y!, b!, a!)),
  ],
  [
    /^(\d{1,2})(?:-?го|st|nd|rd|th)?[. /-] ?(?:of )?(\p{L}+\.?)[,. /-] ?(\d{4})(?:, (?!.*\d{4}).*)?$/u,
    ([d, m, y]) => onDay(dayOf(y!, monthNamed(m!) ?? 0, d!)),
  ],
  [
    /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u,
    ([m, d, y]) => onDay(dayOf(y!, monthNamed(m!) ?? 0, d!)),
  ],
  [/^(\d{4})[-./](\d{1,2})$/, ([y, m]) => inMonth(monthOf(y!, m!))],
  [/^(\d{1,2})[-./ ](\d{4})$/, ([m, y]) => inMonth(monthOf(y!, m!))],
  [/^(\p{L}+\.?)[,./-]? ?(\d{4})$/u, ([m, y]) => inMonth(monthOf(y!, monthNamed(m!) ?? 0))],
  [/^(\d{4}),? (\p{L}+)$/u, ([y, m]) => inMonth(monthOf(y!, monthNamed(m!) ?? 0))],
  [
    new RegExp(`^(${ordinal})(?:-?[шт]?е|\\.)?[-. ]*(?:${half}),? (?:of )?(\\d{4})$`, 'iu'),
    ([word, y]) => halfYear(y!, isSecond(word!)),
  ],
  [/^h([12]),? (\d{4})$/i, ([n, y]) => halfYear(y!, n === '2')],
  [/^(\d{4})[- ]?h([12])$/i, ([y, n]) => halfYear(y!, n === '2')],
  [/^(\d{4})[- ]?q([1-4])$/i, ([y, q]) => ofQuarter(y!, q!)],
  [
    new RegExp(`^([1-4]|iv|i{1,3})(?:-?й|\\.)?[-. ]*(?:${quarter}),? (\\d{4})$`, 'iu'),
    ([q, y]) => ofQuarter(y!, q!),
  ],
  [/^q([1-4]),? (\d{4})$/i, ([q, y]) => ofQuarter(y!, q!)],
  [/^(\d{4})$/, ([y]) => between(y!, 1, 12)],
  [/^(\d{5})(?:[.,]\d+)?$/, ([days]) => ofSpreadsheet(days!)],
]
