import type { DatePrecision } from '../schema/incidents.ts'

/** When something happened, as precisely as it was written. `day` is sealed; only months stand in the open. */
export type WrittenDate = {
  precision: DatePrecision
  month: Temporal.PlainYearMonth
  monthUntil?: Temporal.PlainYearMonth
  day?: Temporal.PlainDate
  dayUntil?: Temporal.PlainDate
}

const languages = ['uk', 'pl', 'en', 'de', 'cs', 'sk', 'ro', 'hu', 'lt', 'be', 'bg', 'ru']

// As the month stands alone, and as it stands beside a day: березень, березня.
function monthNames(): Map<string, number> {
  const names = new Map<string, number>()
  for (const language of languages)
    for (const month of ['long', 'short'] as const)
      for (const options of [{ month }, { month, day: 'numeric' as const }]) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(new Date(Date.UTC(2026, index, 15)))
          const name = parts
            .find(({ type }) => type === 'month')
            ?.value.toLowerCase()
            .replace(/\.$/, '')
          if (name && /^\p{L}+$/u.test(name)) names.set(name, names.get(name) ?? index + 1)
        }
      }
  return names
}

let named: Map<string, number> | undefined
const monthNamed = (name: string) => {
  named ??= monthNames()
  return named.get(name.toLowerCase().replace(/\.$/, ''))
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const dayOf = (year: string, month: string | number, day: string) =>
  attempt(() =>
    Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
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

type Form = readonly [RegExp, (found: string[], monthFirst: boolean) => WrittenDate | undefined]

const forms: readonly Form[] = [
  [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/, ([y, m, d]) => onDay(dayOf(y!, m!, d!))],
  [
    /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:[T ].*)?$/,
    ([a, b, y], monthFirst) => onDay(monthFirst ? dayOf(y!, a!, b!) : dayOf(y!, b!, a!)),
  ],
  [
    /^(\d{1,2})\.? (\p{L}+\.?),? (\d{4})(?: ?(?:р|r)\.?)?$/u,
    ([d, m, y]) => onDay(dayOf(y!, monthNamed(m!) ?? 0, d!)),
  ],
  [/^(\p{L}+\.?) (\d{1,2}),? (\d{4})$/u, ([m, d, y]) => onDay(dayOf(y!, monthNamed(m!) ?? 0, d!))],
  [/^(\d{4})[-./](\d{1,2})$/, ([y, m]) => inMonth(monthOf(y!, m!))],
  [/^(\d{1,2})[-./](\d{4})$/, ([m, y]) => inMonth(monthOf(y!, m!))],
  [/^(\p{L}+\.?),? (\d{4})(?: ?(?:р|r)\.?)?$/u, ([m, y]) => inMonth(monthOf(y!, monthNamed(m!) ?? 0))],
  [
    /^(?:(1|2|i|ii|перше|друге|pierwsze|drugie)[-. ]*(?:півріччя|півр\.?|półrocze|half)|h(1|2)),? (?:of )?(\d{4})(?: ?(?:р|r)\.?)?$/iu,
    ([word, number, y]) => halfYear(y!, /^(2|ii|друге|drugie)$/i.test(word ?? number ?? '')),
  ],
  [/^(\d{4})[- ]?h([12])$/i, ([y, half]) => halfYear(y!, half === '2')],
  [/^(\d{4})[- ]?q([1-4])$/i, ([y, q]) => between(y!, Number(q) * 3 - 2, Number(q) * 3)],
  [/^(\d{4})(?: ?(?:р|r|рік|rok)\.?)?$/u, ([y]) => between(y!, 1, 12)],
]

const halfYear = (year: string, second: boolean): WrittenDate => ({
  precision: 'half_year',
  month: monthOf(year, second ? 7 : 1)!,
})

// What is said to be earlier is a slip of the pen.
const earliest = 1800

function one(text: string, monthFirst: boolean): WrittenDate | undefined {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text)
    const date = match && read(match.slice(1), monthFirst)
    if (date && date.month.year >= earliest) return date
  }
  return undefined
}

const endOf = ({ day, dayUntil, month, monthUntil }: WrittenDate) => ({
  day: dayUntil ?? day,
  month: monthUntil ?? month,
})

function joined(first: WrittenDate, last: WrittenDate): WrittenDate | undefined {
  const end = endOf(last)
  if (Temporal.PlainYearMonth.compare(first.month, end.month) > 0) return undefined
  return {
    precision: 'range',
    month: first.month,
    monthUntil: end.month,
    ...(first.day && end.day ? { day: first.day, dayUntil: end.day } : {}),
  }
}

/**
 * Reads a date as people write it: a day, a month, a half-year, a quarter, a year, or two of them with a dash between, in
 * figures or in words of a dozen languages. `until`: what stands in a second column. Undefined when it is no date.
 */
export function readDate(text: string, until = '', monthFirst = false): WrittenDate | undefined {
  const written = text.trim().replace(/\s+/g, ' ')
  const parts =
    until.trim() === '' ? written.split(/ ?[–—] ?| - |\.\.+| (?:do|до|to|bis) /u) : [written, until.trim()]
  if (parts.length > 2) return undefined
  const [first, last] = parts.map(part => one(part, monthFirst))
  if (parts.length === 1 || !first) return first
  if (!last) return undefined
  return first.precision === 'exact' && last.day?.equals(first.day!) ? first : joined(first, last)
}
