import { writeTable } from '#modules/network/index.ts'
import type { I18n } from '#platform/i18n/index.ts'
import type { ReleasedCell } from '../queries/published-cells.ts'
import type { ReleaseFace } from '../queries/releases.ts'
import type { Words } from '../queries/words.ts'
import { codeWord, regionWord } from '../statistics/words.ts'

type Given = { release: ReleaseFace; cells: readonly ReleasedCell[]; words: Words }

const header = [
  'release',
  'standing',
  'table',
  'period',
  'code',
  'label',
  'region',
  'region_name',
  'status',
  'value',
  'note',
]

/** Everything published up to a release as CSV. A suppressed number is empty, never 0, and its status says so. */
export function statisticsCsv(i18n: I18n, { cells, words }: Given): string {
  const note = i18n.t('monitoring.statistics.notPrevalence')
  return writeTable(
    header,
    cells.map(({ release, standing, dimension, period, code, region, status, value }) => [
      ...[String(release), standing, dimension, period, code],
      codeWord(words, dimension, code, i18n),
      ...[region, region ? regionWord(region, i18n) : '', status, value === null ? '' : String(value), note],
    ]),
  )
}

/** The licence under which numbers are published. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/'

/** A release by its facts, as JSON. */
export const releaseJson = ({ number, recordedUntil, publishedAt, note, digest }: ReleaseFace) => ({
  number,
  recordedUntil: recordedUntil.toString(),
  publishedAt: publishedAt.toString(),
  note,
  digest,
})

/** The same as JSON: `value` is null where the number is suppressed. */
export const statisticsJson = (i18n: I18n, { release, cells, words }: Given) => ({
  caveat: i18n.t('monitoring.statistics.notPrevalence'),
  licence,
  release: releaseJson(release),
  cells: cells.map(cell => ({
    ...cell,
    label: codeWord(words, cell.dimension, cell.code, i18n),
  })),
})
