import type { I18n } from '#platform/i18n/index.ts'
import type { Shown } from './published.ts'
import type { Point } from './series.ts'

/** A published number in words: hidden and unpublished are never a zero. `12+` is twelve and something hidden. */
export function written(i18n: I18n, shown: Shown): string {
  if (shown.state === 'hidden') return i18n.t('monitoring.statistics.hidden')
  if (shown.state === 'unpublished') return i18n.t('monitoring.statistics.unpublished')
  const number = i18n.number(shown.value)
  return shown.more ? i18n.t('monitoring.statistics.andMore', { number }) : number
}

/** A month as a column is called: January 2026, or a quarter: January – March 2026. */
export function periodWord(
  i18n: I18n,
  { from, months }: Pick<Point, 'from' | 'months'>,
  style: 'long' | 'short' = 'long',
) {
  const tag = { uk: 'uk-UA', pl: 'pl-PL', en: 'en-GB' }[i18n.locale]
  const format = new Intl.DateTimeFormat(tag, { month: style, year: 'numeric', timeZone: 'UTC' })
  const first = new Date(Date.UTC(from.year, from.month - 1, 1))
  if (months === 1) return format.format(first)
  return format.formatRange(first, new Date(Date.UTC(from.year, from.month + 1, 1)))
}

/** One period with all that is known of it, in one sentence. */
export function saidOf(i18n: I18n, point: Point): string {
  const values = { period: periodWord(i18n, point), number: written(i18n, point.shown) }
  if (!point.spike?.alarm) return i18n.t('monitoring.statistics.periodSaid', values)
  const expected = i18n.number(Math.round(point.spike.expected))
  return i18n.t('monitoring.statistics.periodUnusual', { ...values, expected })
}
