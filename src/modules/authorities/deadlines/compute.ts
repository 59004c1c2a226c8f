import { type Calendar, type CalendarDay, dayNumber, numberedDay, zones } from './calendars/calendar.ts'
import type { Cite } from './cite.ts'
import type { Step } from './proof.ts'
import type { Extension, Length, Rule } from './rules/rule.ts'

/** The day on which it arrived, or the moment where a rule counts hours. */
export type From = Temporal.PlainDate | Temporal.Instant
export type Due = Temporal.PlainDate | Temporal.ZonedDateTime

/** Why there is no date: the rule was not law then, knows no extension, leaves its length to the body; no calendar tells. */
export type NoDeadline =
  | 'not_in_force'
  | 'no_extension'
  | 'extension_named'
  | 'before_calendar'
  | 'beyond_calendar'
export type Deadline = { ok: true; due: Due; steps: Step[] } | { ok: false; reason: NoDeadline }

/** A counting on its way: what is being asked, and the steps so far. */
type Work = { rule: Rule; calendar: Calendar; steps: Step[] }

const day = (d: Temporal.PlainDate) => d.toString()
const versionOf = ({ jurisdiction, version }: Calendar) => `${jurisdiction} ${version}`
const martialLaw: Cite = { act: 'ua_martial_labour', article: '6(6)', confidence: 'text_seen' }

// Thrown inside and caught below: a count may run over the edge of the calendar anywhere.
class OffCalendar extends Error {
  readonly reason: 'before_calendar' | 'beyond_calendar'
  constructor(reason: OffCalendar['reason']) {
    super(reason)
    this.reason = reason
  }
}

// A day beyond the calendar could be a holiday that nobody has told us of.
function worksOn({ works }: Calendar, number: number): boolean {
  const known = works[number]
  if (known === undefined) throw new OffCalendar(number < 0 ? 'before_calendar' : 'beyond_calendar')
  return known
}

/** A holiday that the calendar names, whether it is off or, under martial law, is not. */
function tellOfDay({ rule, calendar, steps }: Work, entry: CalendarDay): void {
  const { workingDays } = rule.counting
  const said = entry.working && calendar.jurisdiction === 'UA' ? martialLaw : workingDays
  // What is known of the day itself, not of the rule that days off are left out.
  const cite = { ...said, confidence: entry.confidence }
  const sentence = entry.working ? 'works' : 'skipped'
  const told = { values: { day: entry.day }, name: entry.name, calendar: versionOf(calendar) }
  steps.push({ sentence, cite, ...told })
}

function addWorkingDays(work: Work, from: Temporal.PlainDate, count: number): Temporal.PlainDate {
  const { calendar, steps, rule } = work
  let [at, left, weekends] = [dayNumber(calendar, from), count, 0]
  const place = steps.length
  while (left > 0) {
    const named = calendar.named[++at]
    if (worksOn(calendar, at)) left--
    else if (!named) weekends++
    if (named) tellOfDay(work, named)
  }
  const told = { values: { count: weekends }, cite: rule.counting.workingDays, calendar: versionOf(calendar) }
  if (weekends > 0) steps.splice(place, 0, { sentence: 'weekends', ...told })
  return numberedDay(calendar, at)
}

// A month ends on the day of the same number; where that month has none, on its last day. Temporal's rule is the law's.
function addMonths({ rule, steps }: Work, from: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const at = from.add({ months })
  if (at.day !== from.day)
    steps.push({
      ...{ sentence: 'month_end', values: { number: from.day, day: day(at) } },
      ...{ cite: rule.counting.monthEnd, calendar: null },
    })
  return at
}

function count(work: Work, from: Temporal.PlainDate, { count: n, unit }: Length): Temporal.PlainDate {
  if (unit === 'working_day') return addWorkingDays(work, from, n)
  if (unit === 'month') return addMonths(work, from, n)
  if (unit === 'year') return addMonths(work, from, 12 * n)
  return from.add({ days: unit === 'hour' ? n / 24 : n })
}

