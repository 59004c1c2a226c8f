import type { MessageKey } from '#platform/i18n/index.ts'
import { EmptyState, percent, Section, usePage } from '#ui/index.ts'
import type { Dimension } from '../queries/published-cells.ts'
import type { Comparisons, Statistics } from '../queries/statistics.ts'
import { countRows } from '../statistics/count-rows.ts'
import { coverageOf } from '../statistics/coverage.ts'
import { peopleIn } from '../statistics/rates.ts'
import { wayOf } from '../statistics/way.ts'
import { stepWords } from '../statistics/words.ts'
import { CountTable, ShownNumber } from './statistics-counts.tsx'

export type Shared = Statistics & Comparisons & { year: string | null; country: string | null }

/** Said wherever a number is said. */
export const Caveat = ({ note }: { note?: string }) => {
  const { t } = usePage()
  return (
    <div class="caveat">
      <strong>{t('monitoring.statistics.notPrevalence')}</strong>
      <p>{t('monitoring.statistics.notPrevalenceWhy')}</p>
      {note && <p>{note}</p>}
    </div>
  )
}

/** From where reports came, and from where none did. */
export const CoverageSection = ({ published, release, country }: Shared) => {
  const { i18n, t } = usePage()
  const { heard, silent } = coverageOf(published, country)
  const named = (codes: readonly string[]) => i18n.list(codes.map(i18n.region).sort(i18n.compare))
  return (
    <Section title={t('monitoring.statistics.coverage')} id="coverage">
      <p>
        {t('monitoring.statistics.coverageUntil', { day: i18n.date(release.recordedUntil) })}{' '}
        {t('monitoring.statistics.coverageRegions', {
          heard: heard.length,
          all: heard.length + silent.length,
        })}
      </p>
      {silent.length > 0 && <p>{t('monitoring.statistics.coverageSilent', { regions: named(silent) })}</p>}
      <p>{t('monitoring.statistics.coverageStages')}</p>
    </Section>
  )
}

type Counted = {
  dimension: Dimension
  id: string
  title: MessageKey
  heading: MessageKey
  lead?: MessageKey
}

const counted: readonly Counted[] = [
  {
    dimension: 'bias',
    id: 'bias',
    title: 'monitoring.statistics.bias',
    heading: 'monitoring.statistics.biasHeading',
  },
  {
    dimension: 'type',
    id: 'type',
    title: 'monitoring.statistics.type',
    heading: 'monitoring.statistics.typeHeading',
    lead: 'monitoring.statistics.severalCodes',
  },
  {
    dimension: 'target_group',
    id: 'groups',
    title: 'monitoring.statistics.group',
    heading: 'monitoring.statistics.groupHeading',
    lead: 'monitoring.statistics.severalCodes',
  },
  {
    dimension: 'region',
    id: 'regions',
    title: 'monitoring.statistics.region',
    heading: 'monitoring.statistics.regionHeading',
  },
]

// What is confirmed by each code of one dimension, and beside it what one source says.
const CountSection = ({ of, published, year, words, populations }: Shared & { of: Counted }) => {
  const { i18n, t } = usePage()
  const people = peopleIn(populations)
  const years = year ? [year] : published.years()
  const rated = of.dimension === 'region' && people.size > 0 && years.length === 1
  const rows = countRows(i18n, { published, words, dimension: of.dimension, year }, people)
  return (
    <Section title={t(of.title)} lead={of.lead && t(of.lead)} id={of.id}>
      {rows.length === 0 ? (
        <EmptyState title={t('monitoring.statistics.tableUnpublished')} />
      ) : (
        <CountTable
          caption={t(of.title)}
          labelHeading={t(of.heading)}
          rows={rows}
          rateHeading={rated ? t('monitoring.statistics.rate') : undefined}
        />
      )}
    </Section>
  )
}

/** The fixed tables: by bias, type, group and region. */
export const CountSections = (shared: Shared) => (
  <div class="count-pair">
    {counted.map(of => (
      <CountSection {...shared} of={of} />
    ))}
  </div>
)

/** How many cases came how far on the way to justice. */
export const WaySection = ({ published, year }: Shared) => {
  const { t } = usePage()
  const way = wayOf(published, 'verified', year)
  const all = way[0]?.[1]
  const whole = all?.state === 'number' ? Math.max(1, all.value) : 1
  return (
    <Section title={t('monitoring.statistics.way')} lead={t('monitoring.statistics.wayLead')} id="justice">
      <ol class="way-steps">
        {way.map(([step, shown]) => (
          <li>
            <span>{t(stepWords[step])}</span>
            <ShownNumber shown={shown} />
            <svg class="way-bar" aria-hidden="true" focusable="false">
              <rect class="way-ground" width="100%" height="100%" rx="2" />
              <rect
                class="bar-ink"
                width={percent(shown.state === 'number' ? Math.min(1, shown.value / whole) : 0)}
                height="100%"
                rx="2"
              />
            </svg>
          </li>
        ))}
      </ol>
    </Section>
  )
}
