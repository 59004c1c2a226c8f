import type { I18n } from '#platform/i18n/index.ts'
import { keptWith } from '#platform/kept.ts'
import type { Shown } from './published.ts'
import type { Point } from './series.ts'

/** A published number in words: hidden and unpublished are never a zero. `12+` is twelve and something hidden. */
export function written(i18n: I18n, shown: Shown): string {
  if (shown.state === 'hidden') return i18n.t('monitoring.statistics.hidden')
  if (shown.state === 'unpublished') return i18n.t('monitoring.statistics.unpublished')
  const number = i18n.number(shown.value)
  return shown.more ? i18n.t('monitoring.statistics.andMore', { number }) : number
}

const tagOf = ({ locale }: I18n) => ({ uk: 'uk-UA', pl: 'pl-PL', en: 'en-GB' })[locale]

const firstDay = ({ year, month }: Temporal.PlainYearMonth, plus = 0) =>
  new Date(Date.UTC(year, month - 1 + plus, 1))

// Making a formatter costs a thousand times more than using it, and much memory; a page names every month several times.
const formatsOf = keptWith((i18n: I18n) => {
  const format = (month: 'long' | '2-digit') =>
    new Intl.DateTimeFormat(tagOf(i18n), { month, year: 'numeric', timeZone: 'UTC' })
  return { long: format('long'), short: format('2-digit') }
})

/** A period as it is called: January 2026, or a quarter: January – March 2026. */
export function periodWord(i18n: I18n, { from, months }: Pick<Point, 'from' | 'months'>): string {
  const format = formatsOf(i18n).long
  return months === 1 ? format.format(firstDay(from)) : format.formatRange(firstDay(from), firstDay(from, 2))
}

/** Where a period begins, as short as it can be said below a column: 01.2026. */
export const beginWord = (i18n: I18n, { from }: Pick<Point, 'from'>): string =>
  formatsOf(i18n).short.format(firstDay(from))

/** One period with all that is known of it, in one sentence. */
export function saidOf(i18n: I18n, point: Point): string {
  const values = { period: periodWord(i18n, point), number: written(i18n, point.shown) }
  if (!point.spike?.alarm) return i18n.t('monitoring.statistics.periodSaid', values)
  const expected = i18n.number(Math.round(point.spike.expected))
  return i18n.t('monitoring.statistics.periodUnusual', { ...values, expected })
}
