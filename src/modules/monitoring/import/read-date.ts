import type { DatePrecision } from '../schema/incidents.ts'
import { dateForms } from './date-forms.ts'

/** When something happened, as precisely as it was written. `day` is sealed; only months stand in the open. */
export type WrittenDate = {
  precision: DatePrecision
  month: Temporal.PlainYearMonth
  monthUntil?: Temporal.PlainYearMonth
  day?: Temporal.PlainDate
  dayUntil?: Temporal.PlainDate
}

// What is said to be earlier is a slip of the pen.
const earliest = 1800

function matching(text: string, monthFirst: boolean): WrittenDate | undefined {
  for (const [pattern, read] of dateForms) {
    const match = pattern.exec(text)
    const date = match && read(match.slice(1), monthFirst)
    if (date && date.month.year >= earliest) return date
  }
  return undefined
}

const around = {
  // «2019 р.», "2019 roku": that a year is meant was clear.
  year: /(?<=\d{4}),? ?(?:рр?\.?|року|рік|r\.?|roku|rok|г\.?|года|год)$/iu,
  // «Вівторок, 12 березня 2019», "Tue, 12 March 2019"; «рік 2019».
  before: /^(?:\p{L}+\.?, ?(?=\d)|(?:рік|rok|year|jahr|у|в|w|we|in|im|on|am|dnia) )/iu,
} as const

// Somebody did not know the day, and says so.
const aboutDay =
  /^(?:бл\.?|близько|приблизно|орієнтовно|десь|ок\.|около|ok\.|około|mniej więcej|circa|ca\.?|c\.|approx\.?|approximately|around|about|um|etwa|ungefähr|~|≈)(?!\p{L})(?: (?:den|dem|the|dnia))? ?/iu
const inPartOf =
  /^(?:на |na |w |at |in )?(?:the )?(?:почат(?:ок|ку)|кін(?:ець|ці)|середин[аі]|поч\.|кін\.|сер\.|początek|początku|koniec|końcu|połow[aie]|pocz\.|kon\.|early|mid|late|beginning|middle|end|anfang|mitte|ende)(?: of)?[ -]/iu

const roughly = (date: WrittenDate | undefined): WrittenDate | undefined =>
  date?.precision === 'exact' ? { precision: 'month', month: date.month } : date

function one(written: string, monthFirst: boolean): WrittenDate | undefined {
  const text = written.trim().replace(around.year, '')
  const plain = matching(text, monthFirst)
  if (plain) return plain
  for (const rough of [aboutDay, inPartOf])
    if (rough.test(text)) return roughly(one(text.replace(rough, ''), monthFirst))
  return around.before.test(text) ? one(text.replace(around.before, ''), monthFirst) : undefined
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

const betweenDates =
  / ?[–—‒−] ?| - |\.\.+| (?:do|до|to|bis|по) |(?<=\d{4})-(?=\d{1,2}[./])|(?<=^\d{4})[-/](?=\d{4}$)|(?<=^\d{1,2}\.?)[-/](?=\d{1,2}\.? ?\p{L})|(?<=^\d{1,2}\.?)-(?=\d{1,2}\.\d{1,2}\.\d{4})/u

// «12–14 березня 2019», "12.03–14.03.2019", «травень–червень 2019»: the beginning has the month and the year of the end.
function completed(first: string, last: string, monthFirst: boolean): WrittenDate | undefined {
  const [begun, year] = [first.trim().replace(/\.$/, ''), /\d{4}(?=\D*$)/.exec(last)?.[0]]
  if (year === undefined || /\d{4}/.test(begun)) return undefined
  const month = /^\d{1,2}\.? ?(\p{L}+)/u.exec(last)?.[1] ?? /^\d{1,2}[./](\d{1,2})/.exec(last)?.[1]
  const tries = [`${begun}.${year}`, `${begun} ${year}`]
  if (/^\d{1,2}$/.test(begun) && month !== undefined)
    tries.unshift(/\d/.test(month) ? `${begun}.${month}.${year}` : `${begun} ${month} ${year}`)
  return tries.map(text => one(text, monthFirst)).find(date => date !== undefined)
}

/**
 * Reads a date as people write it: a day, a month, a half-year, a quarter, a year, or two of them with a dash between, in
 * figures or in words of a dozen languages, or as a spreadsheet counts days. Of a day that is only about right the month is
 * taken. `until`: what stands in a second column. Undefined when it is no date.
 */
export function readDate(text: string, until = '', monthFirst = false): WrittenDate | undefined {
  const written = text.trim().replace(/\s+/g, ' ')
  const whole = until.trim() === '' ? one(written, monthFirst) : undefined
  if (whole) return whole
  const parts = until.trim() === '' ? written.split(betweenDates) : [written, until.trim()]
  if (parts.length !== 2) return undefined
  const last = one(parts[1]!, monthFirst)
  const first = last && (one(parts[0]!, monthFirst) ?? completed(parts[0]!, parts[1]!, monthFirst))
  if (!first) return undefined
  return first.precision === 'exact' && last.day?.equals(first.day!) ? first : joined(first, last)
}
