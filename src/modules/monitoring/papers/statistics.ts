import type { Paper } from '#platform/documents/index.ts'
import type { I18n } from '#platform/i18n/index.ts'
import type { Json } from '#platform/journal/record.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import { pictureNames, pictureOf, pictureWords } from '../pictures/pictures.ts'
import type { Dimension } from '../queries/published-cells.ts'
import type { Comparisons, Statistics } from '../queries/statistics.ts'
import { countRows } from '../statistics/count-rows.ts'
import { coverageOf } from '../statistics/coverage.ts'
import { wayOf } from '../statistics/way.ts'
import { measureWords, stepOfMeasure } from '../statistics/words.ts'
import { written } from '../statistics/written.ts'

type Given = Statistics & Comparisons & { country: string | null }

const tables = [
  ['region', 'monitoring.statistics.region', 'monitoring.statistics.regionHeading'],
  ['bias', 'monitoring.statistics.bias', 'monitoring.statistics.biasHeading'],
  ['type', 'monitoring.statistics.type', 'monitoring.statistics.typeHeading'],
  ['target_group', 'monitoring.statistics.group', 'monitoring.statistics.groupHeading'],
] as const satisfies [Dimension, string, string][]

const tableData = (i18n: I18n, { published, words }: Given): Json[] =>
  tables.map(([dimension, title, heading]) => ({
    title: i18n.t(title),
    heading: i18n.t(heading),
    rows: countRows(i18n, { published, words, dimension, year: null }).map(
      ({ label, verified, assessed }) => [label, written(i18n, verified), written(i18n, assessed)],
    ),
  }))

const totals = (i18n: I18n, { published }: Given): Json[] =>
  published
    .years()
    .map(year => [
      year,
      ...(['verified', 'assessed'] as const).map(standing =>
        written(i18n, published.of({ standing, dimension: 'total', year })),
      ),
    ])

const officialRows = (i18n: I18n, { published, official }: Given): Json[] =>
  official.map(({ authority, year, measure, value, source }) => {
    const step = stepOfMeasure[measure]
    const ours = wayOf(published, 'verified', String(year)).find(([one]) => one === step)![1]
    const what = i18n.t('monitoring.statistics.measureIn', {
      measure: i18n.t(measureWords[measure]),
      year: String(year),
    })
    const theirs = value === null ? i18n.t('monitoring.statistics.notAvailable') : i18n.number(value)
    return [what, `${authority} (${source})`, theirs, written(i18n, ours)]
  })

async function pictures(i18n: I18n, given: Given, coalition: string): Promise<Json[]> {
  const drawn = await Promise.all(
    pictureNames
      .filter(name => name !== 'type')
      .map(async name => ({
        title: i18n.t(pictureWords[name]),
        svg: await pictureOf(i18n, name, given, { coalition, country: given.country }),
      })),
  )
  return drawn.filter(({ svg }) => svg !== null)
}

const words = (i18n: I18n): Json => ({
  caveat: i18n.t('monitoring.statistics.notPrevalence'),
  why: i18n.t('monitoring.statistics.notPrevalenceWhy'),
  coverage: i18n.t('monitoring.statistics.coverage'),
  totals: i18n.t('monitoring.statistics.totals'),
  year: i18n.t('monitoring.statistics.years'),
  verified: i18n.t('monitoring.statistics.verified'),
  assessed: i18n.t('monitoring.statistics.assessed'),
  official: i18n.t('monitoring.statistics.official'),
  officialLead: i18n.t('monitoring.statistics.officialLead'),
  what: i18n.t('monitoring.statistics.whatCounted'),
  authority: i18n.t('monitoring.statistics.authority'),
  theirs: i18n.t('monitoring.statistics.theirNumber'),
  ours: i18n.t('monitoring.statistics.ourNumber'),
  reading: i18n.t('monitoring.statistics.reading'),
})

const facts = (i18n: I18n): Json[] => [
  ['0', i18n.t('monitoring.statistics.readingZero')],
  [i18n.t('monitoring.statistics.hidden'), i18n.t('monitoring.statistics.readingHidden')],
  [i18n.t('monitoring.statistics.andMore', { number: '12' }), i18n.t('monitoring.statistics.readingMore')],
  [i18n.t('monitoring.statistics.unpublished'), i18n.t('monitoring.statistics.readingUnpublished')],
  [i18n.t('monitoring.statistics.totals'), i18n.t('monitoring.statistics.readingRounded')],
]

function coverageSaid(i18n: I18n, { published, release, country }: Given): string[] {
  const { heard, silent } = coverageOf(published, country)
  const regions = i18n.list(silent.map(i18n.region).sort(i18n.compare))
  return [
    i18n.t('monitoring.statistics.coverageUntil', { day: i18n.date(release.recordedUntil) }),
    i18n.t('monitoring.statistics.coverageRegions', {
      heard: heard.length,
      all: heard.length + silent.length,
    }),
    ...(silent.length > 0 ? [i18n.t('monitoring.statistics.coverageSilent', { regions })] : []),
    i18n.t('monitoring.statistics.coverageStages'),
    ...[i18n.text(release.note).value].filter(Boolean),
  ]
}

/** The periodic report: what a release publishes, on paper, with every sentence that belongs to it. */
export async function statisticsPaper(
  given: Given,
  i18n: I18n,
  umbrella: UmbrellaFace,
  origin: string,
): Promise<Paper & { name: string }> {
  const { release } = given
  const coalition = i18n.text(umbrella.name).value
  const number = String(release.number)
  const title = i18n.t('monitoring.statistics.reportTitle', { number })
  return {
    name: `statistics-${number}-${i18n.lang}.pdf`,
    source: 'src/modules/monitoring/papers/statistics.typ',
    title: `${coalition}: ${title}`,
    author: coalition,
    footer: `${origin}/${i18n.lang}/${umbrella.slug}/statistics/${number}`,
    lang: i18n.lang,
    made: release.publishedAt,
    data: {
      words: words(i18n),
      kicker: coalition,
      title,
      lead: i18n.t('monitoring.statistics.lead', { day: i18n.date(release.recordedUntil) }),
      totals: totals(i18n, given),
      pictures: await pictures(i18n, given, coalition),
      tables: tableData(i18n, given),
      official: officialRows(i18n, given),
      coverage: coverageSaid(i18n, given),
      facts: facts(i18n),
    },
  }
}