/** An end on a day off moves to the next day that is none. */
function roll(work: Work, end: Temporal.PlainDate): Temporal.PlainDate {
  const { rule, calendar, steps } = work
  let at = dayNumber(calendar, end)
  const named = calendar.named[at]
  if (worksOn(calendar, at)) {
    if (named) tellOfDay(work, named)
    return end
  }
  while (!worksOn(calendar, at)) at++
  const to = numberedDay(calendar, at)
  steps.push({
    ...{ sentence: 'rolled', values: { from: day(end), day: day(to) } },
    ...{ ...(named ? { name: named.name } : {}), cite: rule.counting.roll, calendar: versionOf(calendar) },
  })
  return to
}

function countAndRoll(work: Work, from: Temporal.PlainDate, length: Length, cite: Cite): Temporal.PlainDate {
  const { steps } = work
  steps.push({ sentence: 'length', values: { ...length }, cite, calendar: null })
  const end = count(work, from, length)
  steps.push({ sentence: 'ends', values: { day: day(end) }, cite: null, calendar: null })
  return length.unit === 'working_day' ? end : roll(work, end)
}

const due = (work: Work, at: Temporal.PlainDate): Deadline => {
  const values = { day: day(at), late: day(at.add({ days: 1 })) }
  work.steps.push({ sentence: 'due', values, cite: null, calendar: null })
  return { ok: true, due: at, steps: work.steps }
}

/** Hours run without a break, over nights, days off and the change of the clocks. */
function byHours(work: Work, from: From): Deadline {
  const { rule, steps } = work
  const { length, cite, counting } = rule
  if (from instanceof Temporal.PlainDate) {
    steps.push({ sentence: 'hour_unknown', values: { day: day(from) }, cite, calendar: null })
    steps.push({ sentence: 'length', values: { ...length }, cite, calendar: null })
    return due(work, count(work, from, length))
  }
  const start = from.toZonedDateTimeISO(zones[rule.jurisdiction])
  const end = start.add({ hours: length.count })
  const told = (moment: Temporal.ZonedDateTime) => ({ moment: moment.toInstant().toString() })
  steps.push({ sentence: 'starts_hour', values: told(start), cite: counting.start, calendar: null })
  steps.push({ sentence: 'length', values: { ...length }, cite, calendar: null })
  steps.push({ sentence: 'due_hour', values: told(end), cite: null, calendar: null })
  return { ok: true, due: end, steps }
}

function extended(work: Work, from: Temporal.PlainDate, extension: Extension): Deadline {
  if (extension.how === 'named') return { ok: false, reason: 'extension_named' }
  const { rule, steps } = work
  if (extension.how === 'total') return due(work, countAndRoll(work, from, extension.length, extension.cite))
  const first = countAndRoll(work, from, rule.length, rule.cite)
  steps.push({ sentence: 'further', values: { day: day(first) }, cite: extension.cite, calendar: null })
  return due(work, countAndRoll(work, first, extension.length, extension.cite))
}

/** The day of the jurisdiction on which something happened. */
const dayIn = ({ jurisdiction }: Pick<Rule, 'jurisdiction'>, from: From): Temporal.PlainDate =>
  from instanceof Temporal.PlainDate ? from : from.toZonedDateTimeISO(zones[jurisdiction]).toPlainDate()

const inForce = ({ validFrom, validTo }: Rule, on: string) =>
  on >= validFrom && (validTo === null || on <= validTo)

/**
 * When a period ends, and how that came about: each step with what the law says and the version of the calendar. `extended`
 * is the longest that the law allows. The same rule, start and calendar give the same answer for ever.
 */
export function computeDeadline(
  rule: Rule,
  from: From,
  calendar: Calendar,
  { extended: longer = false }: { extended?: boolean } = {},
): Deadline {
  const start = dayIn(rule, from)
  if (!inForce(rule, day(start))) return { ok: false, reason: 'not_in_force' }
  if (longer && !rule.extension) return { ok: false, reason: 'no_extension' }
  const work: Work = { rule, calendar, steps: [] }
  try {
    if (rule.length.unit === 'hour') return byHours(work, from)
    const values = { day: day(start), event: rule.starts }
    work.steps.push({ sentence: 'starts', values, cite: rule.counting.start, calendar: null })
    if (longer) return extended(work, start, rule.extension!)
    return due(work, countAndRoll(work, start, rule.length, rule.cite))
  } catch (problem) {
    if (problem instanceof OffCalendar) return { ok: false, reason: problem.reason }
    throw problem
  }
}
