import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import type { ClockState } from '../schema/deadlines.ts'
import { acts } from './acts.ts'
import { type CalendarJurisdiction, zones } from './calendars/calendar.ts'
import type { Cite, Confidence } from './cite.ts'
import type { NoDeadline } from './compute.ts'
import type { Sentence, Step } from './proof.ts'
import type { Length, Rule, Starting } from './rules/rule.ts'

const sentenceKeys = {
  starts: 'authorities.deadline.proof.starts',
  starts_hour: 'authorities.deadline.proof.startsHour',
  hour_unknown: 'authorities.deadline.proof.hourUnknown',
  length: 'authorities.deadline.proof.length',
  further: 'authorities.deadline.proof.further',
  weekends: 'authorities.deadline.proof.weekends',
  skipped: 'authorities.deadline.proof.skipped',
  works: 'authorities.deadline.proof.works',
  ends: 'authorities.deadline.proof.ends',
  month_end: 'authorities.deadline.proof.monthEnd',
  rolled: 'authorities.deadline.proof.rolled',
  due: 'authorities.deadline.proof.due',
  due_hour: 'authorities.deadline.proof.dueHour',
  named: 'authorities.deadline.proof.named',
  named_uncapped: 'authorities.deadline.proof.namedUncapped',
} as const satisfies Record<Sentence, MessageKey>

/** How sure a rule is, as a badge says it. */
export const confidenceWords = {
  lawyer: 'authorities.deadline.confidence.lawyer',
  text_seen: 'authorities.deadline.confidence.textSeen',
  from_memory: 'authorities.deadline.confidence.fromMemory',
} as const satisfies Record<Confidence, MessageKey>

/** What sets a period going, as a label of a field. */
export const startWords = {
  receipt: 'authorities.deadline.start.receipt',
  filing: 'authorities.deadline.start.filing',
  registration: 'authorities.deadline.start.registration',
  opening: 'authorities.deadline.start.opening',
  knowledge: 'authorities.deadline.start.knowledge',
  refusal: 'authorities.deadline.start.refusal',
  publication: 'authorities.deadline.start.publication',
} as const satisfies Record<Starting, MessageKey>

const days = new Set(['day', 'late', 'from', 'cap'])

/** A moment where the clock of the rule's jurisdiction stood. */
export const momentIn = (
  i18n: I18n,
  { jurisdiction }: Pick<Rule, 'jurisdiction'>,
  moment: string,
): string => {
  const zoned = Temporal.Instant.from(moment).toZonedDateTimeISO(zones[jurisdiction])
  const clock = zoned.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${i18n.date(zoned.toPlainDate())}, ${clock}`
}

function written(i18n: I18n, rule: Rule, [key, value]: [string, string | number]): [string, string | number] {
  if (days.has(key)) return [key, i18n.date(String(value))]
  return key === 'moment' ? [key, momentIn(i18n, rule, String(value))] : [key, value]
}

/** One step of a proof as a sentence. */
export function stepText(i18n: I18n, rule: Rule, { sentence, values, name }: Step): string {
  const told = Object.fromEntries(Object.entries(values).map(value => written(i18n, rule, value)))
  const length = sentence === 'length' ? i18n.t('authorities.deadline.length', values) : ''
  return i18n.t(sentenceKeys[sentence], { ...told, length, name: name?.[i18n.locale] ?? '' })
}

/** Act and article: “Civil Code of Ukraine, art. 253”. */
export const citeText = (i18n: I18n, { act, article }: Pick<Cite, 'act' | 'article'>): string =>
  i18n.t('authorities.deadline.cite', { act: acts[act].title[i18n.locale], article })

export const lengthText = (i18n: I18n, length: Length): string =>
  i18n.t('authorities.deadline.length', { ...length })

export const jurisdictionWords = {
  UA: 'authorities.deadline.jurisdiction.ua',
  PL: 'authorities.deadline.jurisdiction.pl',
  EU: 'authorities.deadline.jurisdiction.eu',
} as const satisfies Record<CalendarJurisdiction, MessageKey>

/** Why there is no date. */
export const noDeadlineWords = {
  not_in_force: 'authorities.deadline.none.notInForce',
  no_extension: 'authorities.deadline.none.noExtension',
  extension_named: 'authorities.deadline.none.extensionNamed',
  before_calendar: 'authorities.deadline.none.beforeCalendar',
  beyond_calendar: 'authorities.deadline.none.beyondCalendar',
} as const satisfies Record<NoDeadline, MessageKey>

export const clockWords = {
  running: 'authorities.deadline.state.running',
  met: 'authorities.deadline.state.met',
  breached: 'authorities.deadline.state.breached',
  superseded: 'authorities.deadline.state.superseded',
  stopped: 'authorities.deadline.state.stopped',
} as const satisfies Record<ClockState, MessageKey>
